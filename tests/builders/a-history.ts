import type { Change } from "../../src/domain/history/change.ts";
import { changesSince, type StepContext } from "../../src/domain/history/history.ts";
import { type Ledger, ledgerOf, type PricedOffer, replay } from "../../src/domain/history/ledger.ts";

/** The lines that some days of offers make, one night after the other. */
export function aHistory(days: Readonly<Record<string, readonly PricedOffer[]>>): readonly Change[] {
  let changes: readonly Change[] = [];
  let before: readonly PricedOffer[] = [];
  for (const [day, offers] of Object.entries(days)) {
    changes = [...changes, ...changesSince(replay(changes), before, offers, onDay(day))];
    before = offers;
  }
  return changes;
}

/** The lines that lead from yesterday's offers to today's, where history holds yesterday's. */
export const changesBetween = (before: readonly PricedOffer[], after: readonly PricedOffer[], day: string): readonly Change[] =>
  changesSince(ledgerOf(before), before, after, onDay(day));

const onDay = (day: string): StepContext => ({ day, repointed: new Set(), mended: new Set() });

/** Every price that stands: offer id → figure → millionths of a dollar. Offers without any are left out. */
export function figuresOf(ledger: Ledger): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const offers = [...ledger].map(([id, figures]) => {
    const prices = [...figures].flatMap(([key, { micro }]) => (micro === null ? [] : [[key, micro] as const]));
    return [id, Object.fromEntries(prices)] as const;
  });
  return Object.fromEntries(offers.filter(([, prices]) => Object.keys(prices).length > 0));
}

/** `2026-08-08 input 0.76 → 0.252 (transient)`, in dollars per million tokens. */
export const lineTexts = (changes: readonly Change[]): readonly string[] =>
  changes.map(({ day, meter, condition, old, new: now, note }) => {
    const name = condition === null ? meter : `${meter} ${condition}`;
    return `${day} ${name} ${dollars(old)} → ${dollars(now)}${note === null ? "" : ` (${note})`}`;
  });

const dollars = (micro: number | null): string => (micro === null ? "–" : String(micro / 1_000_000));
