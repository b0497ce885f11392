import { compareText } from "../money/compare-text.ts";
import { roundedMedian } from "../money/median.ts";
import type { Condition } from "../offer/condition.ts";
import { distanceFromPlain } from "../offer/distance-from-plain.ts";
import type { Offer } from "../offer/offer.ts";
import type { Sellers } from "../offer/seller.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import { isFirstHand } from "../source/evidence-class.ts";
import { type EndpointOffer, type MakersEndpoint, makersEndpoint } from "./makers-endpoint.ts";
import { whoRuns } from "./who-runs.ts";

/** Input and output in millionths of a dollar per million tokens; null = no figure. */
export interface PricePair {
  readonly input: number | null;
  readonly output: number | null;
}

/** What the deltas of one model's offers are against. */
export type Reference =
  | {
      readonly kind: "list";
      readonly offer: Offer;
      readonly prices: PricePair;
      /** Set where nobody read the maker's own page: it is what the maker asks as a host of OpenRouter, last seen on a day. */
      readonly atOpenrouter?: Omit<MakersEndpoint<Offer>, "offer">;
    }
  | { readonly kind: "medianHost"; readonly hosts: number; readonly prices: PricePair };

/**
 * (price − reference) ÷ reference in whole basis points, half away from zero: 4.25 against 5 → −1500, 1.00005 against 1 → 1 and 0.99995 → −1.
 * Null without both figures, and against zero, which nothing can be a share of.
 */
export function deltaBps(price: number | null, reference: number | null): number | null {
  if (price === null || reference === null || reference === 0) return null;
  const difference = price - reference;
  const magnitude = Math.floor((Math.abs(difference) * 20_000 + reference) / (2 * reference));
  return magnitude === 0 ? 0 : Math.sign(difference) * magnitude;
}

/**
 * Each meter's difference to a reference, in basis points and in millionths of a dollar per million tokens: $4.40 beside $4 is 1,000 and 400,000.
 * Null where one of the two has no price; basis points are null beside a free reference too.
 */
export function deltasTo(
  prices: PricePair,
  reference: PricePair,
): { readonly bps: PricePair; readonly microUsdPerMTok: PricePair } {
  return {
    bps: { input: deltaBps(prices.input, reference.input), output: deltaBps(prices.output, reference.output) },
    microUsdPerMTok: { input: difference(prices.input, reference.input), output: difference(prices.output, reference.output) },
  };
}

/** The offer's base card, or the card under one of its conditions with the meters it inherits. */
export function pricePair(offer: Pick<Offer, "prices" | "conditions">, condition: Condition | null): PricePair {
  const { input = null, output = null } = condition === null ? offer.prices : { ...offer.prices, ...condition.prices };
  return { input, output };
}

/**
 * The list offer of a model; where nobody read its maker's own page, what the maker asks as a host of OpenRouter; else the median of its hosts.
 * Null = none has a figure.
 */
export function referenceFor(offers: readonly (Offer & EndpointOffer)[], maker: string, sellers: Sellers): Reference | null {
  const list = listOffer(offers, maker, sellers);
  if (list !== null) return { kind: "list", offer: list, prices: pricePair(list, null) };
  const endpoint = makersEndpoint(offers, maker, sellers, makersOffer(offers, maker, sellers));
  if (endpoint === null || endpoint.age === "expired") return medianHost(offers, sellers);
  const { offer, ...atOpenrouter } = endpoint;
  return { kind: "list", offer, prices: pricePair(offer, null), atOpenrouter };
}

/** What a condition card is compared with: the list's own card under the same condition, else the reference's base. */
export function conditionReference(reference: Reference, condition: Condition): PricePair {
  const same = reference.kind === "list" ? reference.offer.conditions.find((other) => isSame(other, condition)) : undefined;
  return reference.kind === "list" && same !== undefined ? pricePair(reference.offer, same) : reference.prices;
}

/**
 * The maker's own international USD API, standard tier, any quantization or variant last; retired ones never. Only where the price is the
 * maker's own word, read or written down, and nothing speaks against it.
 */
export function listOffer<Sold extends ListedOffer>(offers: readonly Sold[], maker: string, sellers: Sellers): Sold | null {
  return makersOffer(offers.filter(isMakersWord), maker, sellers);
}

/**
 * Where no list price is confirmed: what catalogues give for the maker's own, else what it asked at OpenRouter more than 60 days ago. Shown as
 * unconfirmed, and no reference.
 */
export function unconfirmedList<Sold extends EndpointOffer>(
  offers: readonly Sold[],
  maker: string,
  sellers: Sellers,
): Sold | null {
  if (listOffer(offers, maker, sellers) !== null) return null;
  const atMaker = makersOffer(offers, maker, sellers);
  const endpoint = makersEndpoint(offers, maker, sellers, atMaker);
  if (endpoint?.age === "fresh" || endpoint?.age === "aging") return null;
  return atMaker !== null && (atMaker.doubts.length === 0 || endpoint === null) ? atMaker : (endpoint?.offer ?? null);
}

const isMakersWord = ({ evidence, doubts }: Sourced): boolean => isFirstHand(evidence) && doubts.length === 0;

/** The plainest of what the maker's own platform sells, no matter who says at what price. */
export function makersOffer<Sold extends ListedOffer>(offers: readonly Sold[], maker: string, sellers: Sellers): Sold | null {
  const listOffers = offers.filter(
    ({ platform, host, tier, status, prices }) =>
      sellers.get(platform)?.listMakers.includes(maker) === true &&
      host === null &&
      tier === "standard" &&
      status !== "retired" &&
      (prices.input !== undefined || prices.output !== undefined),
  );
  return listOffers.toSorted((a, b) => distanceFromPlain(a) - distanceFromPlain(b) || compareText(a.id, b.id))[0] ?? null;
}

/** How its price is known. */
type Sourced = Pick<AssessedOffer, "evidence" | "doubts">;

/** What `listOffer` reads of an offer. */
type ListedOffer = Pick<
  Offer,
  "id" | "platform" | "host" | "region" | "tier" | "quantization" | "variant" | "status" | "prices"
> &
  Sourced;

/**
 * The median price of those who run the weights, one vote each: standard tier, current, priced and not free, no matter who takes the money. A
 * host sold under several names votes with its lowest price; a router's own headline is somebody's price already and has no vote.
 */
export function medianHost(offers: readonly Offer[], sellers: Sellers): Extract<Reference, { kind: "medianHost" }> | null {
  const votes = Map.groupBy(
    offers.filter((offer) => isVote(offer, sellers)),
    (offer) => whoRuns(offer, sellers),
  );
  const lowest = (meter: "input" | "output") =>
    [...votes.values()].flatMap((hostOffers) => {
      const prices = hostOffers.flatMap(({ prices: { [meter]: price } }) => (price === undefined ? [] : [price]));
      return prices.length === 0 ? [] : [Math.min(...prices)];
    });
  const prices = { input: roundedMedian(lowest("input")), output: roundedMedian(lowest("output")) };
  return prices.input === null && prices.output === null ? null : { kind: "medianHost", hosts: votes.size, prices };
}

function isVote({ tier, status, prices, host, platform }: Offer, sellers: Sellers): boolean {
  const kind = sellers.get(platform)?.kind;
  return (
    tier === "standard" &&
    status === "current" &&
    (prices.input ?? 0) + (prices.output ?? 0) > 0 &&
    kind !== "byok" &&
    !(kind === "router" && host === null)
  );
}

function isSame(a: Condition, b: Condition): boolean {
  if ("promptTokensAbove" in a) return "promptTokensAbove" in b && isSameLength(a.promptTokensAbove, b.promptTokensAbove);
  return "utc" in b && a.utc.join() === b.utc.join() && (a.days?.join() ?? "") === (b.days?.join() ?? "");
}

/** Sources write one threshold in several ways: 271,999 or 272,001 for 272,000, and 262,144 for 256,000. */
const isSameLength = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(a, b) * SAME_LENGTH;
/** 262,144 is 2.4 % more than 256,000; no maker has two thresholds as near as this. */
const SAME_LENGTH = 0.03;

const difference = (price: number | null, reference: number | null): number | null =>
  price === null || reference === null ? null : price - reference;
