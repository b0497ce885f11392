import { z } from "zod";
import type { Meter } from "../../../../src/domain/offer/meter.ts";
import { type Cost, costTable, readCostCard, type TierCard } from "../cost-table.ts";
import { LooseFields } from "../loose-row.ts";

const METERS: ReadonlyMap<string, Meter> = new Map([
  ["input", "input"],
  ["output", "output"],
  ["cache_read", "cacheRead"],
  ["cache_write", "cacheWrite5m"],
  ["reasoning", "reasoning"],
  ["input_audio", "audio"],
  ["output_audio", "audioOutput"],
]);

const Tiers = z.array(LooseFields).catch([]);
const TierBound = z.object({ type: z.literal("context"), size: z.int().positive() });
const KEYS = { meters: METERS, notPrices: new Set(["tiers", "context_over_200k", "tier"]) };

/**
 * models.dev's `cost`, USD per million tokens. A tier's `size` is the bound itself, like OpenRouter's `min_prompt_tokens`: the card
 * above it, strictly (272000, 200000 and 256000 are the same numbers in both on every model they share).
 * `context_over_200k` repeats a single tier of *at least* 200,000, so it is read only where no tiers are given.
 */
export function readCost(cost: LooseFields, free: { readonly free: boolean }): Cost {
  const tiers = Tiers.parse(cost["tiers"]).map((tier) => readTier(tier, free));
  const over = LooseFields.safeParse(cost["context_over_200k"]);
  if (tiers.length === 0 && over.success) tiers.push({ promptTokensAbove: 200_000, ...readCostCard(over.data, KEYS, free) });
  return costTable(readCostCard(cost, KEYS, free), tiers);
}

function readTier(tier: LooseFields, free: { readonly free: boolean }): TierCard {
  const bound = TierBound.safeParse(tier["tier"]);
  if (!bound.success) return { promptTokensAbove: null, prices: {}, unread: ["tiers"] };
  return { promptTokensAbove: bound.data.size, ...readCostCard(tier, KEYS, free) };
}
