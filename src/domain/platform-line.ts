import { pairBatchOffers, type Standing, standingOf } from "./cheapest.ts";
import { compareText } from "./compare-text.ts";
import { listOffer } from "./delta.ts";
import type { MonthCost } from "./landed-cost.ts";
import { lineMonth, type MixLine, requestShape } from "./mix-line.ts";
import type { Offer } from "./offer.ts";
import { atOwnPrice, type OwnPrice } from "./own-price.ts";
import type { Sellers } from "./seller.ts";

/** What a bill needs to know of an offer. */
export type SoldOffer = Pick<
  Offer,
  | "id"
  | "model"
  | "platform"
  | "host"
  | "region"
  | "tier"
  | "quantization"
  | "variant"
  | "prices"
  | "gaps"
  | "unitPrices"
  | "conditions"
  | "unreadMeters"
  | "status"
  | "contextTokens"
  | "maxOutputTokens"
>;

/** One line of a mix at one platform. */
export type PlatformLine =
  | {
      readonly kind: "priced";
      readonly offer: SoldOffer;
      readonly month: Extract<MonthCost, { kind: "priced" }>;
      /** The buyer's own price stands in for ours. */
      readonly isOwnPrice: boolean;
    }
  /** Sold, but at no offer that counts: the reason nearest to counting. */
  | { readonly kind: "excluded"; readonly offer: SoldOffer; readonly why: Exclude<Standing, "counts"> }
  | { readonly kind: "notSold" };

/** A line at every platform that sells its model or for which the buyer named a price, by platform id. */
export function platformLines(line: MixLine, offers: readonly SoldOffer[], sellers: Sellers): ReadonlyMap<string, PlatformLine> {
  const byPlatform = Map.groupBy(offers, ({ platform }) => platform);
  const platforms = new Set([...byPlatform.keys(), ...line.ownPrices.keys()]);
  return new Map(
    [...platforms]
      .toSorted(compareText)
      .map((platform) => [platform, platformLine(line, platform, byPlatform.get(platform) ?? [], sellers)]),
  );
}

/** A line at the maker's own API, at the price we read. Null where there is none or it has no price for it. */
export function listLine(line: MixLine, offers: readonly SoldOffer[], sellers: Sellers): PlatformLine | null {
  const list = listOffer(offers, line.model.split("/")[0] ?? "", sellers);
  if (list === null) return null;
  const month = lineMonth(list, line, pairBatchOffers(offers).get(list.id) ?? null);
  return month.kind === "priced" ? { kind: "priced", offer: list, month, isOwnPrice: false } : null;
}

/** The platform's cheapest offer that counts, ties by id; the buyer's own price beats them all. */
function platformLine(line: MixLine, platform: string, offers: readonly SoldOffer[], sellers: Sellers): PlatformLine {
  const own = line.ownPrices.get(platform);
  if (own !== undefined) return ownLine(line, ownOffer(line.model, platform, offers, own));
  const batchOffers = pairBatchOffers(offers);
  const judged = offers.map((offer) => {
    const month = lineMonth(offer, line, batchOffers.get(offer.id) ?? null);
    return { offer, month, standing: standingOf(offer, month, requestShape(line), sellers) };
  });
  const [best] = judged.toSorted(
    (a, b) =>
      NEARNESS.indexOf(a.standing) - NEARNESS.indexOf(b.standing) ||
      ticksOf(a.month) - ticksOf(b.month) ||
      compareText(a.offer.id, b.offer.id),
  );
  if (best === undefined) return { kind: "notSold" };
  const { offer, month, standing } = best;
  if (standing !== "counts") return { kind: "excluded", offer, why: standing };
  return month.kind === "priced" ? { kind: "priced", offer, month, isOwnPrice: false } : { kind: "notSold" };
}

const NEARNESS: readonly Standing[] = ["counts", "doesNotFit", "unpriced", "notCurrent", "free", "otherTier", "ownKey"];

/** Months are compared in millionths of a dollar: float noise never decides between equal bills. */
const ticksOf = (month: MonthCost): number => (month.kind === "priced" ? Math.round(month.usd * 1e6) : Number.MAX_VALUE);

/** A contract is not listed as a batch offer: what could wait is billed like the rest, and the bill says so. */
function ownLine(line: MixLine, offer: SoldOffer): PlatformLine {
  const month = lineMonth(offer, line, null);
  return month.kind === "priced"
    ? { kind: "priced", offer, month, isOwnPrice: true }
    : { kind: "excluded", offer, why: "unpriced" };
}

/** The platform's plainest standard offer, or one made up where it lists none, at the buyer's price. */
function ownOffer(model: string, platform: string, offers: readonly SoldOffer[], own: OwnPrice): SoldOffer {
  const [plain] = offers.filter(({ tier }) => tier === "standard").toSorted((a, b) => compareText(a.id, b.id));
  return atOwnPrice(plain ?? unlisted(model, platform), own);
}

const unlisted = (model: string, platform: string): SoldOffer => ({
  id: `${model}@${platform}`,
  model,
  platform,
  host: null,
  region: null,
  tier: "standard",
  quantization: null,
  variant: null,
  prices: {},
  gaps: {},
  unitPrices: {},
  conditions: [],
  unreadMeters: [],
  status: "current",
  contextTokens: null,
  maxOutputTokens: null,
});
