import { z } from "zod";
import { integerToDecimal } from "../../../../src/domain/money/decimal.ts";
import { fromUsdPerMTok } from "../../../../src/domain/money/money.ts";
import { type Condition, compareConditions } from "../../../../src/domain/offer/condition.ts";
import type { Meter, Prices, UnitPrices } from "../../../../src/domain/offer/meter.ts";
import { LooseFields } from "../loose-row.ts";
import { changesAnything, type RawPrice, readPrices } from "../token-prices.ts";

/** The prices of one model of one provider, as they hold on a day. */
export interface GenaiCost {
  readonly prices: Prices;
  readonly conditions: readonly Condition[];
  readonly unitPrices: UnitPrices;
  /** Keys that may cost money and that we cannot read. */
  readonly unread: readonly string[];
}

const METER_OF_KEY: ReadonlyMap<string, Meter> = new Map([
  ["input_mtok", "input"],
  ["output_mtok", "output"],
  ["cache_read_mtok", "cacheRead"],
  ["cache_write_mtok", "cacheWrite5m"],
  ["cache_write_1h_mtok", "cacheWrite1h"],
  ["output_reasoning_mtok", "reasoning"],
  ["input_image_mtok", "image"],
  ["output_image_mtok", "imageOutput"],
  ["input_audio_mtok", "audio"],
  ["output_audio_mtok", "audioOutput"],
  ["cache_audio_read_mtok", "audioCacheRead"],
]);

const Clock = z.string().regex(/^\d\d:\d\d/);
const Constraint = z.union([z.object({ start_date: z.iso.date() }), z.object({ start_time: Clock, end_time: Clock })]);
const DatedPrice = z.object({ constraint: Constraint.optional(), prices: LooseFields });
type DatedPrice = z.output<typeof DatedPrice>;
/** One card, or one per date and window, the later ones over the earlier. */
export const GenaiCards = z.union([z.array(DatedPrice).min(1), LooseFields.transform((prices): DatedPrice[] => [{ prices }])]);
export type GenaiCards = z.output<typeof GenaiCards>;

/** What is no price in it is told by its key. */
const Tiered = z.object({
  base: z.unknown(),
  tiers: z.array(z.object({ start: z.int().positive(), price: z.unknown() })),
});

/**
 * genai-prices' cards on a day, USD per million tokens: of the dated ones the last that has begun, its tiers as conditions (the whole
 * request above `start`, strictly), daily windows over it. Sonnet 5 on 2026-08-22 is $2, its card of 2026-09-01 is not in force.
 */
export function readGenaiCost(cards: GenaiCards, day: string, free: { readonly free: boolean }): GenaiCost {
  const base = cards.findLast(({ constraint }) => isInForce(constraint, day))?.prices ?? {};
  const baseCard = readCard(base, null, free);
  const conditions = [...tiersOf(base, baseCard.prices, free), ...cards.flatMap((card) => windowOf(card, baseCard.prices, free))];
  return {
    prices: baseCard.prices,
    conditions: conditions.toSorted(compareConditions),
    unitPrices: webSearch(base),
    unread: [
      ...new Set([...baseCard.unread, ...Object.keys(base).filter((key) => !METER_OF_KEY.has(key) && key !== SEARCH)]),
    ].toSorted(),
  };
}

function isInForce(constraint: z.output<typeof Constraint> | undefined, day: string): boolean {
  return constraint === undefined || ("start_date" in constraint && constraint.start_date <= day);
}

/** The card of a prompt of so many tokens; null = the base card. */
function readCard(card: LooseFields, promptTokens: number | null, free: { readonly free: boolean }) {
  const raw = Object.entries(card).flatMap(([key, value]): readonly RawPrice[] => {
    const meter = METER_OF_KEY.get(key);
    return meter === undefined ? [] : [{ key, meter, value: priceAt(value, promptTokens) }];
  });
  return readPrices(raw, "perMTok", free);
}

function priceAt(value: unknown, promptTokens: number | null): unknown {
  const tiered = Tiered.safeParse(value);
  if (!tiered.success) return value;
  const { base, tiers } = tiered.data;
  return tiers.findLast(({ start }) => promptTokens !== null && promptTokens > start)?.price ?? base;
}

/** One card per threshold; a meter whose own threshold is lower carries its price there. */
function tiersOf(card: LooseFields, base: Prices, free: { readonly free: boolean }): readonly Condition[] {
  const starts = Object.values(card).flatMap((value) => Tiered.safeParse(value).data?.tiers.map(({ start }) => start) ?? []);
  return [...new Set(starts)].flatMap((start) => {
    const { prices } = readCard(card, start + 1, free);
    return changesAnything(base, prices) ? [{ promptTokensAbove: start, prices }] : [];
  });
}

function windowOf(
  { constraint, prices: card }: DatedPrice,
  base: Prices,
  free: { readonly free: boolean },
): readonly Condition[] {
  if (constraint === undefined || !("start_time" in constraint)) return [];
  const { prices } = readCard(card, null, free);
  const utc: [string, string] = [constraint.start_time.slice(0, 5), constraint.end_time.slice(0, 5)];
  return changesAnything(base, prices) ? [{ utc, days: null, prices }] : [];
}

const SEARCH = "web_searches_kcount";

function webSearch(card: LooseFields): UnitPrices {
  const price = card[SEARCH];
  const amount = typeof price === "number" ? (fromUsdPerMTok(price) ?? 0) : 0;
  return amount > 0 ? { webSearch: { amount: integerToDecimal(amount), per: "1000 searches" } } : {};
}
