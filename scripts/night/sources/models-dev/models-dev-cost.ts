import { z } from "zod";
import { compareConditions, type PromptCondition } from "../../../../src/domain/offer/condition.ts";
import type { Meter, Prices } from "../../../../src/domain/offer/meter.ts";
import { Fields } from "../loose-row.ts";
import { changesAnything, readPrices } from "../token-prices.ts";

/** A `cost` table, read. */
export interface Cost {
  readonly prices: Prices;
  readonly conditions: readonly PromptCondition[];
  /** Keys that may cost money and that we cannot read. */
  readonly unread: readonly string[];
}

const METER_OF_KEY: ReadonlyMap<string, Meter> = new Map([
  ["input", "input"],
  ["output", "output"],
  ["cache_read", "cacheRead"],
  ["cache_write", "cacheWrite5m"],
  ["reasoning", "reasoning"],
  ["input_audio", "audio"],
  ["output_audio", "audioOutput"],
]);

const Tiers = z.array(Fields).catch([]);
const TierBound = z.object({ type: z.literal("context"), size: z.int().positive() });
const NOT_PRICES: ReadonlySet<string> = new Set(["tiers", "context_over_200k", "tier"]);

/**
 * models.dev's `cost`, USD per million tokens. A tier's `size` is the bound itself, like OpenRouter's `min_prompt_tokens`: the card
 * above it, strictly (272000, 200000 and 256000 are the same numbers in both on every model they share).
 * `context_over_200k` repeats a single tier of *at least* 200,000, so it is read only where no tiers are given.
 */
export function readCost(cost: Fields, free: { readonly free: boolean }): Cost {
  const base = readCard(cost, free);
  const tiers = Tiers.parse(cost["tiers"]).map((tier) => readTier(tier, free));
  const over = Fields.safeParse(cost["context_over_200k"]);
  if (tiers.length === 0 && over.success) tiers.push({ promptTokensAbove: 200_000, ...readCard(over.data, free) });
  return {
    prices: base.prices,
    conditions: tiers.flatMap((tier) => conditionOf(base.prices, tier)).toSorted(compareConditions),
    unread: [...new Set([...base.unread, ...tiers.flatMap(({ unread }) => unread)])].toSorted(),
  };
}

interface Tier {
  /** Null: a bound that is no prompt length. */
  readonly promptTokensAbove: number | null;
  readonly prices: Prices;
  readonly unread: readonly string[];
}

function readTier(tier: Fields, free: { readonly free: boolean }): Tier {
  const bound = TierBound.safeParse(tier["tier"]);
  if (!bound.success) return { promptTokensAbove: null, prices: {}, unread: ["tiers"] };
  return { promptTokensAbove: bound.data.size, ...readCard(tier, free) };
}

function readCard(card: Fields, free: { readonly free: boolean }) {
  const keys = Object.keys(card).filter((key) => !NOT_PRICES.has(key));
  const raw = keys.flatMap((key) => {
    const meter = METER_OF_KEY.get(key);
    return meter === undefined ? [] : [{ key, meter, value: card[key] }];
  });
  const { prices, unread } = readPrices(raw, "perMTok", free);
  return { prices, unread: [...unread, ...keys.filter((key) => !METER_OF_KEY.has(key))] };
}

function conditionOf(base: Prices, { promptTokensAbove, prices }: Tier): readonly PromptCondition[] {
  return promptTokensAbove === null || !changesAnything(base, prices) ? [] : [{ promptTokensAbove, prices }];
}
