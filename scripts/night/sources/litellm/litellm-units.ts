import { z } from "zod";
import { integerToDecimal } from "../../../../src/domain/money/decimal.ts";
import { fromUsdPerToken } from "../../../../src/domain/money/money.ts";
import type { Gaps, UnitPrice, UnitPrices } from "../../../../src/domain/offer/meter.ts";
import type { LooseFields } from "../loose-row.ts";
import { readCostKey } from "./litellm-cost.ts";

interface Unit {
  readonly name: string;
  readonly per: string;
  /** How many of LiteLLM's unit the price is shown for. */
  readonly count: number;
}

/**
 * `…_cost_per_image` is not here on purpose: on chat models it holds a price per token (`gemini-3.1-pro-preview`: 0.00012) or per
 * song (`lyria-3-clip-preview`: 0.04), so it is an unread meter.
 */
const UNIT_OF_KEY: ReadonlyMap<string, Unit> = new Map([
  ["input_cost_per_request", { name: "request", per: "request", count: 1 }],
  ["input_cost_per_second", { name: "inputSecond", per: "second", count: 1 }],
  ["output_cost_per_second", { name: "outputSecond", per: "second", count: 1 }],
  ["input_cost_per_audio_per_second", { name: "audioSecond", per: "second", count: 1 }],
  ["input_cost_per_video_per_second", { name: "videoSecond", per: "second", count: 1 }],
  ["input_cost_per_character", { name: "inputCharacter", per: "1000000 characters", count: 1_000_000 }],
  ["output_cost_per_character", { name: "outputCharacter", per: "1000000 characters", count: 1_000_000 }],
  ["code_interpreter_cost_per_session", { name: "codeInterpreter", per: "session", count: 1 }],
]);

/** The token price again, in Databricks units; a search price has its own reader. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  "input_dbu_cost_per_token",
  "output_dbu_cost_per_token",
  "search_context_cost_per_query",
]);

export interface ReadUnits {
  readonly unitPrices: UnitPrices;
  readonly gaps: Gaps;
  /** Keys that look like money and are in no table. */
  readonly unread: readonly string[];
}

/** Everything a row bills that is no token: `search_context_cost_per_query` 0.01 (medium; Perplexity's low) → webSearch $10 per 1000 searches. */
export function readUnits(row: LooseFields): ReadUnits {
  const unitPrices: Record<string, UnitPrice> = webSearch(row);
  const unread: string[] = [];
  for (const [key, value] of Object.entries(row)) {
    if (!/cost|price/.test(key) || isNothing(value) || SAID_ELSEWHERE.has(key) || readCostKey(key) !== null) continue;
    const unit = UNIT_OF_KEY.get(key);
    const amount = unit === undefined ? null : dollars(value, unit.count);
    if (unit !== undefined && amount !== null) unitPrices[unit.name] = { amount, per: unit.per };
    else unread.push(key);
  }
  return { unitPrices, gaps: gapsOf(unitPrices), unread: unread.toSorted() };
}

const isNothing = (value: unknown): boolean => value === null || value === 0;

const SearchPrices = z.record(z.string(), z.unknown());
const SearchPrice = z.number().positive();

/** At the size a search has by default: https://docs.perplexity.ai/guides/search-context-size-guide says low of its own, OpenAI medium. */
function webSearch(row: LooseFields): Record<string, UnitPrice> {
  const prices = SearchPrices.safeParse(row["search_context_cost_per_query"]);
  const size = row["litellm_provider"] === "perplexity" ? "low" : "medium";
  const price = SearchPrice.safeParse(prices.data?.[`search_context_size_${size}`]);
  const amount = price.success ? dollars(price.data, 1_000) : null;
  return amount === null ? {} : { webSearch: { amount, per: "1000 searches" } };
}

/** Dollars for `count` of them as decimal text, six places: 0.0275 for one is `"27.5"` for 1000. Null when it is no amount. */
function dollars(value: unknown, count: number): string | null {
  const amount = typeof value === "number" ? fromUsdPerToken(value) : null;
  const micro = amount === null || amount <= 0 ? 0 : Math.round((amount * count) / 1_000_000);
  return micro > 0 && Number.isSafeInteger(micro) ? integerToDecimal(micro) : null;
}

function gapsOf(unitPrices: UnitPrices): Gaps {
  const byCharacter = "inputCharacter" in unitPrices || "inputSecond" in unitPrices;
  return byCharacter ? { input: "otherUnit", output: "otherUnit" } : {};
}
