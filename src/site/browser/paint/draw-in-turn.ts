import { painted } from "./painted.ts";

/** A part of a page, and what brings it up to date. */
export interface DrawnPart {
  readonly place: Place;
  readonly draw: () => void;
}

/** An element, as far as it is asked where it is. */
interface Place extends Pick<Element, "isConnected"> {
  getBoundingClientRect(): Pick<DOMRect, "top" | "bottom">;
}

/** What is so few pixels below the window may come into it as what is above grows shorter. */
const NEAR_PX = 120;

/**
 * Draws parts of a page again and again: those visible at once, so that none contradicts another, the others after the frame that shows them.
 * Where none is visible all are drawn at once: nothing waits for nothing. A part that waits still when its place is drawn again is drawn as it
 * is then, once.
 */
export function drawnInTurn(): (parts: readonly DrawnPart[]) => void {
  const waiting = new Map<Place, DrawnPart["draw"]>();
  let turn = 0;
  const drawLate = (places: readonly Place[]): void => {
    for (const place of places) {
      const draw = waiting.get(place);
      waiting.delete(place);
      draw?.();
    }
  };
  return (parts) => {
    turn += 1;
    const mine = turn;
    for (const { place, draw } of parts) waiting.set(place, draw);
    const places = [...waiting.keys()];
    // All are asked before any is drawn: the browser knows the places then.
    const seen = places.filter(isInSight);
    drawLate(seen.length === 0 ? places : seen);
    // All in one go: the page is laid out once more, not once for each.
    if (waiting.size > 0) void painted().then(() => mine === turn && drawLate([...waiting.keys()]));
  };
}

/** What is hidden counts: it costs no layout, and may be shown in the same turn. What stands in no page yet does not. */
function isInSight(place: Place): boolean {
  const { top, bottom } = place.getBoundingClientRect();
  return place.isConnected && ((bottom > 0 && top < innerHeight + NEAR_PX) || (top === 0 && bottom === 0));
}
