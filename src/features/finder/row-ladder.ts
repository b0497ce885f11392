import { countSides, type LadderInput, ROW_LADDER_PX, rowLadder, type Stack } from "../../domain/reference/ladder.ts";
import type { Picture } from "../../table/column.ts";

const HEIGHT = 18;
const PITCH = 3;

/**
 * A model's offers in a cell, each a mark under, at or over list; null where there is none. All marks are one path, because a long list
 * has hundreds of ladders: a mark's place gives its colour (`#sides` in ModelTable.astro), or `n` none where there is no list price.
 */
export function ladderPicture({ marks, list }: LadderInput): Picture | null {
  const stacks = rowLadder({ marks, list });
  if (stacks.length === 0) return null;
  const counts = list === null ? null : countSides({ marks, list });
  const label = counts === null ? "no list price" : `${counts.under} under list, ${counts.at} at list, ${counts.over} over`;
  return { look: "row-ladder", label, paths: [{ look: counts === null ? "n" : undefined, d: stacks.map(strokeOf).join("") }] };
}

function strokeOf({ x, from, count }: Stack): string {
  const y = (level: number) => HEIGHT - 3 - Math.min(level, ROW_LADDER_PX.tallest) * PITCH;
  return `M${x} ${y(from)}v${y(from + count - 1) - y(from)}`;
}
