/** Where first place is lost as one number of the workload moves: the nearest point on each side; null = nowhere in the range. */
export interface FlipPoints {
  readonly below: number | null;
  readonly above: number | null;
}

/** Points looked at across the whole range: a lead lost and won back between two of them goes unseen. */
const STEPS = 400;
const HALVINGS = 40;

/**
 * What would flip first place: `lead` is how far the first is ahead of the second (cost apart, value apart; negative = behind) at a value of
 * one workload number, `now` the value today. Cards have conditions and fees have minimums, so the lead need not be a line: it is sampled over
 * the range and the first change of sign on each side is halved down. "Loses first place when the output share is above 0.31."
 * A lead that cannot be told (null) ends the search on its side. Null when the first is not ahead now.
 */
export function flipPoints(
  lead: (at: number) => number | null,
  now: number,
  range: readonly [number, number],
): FlipPoints | null {
  const ahead = lead(now);
  if (ahead === null || ahead < 0) return null;
  const [low, high] = range;
  return { below: firstFlip(lead, now, low, range), above: firstFlip(lead, now, high, range) };
}

/** From `now` towards `end`, in steps of the same length on both sides. */
function firstFlip(
  lead: (at: number) => number | null,
  now: number,
  end: number,
  [low, high]: readonly [number, number],
): number | null {
  const step = (high - low) / STEPS;
  const count = step > 0 ? Math.ceil(Math.abs(end - now) / step) : 0;
  for (let index = 1, kept = now; index <= count; index++) {
    const at = index === count ? end : now + Math.sign(end - now) * index * step;
    const value = lead(at);
    if (value === null) return null;
    if (value < 0) return halved(lead, kept, at);
    kept = at;
  }
  return null;
}

/** The last point at which first place still holds, between one where it does and one where it does not. */
function halved(lead: (at: number) => number | null, holds: number, lost: number): number {
  let [inside, outside] = [holds, lost];
  for (let round = 0; round < HALVINGS; round++) {
    const middle = (inside + outside) / 2;
    if ((lead(middle) ?? -1) < 0) outside = middle;
    else inside = middle;
  }
  return inside;
}
