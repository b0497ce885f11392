import type { Workload } from "../cost/workload.ts";
import type { Model } from "../model/model.ts";
import type { Condition } from "../offer/condition.ts";
import type { Offer } from "../offer/offer.ts";
import type { Sellers } from "../offer/seller.ts";
import { cheapestOf, type RankedOffer, type RankOptions, rankOffers } from "../ranking/cheapest.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import {
  conditionReference,
  deltasTo,
  type PricePair,
  pricePair,
  type Reference,
  referenceFor,
  unconfirmedList,
} from "./delta.ts";
import { type ListPast, listOnDay } from "./list-on-day.ts";
import { cheapestReported, lastConfirmed } from "./other-answers.ts";

type Deltas = ReturnType<typeof deltasTo>;

/** A condition of an offer with its own difference to the reference under the same condition. */
export interface ConditionRow {
  readonly condition: Condition;
  readonly prices: PricePair;
  /** Null = nothing to compare with. */
  readonly deltas: Deltas | null;
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
  /** What catalogues give for the maker's own price, where nobody read it there; null = the list price is confirmed, or there is none. */
  readonly unconfirmedList: AssessedOffer | null;
  /** By landed month, unpriced last. */
  readonly rows: readonly SheetRow[];
  readonly cheapest: SheetRow | null;
  /** With prices counted that one catalogue alone names. */
  readonly cheapestReported: SheetRow | null;
  /** Where nothing may win: the cheapest confirmed price of earlier days. */
  readonly lastConfirmed: SheetRow | null;
}

/** A model with all that is known of its prices. */
interface SoldModel {
  readonly model: Model;
  readonly offers: readonly AssessedOffer[];
  /** What its list price was on other days. */
  readonly past: ListPast;
}

/** One model's offers, ranked for a workload and compared with the list price. */
export function modelSheet(
  { model, offers, past }: SoldModel,
  workload: Workload,
  sellers: Sellers,
  options: RankOptions,
): ModelSheet {
  const reference = referenceFor(offers, model.maker, sellers);
  const rows = rankOffers(offers, workload, sellers, options).map((ranked) => sheetRow(ranked, reference, past));
  const winner = cheapestOf(rows)?.offer.id;
  const cheapest = rows.find(({ offer }) => offer.id === winner) ?? null;
  return {
    ...{ model, reference, rows, cheapest },
    unconfirmedList: unconfirmedList(offers, model.maker, sellers),
    cheapestReported: cheapestReported(rows),
    lastConfirmed: cheapest === null ? lastConfirmed(rows) : null,
  };
}

function sheetRow(ranked: RankedOffer, reference: Reference | null, past: ListPast): SheetRow {
  const { offer } = ranked;
  if (reference === null) {
    const conditions = offer.conditions.map((condition) => ({ condition, prices: pricePair(offer, condition), deltas: null }));
    return { ...ranked, deltas: null, comparedOn: null, conditions };
  }
  const earlier = earlierReference(reference, offer, past);
  const listThen = earlier?.reference ?? reference;
  return {
    ...ranked,
    deltas: deltasTo(pricePair(offer, null), listThen.prices),
    comparedOn: earlier?.day ?? null,
    conditions: offer.conditions.map((condition) => {
      const prices = pricePair(offer, condition);
      return { condition, prices, deltas: deltasTo(prices, conditionReference(listThen, condition)) };
    }),
  };
}

/** The list price of the offer's own day, where the list changed between the two readings. */
function earlierReference(
  reference: Reference,
  offer: Offer,
  past: ListPast,
): { readonly day: string; readonly reference: Reference } | null {
  if (reference.kind !== "list" || offer.id === reference.offer.id) return null;
  const earlier = listOnDay(reference.offer, offer.source.readAt.slice(0, 10), past);
  if (earlier === null) return null;
  return { day: earlier.day, reference: { kind: "list", offer: earlier.offer, prices: pricePair(earlier.offer, null) } };
}
