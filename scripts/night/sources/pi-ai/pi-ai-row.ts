import { z } from "zod";
import type { PromptCondition } from "../../../../src/domain/offer/condition.ts";
import type { Meter } from "../../../../src/domain/offer/meter.ts";
import { type Cost, costTable, readCostCard } from "../cost-table.ts";
import { LooseFields, looseFlag, looseText, looseTexts, looseTokens } from "../loose-row.ts";

/** One model of one platform in the catalogue. Only id and cost are needed. */
export const PiAiRow = z.object({
  id: z.string().min(1),
  /** Absent until September 2026: then every row is a chat model. */
  type: looseText.default(null),
  name: looseText.default(null),
  reasoning: looseFlag.default(null),
  input: looseTexts.default([]),
  cost: LooseFields,
  contextWindow: looseTokens.default(null),
  maxTokens: looseTokens.default(null),
});
export type PiAiRow = z.output<typeof PiAiRow>;

/** Why a row sells no chat by the token, or null. */
export function whyNoChat({ type }: PiAiRow): string | null {
  if (type === null || type === "chat") return null;
  return NO_CHAT.get(type) ?? "no chat model";
}

const NO_CHAT: ReadonlyMap<string, string> = new Map([
  ["image", "image model, not billed by text tokens"],
  ["classifier", "classifier, answers no chat"],
]);

/** It has one price of cache writes: five minutes at Anthropic, half an hour at OpenAI, each the maker's default. */
const METERS: ReadonlyMap<string, Meter> = new Map([
  ["input", "input"],
  ["output", "output"],
  ["cacheRead", "cacheRead"],
  ["cacheWrite", "cacheWrite5m"],
]);

const Tiers = z.array(z.looseObject({ inputTokensAbove: z.int().positive() })).catch([]);
const KEYS = { meters: METERS, notPrices: new Set(["tiers", "inputTokensAbove"]) };

/** A `cost` table, USD per million tokens: `tiers` hold above `inputTokensAbove`, strictly. A zero is unknown unless the row is free. */
export function readPiAiCost(cost: LooseFields, free: { readonly free: boolean }): Cost {
  const tiers = Tiers.parse(cost["tiers"]).map((tier) => ({
    promptTokensAbove: tier.inputTokensAbove,
    ...readCostCard(tier, KEYS, free),
  }));
  return costTable(readCostCard(cost, KEYS, free), tiers);
}

/**
 * A window no longer than the bound of a tier is the bound itself: 272,000 stands for the context of models that take 1,050,000, since
 * their price changes there. Such a window is unknown.
 */
export function contextOf({ contextWindow }: PiAiRow, conditions: readonly PromptCondition[]): number | null {
  return contextWindow !== null && conditions.some(({ promptTokensAbove }) => promptTokensAbove >= contextWindow)
    ? null
    : contextWindow;
}
