import { type Assumption, type CostedOffer, type MonthCost, monthCost } from "../cost/landed-cost.ts";
import type { Workload } from "../cost/workload.ts";
import { compareText } from "../money/compare-text.ts";
import { microUsd } from "../money/micro-usd.ts";
import type { Offer } from "../offer/offer.ts";
import { offerId } from "../offer/offer-id.ts";
import type { Sellers } from "../offer/seller.ts";
import { unknownFeeShare } from "../purchase/fee-range.ts";
import { DEFAULT_PURCHASE, type Landed, landedMonth, type Purchase } from "../purchase/purchase.ts";
import { compareTied } from "../purchase/tie-order.ts";
import { AGE_CLASSES } from "../source/age-class.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import { type CountedPrices, type Ineligible, ineligible, ineligibleCard, type JudgedOffer, withAging } from "./eligibility.ts";

/** How the buyer pays, the same everywhere but for what was negotiated with one platform. */
export interface RankOptions {
  readonly purchase: Purchase;
  /** Platform id → the buyer's own discount there, in basis points. */
  readonly discountBps: ReadonlyMap<string, number>;
  /** `reported`: prices that one catalogue alone names may win too. */
  readonly counted: CountedPrices;
}

export const DEFAULT_RANK_OPTIONS: RankOptions = {
  purchase: DEFAULT_PURCHASE,
  discountBps: new Map(),
  counted: "confirmed",
};

export interface RankedOffer<Sold = AssessedOffer> {
  readonly offer: Sold;
  readonly month: MonthCost;
  /** Null when the month has no price. */
  readonly landed: Landed | null;
  /** Null = it may win. */
  readonly ineligible: Ineligible | null;
}

/**
 * Every offer of one model by the most its landed month may be; behind those that may be relied on stand the others, in the parts of
 * `partOf`; ties by `compareTied`. Any order in gives the same order out.
 */
export function rankOffers<Sold extends RankableOffer>(
  offers: readonly Sold[],
  workload: Workload,
  sellers: Sellers,
  options: RankOptions,
): readonly RankedOffer<Sold>[] {
  const rows = landedOffers(offers, workload, sellers, options).map(
    (row): RankedOffer<Sold> => ({ ...row, ineligible: ineligible(row, workload, sellers, options.counted) }),
  );
  return withAging(rows)
    .map((row) => ({ row, part: partOf(row), ticks: ticksOf(row) }))
    .sort((a, b) => a.part - b.part || a.ticks - b.ticks || compareTied(a.row.offer, b.row.offer, sellers))
    .map(({ row }) => row);
}

/** The months of one model's offers in the order they came, no matter who of them may win. */
export function landedOffers<Sold extends RankableOffer>(
  offers: readonly Sold[],
  workload: Workload,
  sellers: Sellers,
  options: RankOptions,
): readonly Omit<RankedOffer<Sold>, "ineligible">[] {
  return offers.map(landingAmong(offers, workload, sellers, options));
}

/** Gives the month of one offer of a model among all of them: a batch or a standard offer beside it may bill for it. */
export function landingAmong<Sold extends RankableOffer>(
  offers: readonly Sold[],
  workload: Workload,
  sellers: Sellers,
  options: RankOptions,
): (offer: Sold) => Omit<RankedOffer<Sold>, "ineligible"> {
  const { batchOffers, olderBatches, standardOffers } = besideIn(offers, sellers, options.counted);
  const unknownShare = unknownFeeShare(sellers, options.purchase);
  return (offer) => {
    const paid = monthCost(offer, workload, batchOffers.get(offer.id) ?? null, standardOffers.get(offer.id) ?? null);
    const month = olderBatches.has(offer.id) ? withOlderBatch(paid) : paid;
    const discountBps = options.discountBps.get(offer.platform) ?? options.purchase.discountBps;
    const fees = sellers.get(offer.platform)?.fees ?? null;
    const purchase = { ...options.purchase, discountBps };
    return { offer, month, landed: month.kind === "priced" ? landedMonth(month.usd, fees, purchase, unknownShare) : null };
  };
}

/** The same month, said to be billed as standard because the batch price beside it is too old, and not for want of one. */
export function withOlderBatch(month: MonthCost): MonthCost {
  if (month.kind !== "priced") return month;
  const named = (each: Assumption): Assumption => (each === "batchBilledAsStandard" ? "olderBatchNotCounted" : each);
  return { ...month, assumptions: month.assumptions.map(named) };
}

/** The cheapest row that may win, or null. */
export function cheapestOf<Sold>(ranked: readonly RankedOffer<Sold>[]): RankedOffer<Sold> | null {
  return ranked.find((row) => row.ineligible === null) ?? null;
}

/** Of a list of offers: which batch and which standard offer is beside each, by the offer's id. */
interface Beside<Sold> {
  readonly sellers: Sellers;
  readonly batchOffers: ReadonlyMap<string, Sold>;
  /** The offers beside which only its age keeps a batch offer from counting. */
  readonly olderBatches: ReadonlySet<string>;
  readonly standardOffers: ReadonlyMap<string, Sold>;
}

const besideByList: Readonly<Record<CountedPrices, WeakMap<readonly PlacedOffer[], Beside<PlacedOffer>>>> = {
  confirmed: new WeakMap(),
  reported: new WeakMap(),
};

/** Found once for a list, which is ranked for many workloads. */
function besideIn(offers: readonly PlacedOffer[], sellers: Sellers, counted: CountedPrices): Beside<PlacedOffer> {
  const earlier = besideByList[counted].get(offers);
  if (earlier?.sellers === sellers) return earlier;
  const batchOffers = pairBatchOffers(offers, sellers, counted);
  const olderBatches = olderBatchesBeside(offers, sellers, batchOffers);
  const beside = { sellers, batchOffers, olderBatches, standardOffers: standardBeside(offers) };
  besideByList[counted].set(offers, beside);
  return beside;
}

/** Offer id → the batch offer sold beside it that counts: same model, platform, host, region, quantization and variant. */
export function pairBatchOffers<Sold extends PlacedOffer>(
  offers: readonly Sold[],
  sellers: Sellers,
  counted: CountedPrices,
): ReadonlyMap<string, Sold> {
  const batches = offers.filter((offer) => offer.tier === "batch" && ineligibleCard(offer, sellers, counted) === null);
  if (batches.length === 0) return new Map();
  const byPlace = new Map(batches.toSorted((a, b) => compareText(b.id, a.id)).map((offer) => [placeOf(offer), offer]));
  return new Map(
    offers.flatMap((offer) => {
      const batch = offer.tier === "batch" ? undefined : byPlace.get(placeOf(offer));
      return batch === undefined || isLessKnown(batch, offer) ? [] : [[offer.id, batch] as const];
    }),
  );
}

/** The ids of offers without a batch offer that counts, beside which there is one that is older, or too old. */
export function olderBatchesBeside(
  offers: readonly PlacedOffer[],
  sellers: Sellers,
  batchOffers: ReadonlyMap<string, PlacedOffer>,
): ReadonlySet<string> {
  const isOld = (offer: PlacedOffer) => ineligibleCard({ ...offer, age: "fresh" }, sellers, "confirmed") === null;
  const places = new Set(offers.filter((offer) => offer.tier === "batch" && isOld(offer)).map(placeOf));
  const isWithout = (offer: PlacedOffer) => offer.tier !== "batch" && !batchOffers.has(offer.id);
  return new Set(
    places.size === 0 ? [] : offers.filter((offer) => isWithout(offer) && places.has(placeOf(offer))).map(({ id }) => id),
  );
}

/** A batch card that is older than the standard card beside it does not make that one cheaper. */
const isLessKnown = (batch: JudgedOffer, standard: JudgedOffer): boolean =>
  AGE_CLASSES.indexOf(batch.age) > AGE_CLASSES.indexOf(standard.age);

/** Offer id of every other tier → the standard offer it is sold beside. A pinned or closed sibling still says what its meters cost. */
export function standardBeside<Sold extends PlacedOffer>(offers: readonly Sold[]): ReadonlyMap<string, Sold> {
  const others = offers.filter(({ tier }) => tier !== "standard");
  if (others.length === 0) return new Map();
  const standards = offers.filter(({ tier, status }) => tier === "standard" && status !== "retired");
  const byPlace = new Map(standards.toSorted((a, b) => compareText(b.id, a.id)).map((offer) => [placeOf(offer), offer]));
  return new Map(
    others.flatMap((offer) => {
      const standard = byPlace.get(placeOf(offer));
      return standard === undefined ? [] : [[offer.id, standard] as const];
    }),
  );
}

/** What `pairBatchOffers` reads of an offer. */
type PlacedOffer = Pick<Offer, "id" | "model" | "host" | "region" | "quantization" | "variant"> & JudgedOffer & CostedOffer;

/** What its id would be at the standard tier: the same for all tiers of one sale. */
function placeOf({ model, platform, host, region, quantization, variant }: PlacedOffer): string {
  return offerId(model, { platform, host, region, quantization, variant, tier: "standard" });
}

/** What `rankOffers` reads of an offer. */
export type RankableOffer = PlacedOffer & CostedOffer & Pick<Offer, "priceEndsOn">;

/** What keeps a price from winning by its age, its source or a doubt, and how far behind the others it then stands. */
const DISTRUST: Readonly<Partial<Record<Ineligible, number>>> = { aging: 1, unconfirmed: 1, expired: 2, doubtful: 3 };

/** Prices to rely on, then older and unconfirmed ones, those too old, those in doubt, and last what has no price. */
function partOf({ ineligible: why, month }: Pick<RankedOffer, "ineligible" | "month">): number {
  return month.kind === "priced" ? (DISTRUST[why ?? "free"] ?? 0) : 4;
}

/** True where its age, its source or a doubt keeps a row from winning. */
export const isDistrusted = ({ ineligible: why }: Pick<RankedOffer, "ineligible">): boolean =>
  why !== null && DISTRUST[why] !== undefined;

/** Months are compared in millionths of a dollar, so that float noise never decides between equal bills. */
const ticksOf = ({ landed }: Pick<RankedOffer, "landed">): number =>
  landed === null ? Number.MAX_VALUE : microUsd(landed.upperUsd);
