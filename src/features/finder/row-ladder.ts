import { countSides, type LadderInput, type ListSide, ROW, rowLadder } from "../../domain/reference/ladder.ts";
import type { Picture } from "../../table/column.ts";

const HEIGHT = 18;
const PITCH = 3;

/** A model's offers in a cell, each a mark under, at or over list; null where there is none. */
export function ladderPicture({ marks, list }: LadderInput): Picture | null {
  const stacks = rowLadder({ marks, list });
  if (stacks.length === 0) return null;
  const y = (level: number) => HEIGHT - 3 - Math.min(level, ROW.tallest) * PITCH;
  const path = (side: ListSide | null) =>
    stacks
      .filter((stack) => stack.side === side)
      .map((stack) => `M${stack.x} ${y(stack.from)}v${y(stack.from + stack.count - 1) - y(stack.from)}`)
      .join("");
  const paths = [
    { look: "u", d: path("under") },
    { look: "a", d: path("at") },
    { look: "o", d: path("over") },
    { d: path(null) },
  ];
  const counts = list === null ? null : countSides({ marks, list });
  const label = counts === null ? "no list price" : `${counts.under} under list, ${counts.at} at list, ${counts.over} over`;
  return { look: "row-ladder", label, paths: paths.filter(({ d }) => d !== "") };
}
