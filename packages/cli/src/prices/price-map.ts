import { z } from "zod";
import { fromUsdPerMTok, fromUsdPerToken } from "../../../../src/domain/money/money.ts";
import { EXIT, ExitError } from "../exit-code.ts";

/** The meters that a price map and our files both have. */
export const CHECKED_METERS = ["input", "output", "cacheRead", "cacheWrite5m"] as const;
export type CheckedMeter = (typeof CHECKED_METERS)[number];

/** One line of somebody's price map. */
export interface MappedPrice {
  /** As the map writes it. */
  readonly key: string;
  /** Who sells it, as the map names them; null = it does not say. */
  readonly provider: string | null;
  /** Millionths of a dollar per million tokens. */
  readonly prices: Readonly<Partial<Record<CheckedMeter, number>>>;
}

export interface PriceMap {
  readonly shape: "litellm" | "plain";
  readonly rows: readonly MappedPrice[];
  /** Lines without a price by the token, as images and audio have. */
  readonly skipped: number;
}

const Amount = z.union([z.number(), z.string()]).nullish();
const LitellmRow = z.object({
  input_cost_per_token: Amount,
  output_cost_per_token: Amount,
  cache_read_input_token_cost: Amount,
  cache_creation_input_token_cost: Amount,
  litellm_provider: z.string().nullish(),
  mode: z.string().nullish(),
});
const PlainRow = z.object({
  input: Amount,
  output: Amount,
  cacheRead: Amount,
  cache_read: Amount,
  cacheWrite5m: Amount,
  cache_write: Amount,
  provider: z.string().nullish(),
});

/**
 * Reads LiteLLM's `model_prices_and_context_window.json` (dollars per token) or a plain `{ "gpt-5": { "input": 1.25, "output": 10 } }` (dollars
 * per million tokens). Stops for what is neither.
 */
export function readPriceMap(text: string): PriceMap {
  const entries = Object.entries(objectOf(text)).filter(([key]) => key !== "sample_spec");
  const litellm = entries.filter(([, row]) => hasKey(row, "input_cost_per_token") || hasKey(row, "litellm_provider"));
  const rowReader = litellm.length > 0 ? litellmRow : plainRow;
  const rows = entries.flatMap(([key, row]) => rowReader(key, row) ?? []);
  if (rows.length === 0)
    throw new ExitError(`No prices in it that we know: neither LiteLLM's map nor { model: { input, output } }.`, {
      code: EXIT.unclear,
    });
  return { shape: litellm.length > 0 ? "litellm" : "plain", rows, skipped: entries.length - rows.length };
}

function objectOf(text: string): object {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch (cause) {
    throw new ExitError("The prices are no JSON.", { code: EXIT.unclear, cause });
  }
  throw new ExitError("The prices are no JSON object.", { code: EXIT.unclear });
}

const hasKey = (row: unknown, key: string): boolean => typeof row === "object" && row !== null && key in row;

/** What LiteLLM prices by text tokens; embeddings, images, audio and reranking are not on this site. */
const TEXT_MODES = ["chat", "completion", "responses"];

function litellmRow(key: string, value: unknown): MappedPrice | null {
  const { success, data } = LitellmRow.safeParse(value);
  if (!success || !TEXT_MODES.includes(data.mode ?? "chat")) return null;
  const prices = pricesOf(fromUsdPerToken, {
    input: data.input_cost_per_token,
    output: data.output_cost_per_token,
    cacheRead: data.cache_read_input_token_cost,
    cacheWrite5m: data.cache_creation_input_token_cost,
  });
  return prices === null ? null : { key, provider: data.litellm_provider ?? null, prices };
}

function plainRow(key: string, value: unknown): MappedPrice | null {
  const { success, data } = PlainRow.safeParse(value);
  if (!success) return null;
  const prices = pricesOf(fromUsdPerMTok, {
    input: data.input,
    output: data.output,
    cacheRead: data.cacheRead ?? data.cache_read,
    cacheWrite5m: data.cacheWrite5m ?? data.cache_write,
  });
  return prices === null ? null : { key, provider: data.provider ?? null, prices };
}

/** Null without a figure for input or output. */
function pricesOf(
  microOf: (amount: string | number) => number | null,
  amounts: Readonly<Record<CheckedMeter, string | number | null | undefined>>,
): MappedPrice["prices"] | null {
  const pricedMeters = CHECKED_METERS.flatMap((meter) => {
    const [amount] = [amounts[meter]];
    const micro = amount == null ? null : microOf(amount);
    return micro === null || micro < 0 ? [] : [[meter, micro] as const];
  });
  const prices = Object.fromEntries(pricedMeters);
  return prices["input"] === undefined && prices["output"] === undefined ? null : prices;
}
