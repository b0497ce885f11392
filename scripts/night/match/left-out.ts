import { readSpelling } from "../../../src/domain/model/model-slug.ts";
import { daysBetween } from "../../../src/domain/money/days.ts";
import type { StoredReading } from "../merge/reading-row.ts";

/** Why a row of no model is left out by rule, beside what each source leaves out by itself and what a curated alias leaves out. */
export const LEFT_OUT_REASONS = [
  "named by no reading of the last 60 days",
  "sold by one platform only, not by its maker",
] as const;
type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export interface LeftOutRow {
  readonly source: string;
  readonly platform: string;
  readonly upstreamId: string;
  readonly why: LeftOutReason;
}

interface OpenRow {
  readonly source: string;
  readonly reading: StoredReading;
}

/** As long as a reading may count at all. */
const MAX_DAYS = 60;

/**
 * Of the rows that no rule joins to a model: those of models that no source has named lately, and those of a model that one
 * platform alone sells, whose page would be that one row. The rest is unmatched: somebody should look.
 */
export function leaveOut(
  rows: readonly OpenRow[],
  asOf: string,
): { unmatched: readonly OpenRow[]; leftOut: readonly LeftOutRow[] } {
  const isFresh = ({ reading }: OpenRow) => daysBetween(reading.source.readAt.slice(0, 10), asOf) <= MAX_DAYS;
  const sellers = Map.groupBy(rows.filter(isFresh), textOf);
  const whyOf = (row: OpenRow): LeftOutReason | null => {
    const platforms = new Set((sellers.get(textOf(row)) ?? []).map(({ reading }) => reading.key.platform)).size;
    if (platforms === 0) return LEFT_OUT_REASONS[0];
    return platforms === 1 ? LEFT_OUT_REASONS[1] : null;
  };
  const judged = rows.map((row) => ({ row, why: whyOf(row) }));
  return {
    unmatched: judged.flatMap(({ row, why }) => (why === null ? [row] : [])),
    leftOut: judged.flatMap(({ row: { source, reading }, why }) =>
      why === null ? [] : [{ source, platform: reading.key.platform, upstreamId: reading.upstreamId, why }],
    ),
  };
}

const textOf = ({ reading }: OpenRow): string => readSpelling(reading.canonicalId ?? reading.upstreamId).text;
