import { type Condition, conditionKey } from "../../../src/domain/offer/condition.ts";
import { METERS, type Meter, type Prices } from "../../../src/domain/offer/meter.ts";
import type { Offer } from "../../../src/domain/offer/offer.ts";

/** One figure that differs between two nights. Null = no figure. */
export interface FigureChange {
  readonly offer: string;
  readonly meter: Meter;
  /** The condition's name, null on the base card. */
  readonly condition: string | null;
  readonly old: number | null;
  readonly new: number | null;
}

/** Every changed figure of offers known on both sides, by offer id, condition and meter. */
export function figureChanges(before: readonly Offer[], after: readonly Offer[]): readonly FigureChange[] {
  const offersBefore = new Map(before.map((offer) => [offer.id, offer]));
  return after.flatMap((offer) => {
    const old = offersBefore.get(offer.id);
    return old === undefined ? [] : offerFigureChanges(old, offer);
  });
}

/** The changed figures of one offer. */
function offerFigureChanges(old: Offer, now: Offer): readonly FigureChange[] {
  const before = cards(old);
  const after = cards(now);
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => changesOfCard(now.id, key === "" ? null : key, before.get(key) ?? {}, after.get(key) ?? {}));
}

function cards(offer: { readonly prices: Prices; readonly conditions: readonly Condition[] }): ReadonlyMap<string, Prices> {
  return new Map([
    ["", offer.prices],
    ...offer.conditions.map((condition) => [conditionKey(condition), condition.prices] as const),
  ]);
}

function changesOfCard(offer: string, condition: string | null, old: Prices, now: Prices): readonly FigureChange[] {
  return METERS.filter((meter) => (old[meter] ?? null) !== (now[meter] ?? null)).map((meter) => ({
    offer,
    meter,
    condition,
    old: old[meter] ?? null,
    new: now[meter] ?? null,
  }));
}
