import { priceWithoutDiscount } from "../cost/discount.ts";
import { compareText } from "../money/compare-text.ts";
import { distanceFromPlain } from "../offer/distance-from-plain.ts";
import type { Prices } from "../offer/meter.ts";
import type { Offer } from "../offer/offer.ts";
import type { Sellers } from "../offer/seller.ts";
import { AGE_CLASSES, type AgeClass, dayOfPrice } from "../source/age-class.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import { disagrees } from "../source/disagreement.ts";
import type { SourceRef } from "../source/source-ref.ts";
import { whoRuns } from "./who-runs.ts";

/** The maker as a host of OpenRouter: what it asks there stands for its list price where nobody read its own page. */
export interface MakersEndpoint<Sold> {
  /** At the price without any discount that OpenRouter states. */
  readonly offer: Sold;
  /** The last day this price was seen: the endpoint's own reading, or a later one of OpenRouter's list that can only be this endpoint's. */
  readonly seenOn: string;
  /** The catalogue's reading of the maker's own platform that shows the same: it keeps an older one from expiring. */
  readonly confirmedBy: SourceRef | null;
  readonly age: AgeClass;
}

/** What is read of an offer. */
export type EndpointOffer = Pick<
  Offer,
  | "id"
  | "platform"
  | "host"
  | "region"
  | "tier"
  | "quantization"
  | "variant"
  | "status"
  | "prices"
  | "conditions"
  | "discountBps"
  | "source"
> &
  Pick<AssessedOffer, "evidence" | "age" | "doubts" | "restsOn">;

/**
 * Null where OpenRouter names no endpoint of the maker's, where something speaks against it, or where it was contradicted since. Upstage asks
 * 0.15/0.6 for Solar Pro 3 on 8 August and is its only host; OpenRouter's list shows the same on 30 September → 0.15/0.6, seen on 30 September.
 * `own` = what catalogues give for the maker's own platform, if they do.
 */
export function makersEndpoint<Sold extends EndpointOffer>(
  offers: readonly Sold[],
  maker: string,
  sellers: Sellers,
  ownPage: Sold | null,
): MakersEndpoint<Sold> | null {
  const hosted = offers.filter(isStandardAtHost);
  const [endpoint] = hosted
    .filter((offer) => isMakersHost(offer, maker, sellers) && isUsable(offer))
    .toSorted((a, b) => distanceFromPlain(a) - distanceFromPlain(b) || compareText(a.id, b.id));
  if (endpoint === undefined) return null;
  const others = hosted.filter((offer) => !isMakersHost(offer, maker, sellers));
  const headline = offers.find(isHeadline) ?? null;
  if (headline !== null && hasMoved(endpoint, others, headline)) return null;
  const seen = headline !== null && isSeenAgain(endpoint, others, headline) ? headline : endpoint;
  const makersPrice = {
    offer: withoutDiscount(endpoint),
    seenOn: dayOfPrice(seen),
    confirmedBy: null,
    age: youngerAge(seen.age, endpoint.age),
  };
  if (ownPage === null || ownPage.doubts.length > 0) return makersPrice;
  if (isSamePrice(ownPage, makersPrice.offer))
    return { ...makersPrice, confirmedBy: ownPage.restsOn, age: youngerAge(ownPage.age, makersPrice.age) };
  return isStronger(ownPage, makersPrice) ? null : makersPrice;
}

const isStandardAtHost = ({ platform, host, tier, status }: EndpointOffer): boolean =>
  platform === "openrouter" && host !== null && tier === "standard" && status !== "retired";

const isHeadline = ({ platform, host, tier, variant, status }: EndpointOffer): boolean =>
  platform === "openrouter" && host === null && tier === "standard" && variant === null && status !== "retired";

/** A host is the maker's by the table of hosts, or where the maker is a platform nowhere else, by its very name. */
const isMakersHost = (offer: EndpointOffer, maker: string, sellers: Sellers): boolean =>
  offer.host === maker || sellers.get(whoRuns(offer, sellers))?.listMakers.includes(maker) === true;

const isUsable = ({ evidence, doubts, prices }: EndpointOffer): boolean =>
  evidence === "own" && doubts.length === 0 && (prices.input ?? 0) + (prices.output ?? 0) > 0;

/** OpenRouter's list is newer, shows the endpoint's price with or without its discount, and no other host asked that. */
function isSeenAgain(endpoint: EndpointOffer, others: readonly EndpointOffer[], headline: EndpointOffer): boolean {
  const isPrice = (prices: Prices) => isAskedBy(endpoint, prices);
  return isNewer(headline, endpoint) && isPrice(headline.prices) && !others.some((other) => isPrice(other.prices));
}

/** OpenRouter's list is newer and shows another price, though every host asked the endpoint's. */
function hasMoved(endpoint: EndpointOffer, others: readonly EndpointOffer[], headline: EndpointOffer): boolean {
  const wereAlike = others.every(({ prices }) => isAskedBy(endpoint, prices));
  return isNewer(headline, endpoint) && wereAlike && !isAskedBy(endpoint, headline.prices);
}

const isAskedBy = (endpoint: EndpointOffer, prices: Prices): boolean =>
  [endpoint, withoutDiscount(endpoint)].some((each) => !disagrees(each.prices, prices, ["input", "output"]));

const isNewer = (a: EndpointOffer, b: EndpointOffer): boolean => dayOfPrice(a) > dayOfPrice(b);

const isSamePrice = (a: EndpointOffer, b: EndpointOffer): boolean => !disagrees(a.prices, b.prices, ["input", "output"]);

/** Of another price at the maker's own platform: two catalogues say so, or one that was read later. */
const isStronger = (ownPage: EndpointOffer, { seenOn }: MakersEndpoint<EndpointOffer>): boolean =>
  ownPage.evidence === "corroborated" || dayOfPrice(ownPage) > seenOn;

const youngerAge = (a: AgeClass, b: AgeClass): AgeClass => (AGE_CLASSES.indexOf(a) < AGE_CLASSES.indexOf(b) ? a : b);

function withoutDiscount<Sold extends EndpointOffer>(offer: Sold): Sold {
  const { discountBps } = offer;
  if (discountBps === null) return offer;
  const undo = (prices: Prices): Prices =>
    Object.fromEntries(
      Object.entries(prices).flatMap(([meter, price]) =>
        price === undefined ? [] : [[meter, priceWithoutDiscount(price, discountBps) ?? price]],
      ),
    );
  const conditions = offer.conditions.map((condition) => ({ ...condition, prices: undo(condition.prices) }));
  return { ...offer, prices: undo(offer.prices), conditions };
}
