import { type CostedOffer, type MonthCost, monthCost } from "../cost/landed-cost.ts";
import { DEFAULT_PURCHASE, type Landed, landed, type Purchase } from "../cost/purchase.ts";
import type { Workload } from "../cost/workload.ts";
import { compareText } from "../money/compare-text.ts";
import type { Offer } from "../offer/offer.ts";
import type { Sellers } from "../offer/seller.ts";

/** How the buyer pays, the same everywhere but for what was negotiated with one platform. */
export interface RankOptions {
  readonly purchase: Purchase;
  /** Platform id → the buyer's own discount there, in basis points. */
  readonly discountBps: ReadonlyMap<string, number>;
}

export const DEFAULT_RANK_OPTIONS: RankOptions = { purchase: DEFAULT_PURCHASE, discountBps: new Map() };

/** `counts`, or the first reason why an offer is never called the cheapest (design §6). */
export type Standing = "counts" | "otherTier" | "notCurrent" | "free" | "ownKey" | "unpriced" | "doesNotFit";

export interface RankedOffer<Sold = Offer> {
  readonly offer: Sold;
  readonly month: MonthCost;
  /** Null when the month has no price. */
  readonly landed: Landed | null;
  readonly standing: Standing;
}

/** Every offer of one model by landed month, unpriced ones last; ties end in the offer id. Any order in gives the same order out. */
export function rankOffers<Sold extends RankableOffer>(
  offers: readonly Sold[],
  workload: Workload,
  sellers: Sellers,
  options: RankOptions,
): readonly RankedOffer<Sold>[] {
  const batchOffers = pairBatchOffers(offers);
  const standardOffers = standardBeside(offers);
  const rows = offers.map((offer): RankedOffer<Sold> => {
    const month = monthCost(offer, workload, batchOffers.get(offer.id) ?? null, standardOffers.get(offer.id) ?? null);
    const discountBps = options.discountBps.get(offer.platform) ?? options.purchase.discountBps;
    const fees = sellers.get(offer.platform)?.fees ?? null;
    return {
      offer,
      month,
      landed: month.kind === "priced" ? landed(month.usd, fees, { ...options.purchase, discountBps }) : null,
      standing: standingOf(offer, month, workload, sellers),
    };
  });
  return rows.sort(byLanded);
}

/** The cheapest row that counts, or null. */
export function cheapestOf<Sold>(ranked: readonly RankedOffer<Sold>[]): RankedOffer<Sold> | null {
  return ranked.find(({ standing }) => standing === "counts") ?? null;
}

/** False where the prompt is longer than the context, or the answer than the output limit. Unknown limits fit. */
export function fits(offer: Pick<Offer, "contextTokens" | "maxOutputTokens">, request: RequestShape): boolean {
  return (
    request.inputTokens <= (offer.contextTokens ?? Number.POSITIVE_INFINITY) &&
    request.outputTokens <= (offer.maxOutputTokens ?? Number.POSITIVE_INFINITY)
  );
}

type RequestShape = Pick<Workload, "inputTokens" | "outputTokens">;

/** Offer id → the batch offer sold beside it: same model, platform, host, region, quantization and variant. */
export function pairBatchOffers<Sold extends PlacedOffer>(offers: readonly Sold[]): ReadonlyMap<string, Sold> {
  const batches = offers.filter(({ tier, status }) => tier === "batch" && status !== "retired");
  if (batches.length === 0) return new Map();
  const byPlace = new Map(batches.toSorted((a, b) => compareText(b.id, a.id)).map((offer) => [placeOf(offer), offer]));
  return new Map(
    offers.flatMap((offer) => {
      const batch = offer.tier === "batch" ? undefined : byPlace.get(placeOf(offer));
      return batch === undefined ? [] : [[offer.id, batch] as const];
    }),
  );
}

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
type PlacedOffer = Pick<Offer, "id" | "model" | "platform" | "host" | "region" | "tier" | "quantization" | "variant" | "status">;

function placeOf({ model, platform, host, region, quantization, variant }: PlacedOffer): string {
  return JSON.stringify([model, platform, host, region, quantization, variant]);
}

/** What `standingOf` reads of an offer. */
type JudgedOffer = Pick<Offer, "tier" | "prices" | "status" | "platform" | "contextTokens" | "maxOutputTokens">;

/** What `rankOffers` reads of an offer. */
export type RankableOffer = PlacedOffer & JudgedOffer & CostedOffer;

/** Whether an offer may be called the cheapest of a request's shape at the month it costs, or the first reason why not. */
export function standingOf(offer: JudgedOffer, month: MonthCost, request: RequestShape, sellers: Sellers): Standing {
  if (offer.tier === "free" || (offer.prices.input === 0 && offer.prices.output === 0)) return "free";
  if (offer.tier !== "standard") return "otherTier";
  if (offer.status !== "current") return "notCurrent";
  if (sellers.get(offer.platform)?.kind === "byok") return "ownKey";
  if (month.kind !== "priced") return "unpriced";
  return fits(offer, request) ? "counts" : "doesNotFit";
}

/** Months are compared in millionths of a dollar, so that float noise never decides between equal bills. */
function byLanded(a: RankedOffer<RankableOffer>, b: RankedOffer<RankableOffer>): number {
  return ticksOf(a) - ticksOf(b) || compareText(a.offer.id, b.offer.id);
}

const ticksOf = ({ landed }: Pick<RankedOffer, "landed">): number =>
  landed === null ? Number.MAX_VALUE : Math.round(landed.usd * 1e6);
