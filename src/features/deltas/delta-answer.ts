import { SAME_BPS } from "../../domain/platform/list-difference.ts";
import { isUnconfirmed } from "../../domain/ranking/eligibility.ts";
import type { Reference } from "../../domain/reference/delta.ts";
import type { MatrixRow } from "../../domain/reference/delta-matrix.ts";
import { formatDelta, formatPlural } from "../../site/format.ts";
import type { DeltaColumn } from "./delta-platforms.ts";

/**
 * What the main platforms do with list prices, from the cells: `Amazon Bedrock: at list price for 38 of 41 models. OpenRouter: +5.5 % for 61 of
 * 90 models.` The difference named is the one that most models have.
 */
export const deltaAnswer = (columns: readonly DeltaColumn[], rows: readonly MatrixRow[]): string =>
  columns
    .slice(0, NAMED)
    .map(({ label }, at) => commonestDelta(label, rows, at))
    .filter((sentence) => sentence !== "")
    .join(" ");

/** The clouds and OpenRouter, the first of the columns. */
const NAMED = 5;

function commonestDelta(label: string, rows: readonly MatrixRow[], at: number): string {
  const differences = rows.flatMap(({ against, cells }) => {
    const cell = cells[at] ?? null;
    return !isListToday(against) || cell === null || isUnconfirmed(cell.row.offer)
      ? []
      : [Math.round(cell.bps / SAME_BPS) * SAME_BPS];
  });
  const counts = [...Map.groupBy(differences, (bps) => bps)].map(([bps, all]) => ({ bps, count: all.length }));
  const [most] = counts.toSorted((a, b) => b.count - a.count || Math.abs(a.bps) - Math.abs(b.bps) || a.bps - b.bps);
  if (most === undefined) return "";
  const what = most.bps === 0 ? "at list price" : formatDelta(most.bps);
  return `${label}: ${what} for ${most.count} of ${formatPlural(differences.length, "model")}.`;
}

/** The maker's own word, and not what it asked as a host of OpenRouter when that was last seen. */
const isListToday = (against: Reference): boolean => against.kind === "list" && against.atOpenrouter === undefined;
