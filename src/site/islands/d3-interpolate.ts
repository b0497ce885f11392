/**
 * What the scales of our charts take of d3-interpolate: they run between numbers, in pixels. The library's own `interpolate` knows colours, dates
 * and text as well, which would come along.
 */

/** `interpolateNumber(10, 20)(0.5)` → 15. */
export const interpolateNumber =
  (from: number, to: number): ((share: number) => number) =>
  (share) =>
    from * (1 - share) + to * share;

/** The same to whole numbers. */
export const interpolateRound =
  (from: number, to: number): ((share: number) => number) =>
  (share) =>
    Math.round(interpolateNumber(from, to)(share));

export { interpolateNumber as interpolate };
/** Scales of several pieces ask for it, and no chart of ours has one. Throws. */
export const piecewise = (): never => {
  throw new Error("no chart has a scale of several pieces");
};
