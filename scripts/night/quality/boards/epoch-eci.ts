import { parse as parseCsv } from "csv-parse/sync";
import { z } from "zod";
import type { Body, Skipped } from "../../sources/source.ts";
import {
  type ParsedScores,
  type QualitySource,
  type ScoreReading,
  standardErrorOf,
  toThousandths,
  withoutAmbiguous,
} from "../quality-source.ts";

const SCORES_URL = "https://epoch.ai/data/eci_scores.csv";

/** Epoch's Capabilities Index: one capability fitted to some 40 benchmarks, re-estimated for all models at each update, 90 % intervals. */
export const epochEci: QualitySource = {
  id: "epoch-eci",
  name: "Epoch Capabilities Index",
  url: "https://epoch.ai/eci",
  licence: "CC BY 4.0",
  attribution:
    'Epoch AI, "Epoch Capabilities Index". Published online at epoch.ai. Retrieved from https://epoch.ai/eci, CC BY 4.0.',
  usualMedian: [80, 250],
  read: async (io) => [await io.getText(SCORES_URL)].filter((body) => body !== null),
  parse,
};

const Rows = z.array(z.record(z.string(), z.string()));
type Row = z.output<typeof Rows>[number];
const Decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .transform(Number);

function parse(bodies: readonly Body[]): ParsedScores {
  const rows = bodies.flatMap((body) => {
    const csv = Rows.parse(parseCsv(z.string().parse(body.content), { columns: true, bom: true, skip_empty_lines: true }));
    const nameOf = rowNames(csv);
    return csv.map((row) => readRow(row, nameOf(row), body));
  });
  const scoredRows = rows.filter((row) => "score" in row);
  if (bodies.length > 0 && scoredRows.length === 0) throw new Error(`${SCORES_URL}: no row with a score`);
  const alone = withoutAmbiguous(scoredRows);
  return { scores: alone.scores, costs: [], skipped: [...rows.filter((row) => "why" in row), ...alone.skipped] };
}

/** `Model` and `Display name` differ where Epoch keeps versions apart: the one that is the row's own counts, `Model` first. */
function rowNames(rows: readonly Row[]): (row: Row) => string | undefined {
  const spellings = (row: Row) =>
    [row["Model"] ?? row["model"], row["Display name"]].filter((name) => name !== undefined && name !== "");
  const rowsWith = new Map<string | undefined, number>();
  for (const name of rows.flatMap((row) => [...new Set(spellings(row))])) rowsWith.set(name, (rowsWith.get(name) ?? 0) + 1);
  return (row) => spellings(row).find((name) => rowsWith.get(name) === 1) ?? spellings(row)[0];
}

function readRow(row: Row, name: string | undefined, { readAt, url }: Body): ScoreReading | Skipped {
  const score = Decimal.safeParse(row["eci"]);
  if (name === undefined || !score.success) return { subject: name ?? "?", why: "row has no score" };
  const interval = intervalOf(row);
  return {
    source: "epoch-eci",
    name,
    score: toThousandths(score.data),
    intervalLow: interval?.low ?? null,
    intervalHigh: interval?.high ?? null,
    intervalLevel: interval === null ? null : 0.9,
    standardError: interval === null ? null : standardErrorOf(interval.low, interval.high, 0.9),
    release: null,
    // The column `date` is the day the model was released, not the day of the score.
    scoredOn: null,
    readAt,
    url,
  };
}

/** The two anchors (Claude 3.5 Sonnet = 130, GPT-5 = 150) have none; nor have models newer than a recording's intervals. */
function intervalOf(row: Row): { readonly low: number; readonly high: number } | null {
  const low = Decimal.safeParse(row["eci_ci_low"] ?? recordedBound(row, "low"));
  const high = Decimal.safeParse(row["eci_ci_high"] ?? recordedBound(row, "high"));
  return low.success && high.success ? { low: toThousandths(low.data), high: toThousandths(high.data) } : null;
}

/** The recorded figures carry intervals of a dated earlier reading: `ci90_low_2026_07_28`, `ci90_low`. */
const recordedBound = (row: Row, bound: "low" | "high"): string | undefined =>
  Object.entries(row).find(([column]) => column.startsWith(`ci90_${bound}`))?.[1];
