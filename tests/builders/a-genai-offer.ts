import type { ConditionalPrice, ModelInfo, ModelPrice, TieredPrices } from "@pydantic/genai-prices";
import { integerToDecimal } from "../../src/domain/money/decimal.ts";
import { fromUsdPerMTok } from "../../src/domain/money/money.ts";
import type { Meter } from "../../src/domain/offer/meter.ts";
import type { Offer } from "../../src/domain/offer/offer.ts";
import { anOffer, type OfferOverrides } from "./an-offer.ts";

const METER_OF: Readonly<Record<string, Meter>> = {
  input_mtok: "input",
  output_mtok: "output",
  cache_read_mtok: "cacheRead",
  cache_write_mtok: "cacheWrite5m",
  cache_write_1h_mtok: "cacheWrite1h",
};

type Conditions = NonNullable<OfferOverrides["conditions"]>;

/** One of genai-prices' models as an offer of ours: the price in force on a day, its tiers and its daily windows. */
export function aGenaiOffer(platform: string, { id, prices }: Pick<ModelInfo, "id" | "prices">, day: string): Offer {
  const dated = Array.isArray(prices) ? prices : [{ prices }];
  const base = dated.findLast((price) => isBase(price, day))?.prices ?? {};
  const perRequest = base["requests_kcount"];
  return anOffer({
    platform,
    model: `${platform}/${id}`,
    upstreamId: id,
    prices: cardAt(base, 0),
    conditions: [...tiersOf(base), ...dated.flatMap(windowOf)],
    unitPrices: typeof perRequest === "number" ? { request: { amount: String(perRequest), per: "1000 requests" } } : {},
  });
}

/** Every token price as the package writes it, for those who must know whether a millionth of a dollar can hold it. */
export function tokenPrices({ prices }: Pick<ModelInfo, "prices">): readonly number[] {
  const cards = Array.isArray(prices) ? prices.map((price) => price.prices) : [prices];
  const values = cards.flatMap((card) =>
    Object.entries(card).flatMap(([key, value]) => (METER_OF[key] === undefined ? [] : [value])),
  );
  return values.flatMap((value) =>
    value === undefined ? [] : typeof value === "number" ? [value] : [value.base, ...value.tiers.map(({ price }) => price)],
  );
}

function isBase({ constraint }: ConditionalPrice, day: string): boolean {
  return constraint === undefined || (constraint.type === "start_date" && constraint.start_date <= day);
}

function windowOf({ constraint, prices }: ConditionalPrice): Conditions {
  if (constraint?.type !== "time_of_date") return [];
  return [{ utc: [constraint.start_time.slice(0, 5), constraint.end_time.slice(0, 5)], prices: cardAt(prices, 0) }];
}

/** One card per threshold; a meter whose own threshold is lower carries its price there. */
function tiersOf(card: ModelPrice): Conditions {
  const starts = Object.values(card).flatMap((price) => (isTiered(price) ? price.tiers.map(({ start }) => start) : []));
  return [...new Set(starts)].map((start) => ({ promptTokensAbove: start, prices: cardAt(card, start + 1) }));
}

function cardAt(card: ModelPrice, promptTokens: number): Readonly<Record<string, string>> {
  const meters = Object.entries(card).flatMap(([key, price]) => {
    const meter = METER_OF[key];
    if (meter === undefined || price === undefined) return [];
    const usd = isTiered(price) ? (price.tiers.findLast(({ start }) => promptTokens > start)?.price ?? price.base) : price;
    return [[meter, integerToDecimal(fromUsdPerMTok(usd) ?? Number.NaN)] as const];
  });
  return Object.fromEntries(meters);
}

const isTiered = (price: number | TieredPrices | undefined): price is TieredPrices => typeof price === "object";
