import { cheapestOf, type RankedOffer, type RankOptions, rankOffers } from "./cheapest.ts";
import type { Condition } from "./condition.ts";
import { conditionReference, deltasTo, type PricePair, pricePair, type Reference, referenceFor } from "./delta.ts";
import type { Model } from "./model.ts";
import type { Offer, SecondReading } from "./offer.ts";
import type { Sellers } from "./seller.ts";
import type { Workload } from "./workload.ts";

type Deltas = ReturnType<typeof deltasTo>;

/** A condition of an offer with its own difference to the reference under the same condition. */
export interface ConditionRow {
  readonly condition: Condition;
  readonly prices: PricePair;
  readonly deltas: Deltas;
}

/** One offer as a page shows it. */
export interface SheetRow extends RankedOffer {
  /** Null = nothing to compare with. */
  readonly deltas: Deltas | null;
  /** Set when the list price changed between the two readings: the day whose list price this row is compared with. */
  readonly comparedOn: string | null;
  readonly conditions: readonly ConditionRow[];
}

/** Everything a model's page says about its offers for one workload. */
export interface ModelSheet {
  readonly model: Model;
  readonly reference: Reference | null;
  /** By landed month, unpriced last. */
  readonly rows: readonly SheetRow[];
  readonly cheapest: SheetRow | null;
}

/** One model's offers, ranked for a workload and compared with the list price (design §1, *delta*). */
export function modelSheet(
  model: Model,
  offers: readonly Offer[],
  secondsOf: (offerId: string) => readonly SecondReading[],
  workload: Workload,
  sellers: Sellers,
  options: RankOptions,
): ModelSheet {
  const reference = referenceFor(offers, model.maker, sellers);
  const rows = rankOffers(offers, workload, sellers, options).map((ranked) => sheetRow(ranked, reference, secondsOf));
  const cheapest = cheapestOf(rows)?.offer.id;
  return { model, reference, rows, cheapest: rows.find(({ offer }) => offer.id === cheapest) ?? null };
}

function sheetRow(
  ranked: RankedOffer,
  reference: Reference | null,
  secondsOf: (offerId: string) => readonly SecondReading[],
): SheetRow {
  const { offer } = ranked;
  if (reference === null) return { ...ranked, deltas: null, comparedOn: null, conditions: [] };
  const earlier = earlierList(reference, offer, secondsOf);
  const own = earlier === null ? reference : earlier.reference;
  return {
    ...ranked,
    deltas: deltasTo(pricePair(offer, null), own.prices),
    comparedOn: earlier?.day ?? null,
    conditions: offer.conditions.map((condition) => {
      const prices = pricePair(offer, condition);
      return { condition, prices, deltas: deltasTo(prices, conditionReference(own, condition)) };
    }),
  };
}

/**
 * The list price as it stood when an older offer was read: the newest other reading of the list offer from before its price took effect.
 * GPT-5.6 Sol lists $4 since 2026-08-21; a host read on 2026-08-08 at $5 is compared with the $5 of that time, not called 25 % dearer.
 */
function earlierList(
  reference: Reference,
  offer: Offer,
  secondsOf: (offerId: string) => readonly SecondReading[],
): { readonly day: string; readonly reference: Reference } | null {
  if (reference.kind !== "list" || reference.offer.effectiveFrom === null || offer.id === reference.offer.id) return null;
  const { effectiveFrom } = reference.offer;
  if (offer.source.readAt.slice(0, 10) >= effectiveFrom) return null;
  const before = secondsOf(reference.offer.id).filter(({ source }) => source.readAt.slice(0, 10) < effectiveFrom);
  const newest = before.toSorted((a, b) => (a.source.readAt > b.source.readAt ? -1 : 1))[0];
  if (newest === undefined) return null;
  const { prices, conditions, source } = newest;
  const listThen: Offer = { ...reference.offer, prices, conditions };
  return { day: source.readAt.slice(0, 10), reference: { kind: "list", offer: listThen, prices: pricePair(listThen, null) } };
}
