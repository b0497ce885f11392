import { integerToDecimal } from "../../../../src/domain/money/decimal.ts";
import { fromUsdPerToken, MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import type { Meter, Prices, UnitPrice, UnitPrices } from "../../../../src/domain/offer/meter.ts";
import type { LooseFields } from "../loose-row.ts";
import { inMeterOrder } from "../token-prices.ts";

/** OpenRouter's price keys, read: USD per token as text, beside a few prices in other units. */
interface ReadMeters {
  readonly prices: Prices;
  readonly unitPrices: UnitPrices;
  /** Keys that may cost money and that we cannot read. */
  readonly unread: readonly string[];
}

const METER_OF_KEY: ReadonlyMap<string, Meter> = new Map([
  ["prompt", "input"],
  ["completion", "output"],
  ["input_cache_read", "cacheRead"],
  ["input_cache_write", "cacheWrite5m"],
  ["input_cache_write_1h", "cacheWrite1h"],
  ["internal_reasoning", "reasoning"],
  ["image", "image"],
  ["image_output", "imageOutput"],
  ["audio", "audio"],
  ["audio_output", "audioOutput"],
  ["input_audio_cache", "audioCacheRead"],
]);

/** Not prices, or read elsewhere. */
const OTHER_KEYS: ReadonlySet<string> = new Set(["overrides", "discount"]);

/** Prices counted in another unit; `image` only where `isPerImage`. */
const UNITS = [
  { key: "web_search", name: "webSearch", per: "1000 searches", count: 1_000 },
  { key: "request", name: "request", per: "request", count: 1 },
  { key: "image", name: "image", per: "image", count: 1 },
] as const;

/** $100 per million tokens. */
const DEAREST_IMAGE_TOKEN = 100_000_000;

/**
 * `image` was dollars per image until early 2026 and is dollars per token now. An image token costs as much as a text token (at most
 * twice, in two years); an image is at least 256 of them: `amazon/nova-lite-v1` 0.00009 an image beside 0.00000006 a token.
 */
function isPerImage(amount: MicroUsdPerMTok, prompt: MicroUsdPerMTok | null): boolean {
  return amount >= DEAREST_IMAGE_TOKEN || (prompt !== null && amount > 16 * prompt);
}

/**
 * `{ prompt: "0.0000025", web_search: "0.01" }` → input 2_500_000 and webSearch $10 per 1000 searches.
 * A zero is a placeholder, never a price, except input and output of a free variant (`free`).
 */
export function readMeters(fields: LooseFields, { free }: { readonly free: boolean }): ReadMeters {
  const amounts = new Map<Meter, MicroUsdPerMTok>();
  const unitPrices: Record<string, UnitPrice> = {};
  const unread: string[] = [];
  const prompt = amountOf(fields["prompt"]);
  for (const [key, value] of Object.entries(fields)) {
    if (OTHER_KEYS.has(key) || value === null) continue;
    const amount = amountOf(value);
    const unit = unitOf(key, amount, prompt);
    const meter = METER_OF_KEY.get(key);
    if (amount === null) unread.push(key);
    else if (amount === 0 && !(free && isHeadline(meter))) continue;
    else if (unit !== undefined) unitPrices[unit.name] = { amount: dollars(amount, unit.count), per: unit.per };
    else if (meter !== undefined) amounts.set(meter, amount);
    else unread.push(key);
  }
  return { prices: inMeterOrder(amounts), unitPrices, unread };
}

function unitOf(key: string, amount: MicroUsdPerMTok | null, prompt: MicroUsdPerMTok | null) {
  if (key === "image" && amount !== null && !isPerImage(amount, prompt)) return undefined;
  return UNITS.find((unit) => unit.key === key);
}

const isHeadline = (meter: Meter | undefined): boolean => meter === "input" || meter === "output";

/** Null for a negative price (`-1`), for text that is no number, and for any other type. */
function amountOf(value: unknown): MicroUsdPerMTok | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  return MicroUsdPerMTok.safeParse(fromUsdPerToken(value)).data ?? null;
}

/** An amount is 1e-12 dollars for one: a search at `"0.01"` is 10_000_000_000, and 1000 of them `"10"` dollars. */
const dollars = (amount: MicroUsdPerMTok, count: number): string => integerToDecimal(Math.round((amount * count) / 1_000_000));
