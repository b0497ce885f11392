import { z } from "zod";
import { compareConditions, type PromptCondition } from "../../../../src/domain/offer/condition.ts";
import type { Meter, Prices } from "../../../../src/domain/offer/meter.ts";
import type { Tier } from "../../../../src/domain/offer/offer.ts";
import type { LooseFields } from "../loose-row.ts";
import { changesAnything, type RawPrice, readPrices } from "../token-prices.ts";

/** What a row bills at one service tier. */
export interface LitellmTierCard {
  readonly tier: Tier;
  readonly prices: Prices;
  readonly conditions: readonly PromptCondition[];
  /** Keys whose value is no price. */
  readonly unread: readonly string[];
}

const METER_OF_KEY: ReadonlyMap<string, Meter> = new Map([
  ["input_cost_per_token", "input"],
  ["output_cost_per_token", "output"],
  // DeepSeek's older spelling of the next one; a row that has both gives the same figure twice.
  ["input_cost_per_token_cache_hit", "cacheRead"],
  ["cache_read_input_token_cost", "cacheRead"],
  ["cache_creation_input_token_cost", "cacheWrite5m"],
  ["cache_creation_input_token_cost_above_1hr", "cacheWrite1h"],
  ["output_cost_per_reasoning_token", "reasoning"],
  ["input_cost_per_image_token", "image"],
  ["output_cost_per_image_token", "imageOutput"],
  ["input_cost_per_audio_token", "audio"],
  ["output_cost_per_audio_token", "audioOutput"],
  ["cache_read_input_audio_token_cost", "audioCacheRead"],
  ["cache_read_input_token_cost_per_audio_token", "audioCacheRead"],
]);

const TIER_OF_SUFFIX: ReadonlyMap<string | undefined, Tier> = new Map([
  [undefined, "standard"],
  ["batches", "batch"],
  ["priority", "priority"],
  ["flex", "flex"],
]);

interface ReadKey {
  readonly key: string;
  readonly meter: Meter;
  readonly tier: Tier;
  readonly promptTokensAbove: number | null;
}

const TOKEN_KEY =
  /^(?<base>[a-z_]+?(?:_above_1hr)?)(?:_above_(?<count>\d+)(?<thousands>k?)_tokens)?(?:_(?<suffix>batches|priority|flex))?$/;

/** `cache_creation_input_token_cost_above_1hr_above_200k_tokens` → cacheWrite1h above 200,000 tokens, standard. Null: no token price. */
export function readCostKey(key: string): ReadKey | null {
  const { base = "", count, thousands, suffix } = TOKEN_KEY.exec(key)?.groups ?? {};
  const meter = METER_OF_KEY.get(base);
  const tier = TIER_OF_SUFFIX.get(suffix);
  if (meter === undefined || tier === undefined) return null;
  return { key, meter, tier, promptTokensAbove: count === undefined ? null : Number(count) * (thousands === "k" ? 1_000 : 1) };
}

/** Whose long-context card begins at the threshold of a key and not above it: LiteLLM bills these providers by ≥, all others by >. */
const FROM_THRESHOLD: ReadonlySet<unknown> = new Set(["xai"]);

const PricedRanges = z.array(z.looseObject({ range: z.tuple([z.int().nonnegative(), z.unknown()]) })).catch([]);

interface Placed extends RawPrice {
  readonly tier: Tier;
  readonly promptTokensAbove: number | null;
}

/**
 * One card per service tier a row prices, standard always and first. USD per token; `_above_128k_tokens` is 128,000 (OpenRouter's
 * bound on the same models; 127,999 at xAI, whose thresholds count themselves), and a `tiered_pricing` range `[32000, 128000]` is the card above 32,000.
 */
export function readTierCards(row: LooseFields, free: { readonly free: boolean }): readonly LitellmTierCard[] {
  const placed = [
    ...pricesOf(row, null).map((price) => ({ ...price, promptTokensAbove: boundAt(row, price.promptTokensAbove) })),
    ...PricedRanges.parse(row["tiered_pricing"]).flatMap((each) => pricesOf(each, each.range[0])),
  ];
  const byTier = Map.groupBy(placed, ({ tier }) => tier);
  const cards = (["standard", "batch", "flex", "priority"] as const).map((tier) => cardOf(tier, byTier.get(tier) ?? [], free));
  return cards.filter(({ tier, prices }) => tier === "standard" || prices.input !== undefined || prices.output !== undefined);
}

/** The tiers for which a row has a key of input or output, whatever it holds: those without a card could not be read. */
export const tiersNamed = (row: LooseFields): ReadonlySet<Tier> =>
  new Set(
    Object.keys(row).flatMap((key) => {
      const { meter, tier } = readCostKey(key) ?? {};
      return tier !== undefined && (meter === "input" || meter === "output") ? [tier] : [];
    }),
  );

/** Our conditions are strictly greater. */
const boundAt = (row: LooseFields, threshold: number | null): number | null =>
  threshold !== null && FROM_THRESHOLD.has(row["litellm_provider"]) ? threshold - 1 : threshold;

function pricesOf(fields: LooseFields, rangeFrom: number | null): readonly Placed[] {
  return Object.keys(fields).flatMap((key) => {
    const costKey = fields[key] === null ? null : readCostKey(key);
    return costKey === null
      ? []
      : [{ ...costKey, value: fields[key], promptTokensAbove: costKey.promptTokensAbove ?? (rangeFrom || null) }];
  });
}

function cardOf(tier: Tier, placed: readonly Placed[], free: { readonly free: boolean }): LitellmTierCard {
  const byBound = Map.groupBy(placed, ({ promptTokensAbove }) => promptTokensAbove);
  const pricesByBound = [...byBound].map(([bound, raw]) => ({ bound, ...readPrices(inKeyOrder(raw), "perToken", free) }));
  const base = pricesByBound.find(({ bound }) => bound === null)?.prices ?? {};
  return {
    tier,
    prices: base,
    conditions: pricesByBound
      .flatMap(({ bound, prices }) =>
        bound === null || !changesAnything(base, prices) ? [] : [{ promptTokensAbove: bound, prices }],
      )
      .toSorted(compareConditions),
    unread: [...new Set(pricesByBound.flatMap(({ unread }) => unread))].toSorted(),
  };
}

/** Of two keys of one meter the later in the table wins, whatever order upstream has. */
function inKeyOrder(raw: readonly Placed[]): readonly Placed[] {
  const order = [...METER_OF_KEY.keys()];
  const place = ({ key }: Placed) =>
    order.findIndex((orderedKey) => key.startsWith(orderedKey) && key.includes("cache_hit") === orderedKey.includes("cache_hit"));
  return raw.toSorted((a, b) => place(a) - place(b));
}
