import type { MicroUsdPerMTok } from "../money/money.ts";
import type { Change } from "./change.ts";
import { figureKey } from "./ledger.ts";

/** A night that looked again after weeks, and whose lines do not say so themselves: nobody had looked since `notBefore`. */
export interface LateNight {
  readonly day: string;
  readonly notBefore: string;
}

/**
 * Lines of history, oldest first, each thing once. Lines are only ever added, also between older ones: what a later line shows as one
 * step from the figure before the gap, the added lines show step by step. So a line that says what is valid already is left out, and one that
 * goes on from there starts at what is valid. 1 → 3 on 20 November, after an added 1 → 2 on 4 September, reads 2 → 3.
 */
export function withoutRepeats(changes: readonly Change[], lateNight: LateNight | null = null): readonly Change[] {
  const figures = new Map<string, { readonly micro: MicroUsdPerMTok | null; readonly day: string }>();
  return changes.flatMap((change) => {
    const key = `${change.offerId} ${figureKey(change.meter, change.condition)}`;
    const last = figures.get(key);
    if (last !== undefined && last.micro === change.new && change.note !== "repointed") return [];
    figures.set(key, { micro: change.new, day: change.day });
    return [withNotBefore(last === undefined ? change : { ...change, old: last.micro }, last?.day ?? null, lateNight)];
  });
}

/** The later of the last line of this figure and the last look before the night. */
function withNotBefore(change: Change, lastDay: string | null, lateNight: LateNight | null): Change {
  if (lateNight === null || change.day !== lateNight.day || change.notBefore !== undefined || lastDay === change.day)
    return change;
  return { ...change, notBefore: lastDay !== null && lastDay > lateNight.notBefore ? lastDay : lateNight.notBefore };
}
