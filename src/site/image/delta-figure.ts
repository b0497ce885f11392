import { formatDelta } from "../format.ts";
import type { SocialFigure } from "./social-card.ts";

/** A difference to list on a card: `−12 %`, on its side. */
export function deltaFigure(bps: number): Pick<SocialFigure, "value" | "side"> {
  if (bps === 0) return { value: "0\u202f%" };
  return { value: formatDelta(bps), side: bps < 0 ? "under" : "over" };
}
