import { makerOfId } from "../model/maker-of-id.ts";
import type { Prices } from "../offer/meter.ts";

/** What a token costs of each kind a workload has, in millionths of a dollar per million tokens, and what is assumed for it. */
export interface BilledCard {
  readonly cacheRead: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
  readonly assumed: Readonly<Record<"cacheRead" | "cacheWrite5m" | "cacheWrite1h", MeterAssumption | null>>;
}

/** Why a meter bills at another figure than the card's own. */
export type MeterAssumption =
  | "cacheReadBilledAsInput"
  | "cacheReadFromStandard"
  | "cacheWriteBilledAsInput"
  | "cacheWriteUnderInput"
  | "cacheWriteAtMakersMultiple"
  | "cacheWriteAsSurcharge"
  | "cacheWrite1hBilledAs5m";

/**
 * Missing is never cheaper. A cache price that a discount card lacks is the standard card's where that is lower than the discount
 * card's input, so that a batch never costs more than the same calls without it; an unknown cache read bills at input; an unknown write at the
 * maker's own multiple of input, else at input; and no write bills under input. Opus at 5/25 in batch at 2.5/12.5 without cache prices, its
 * standard card reading at 0.5: reads bill at 0.5, five-minute writes at 3.125. A card above standard is no discount: fast at 10/50 reads at 10
 * and writes at 12.5.
 */
export function billedCard(card: Prices, standardCard: Prices | null, model: string): BilledCard {
  const input = card.input ?? 0;
  const standard = input > (standardCard?.input ?? input) ? null : standardCard;
  const cacheRead = readPrice(card, standard, input);
  const maker = makerOfId(model);
  const beside = standard === null ? null : billedCard(standard, null, model);
  const write5m = unlessDearer(writePrice(card.cacheWrite5m, input, maker, "5m"), card.cacheWrite5m, beside?.cacheWrite5m);
  const write1h = unlessDearer(hourPrice(card.cacheWrite1h, write5m, input, maker), card.cacheWrite1h, beside?.cacheWrite1h);
  return {
    cacheRead: cacheRead.price,
    cacheWrite5m: write5m.price,
    cacheWrite1h: write1h.price,
    assumed: { cacheRead: cacheRead.assumed, cacheWrite5m: write5m.assumed, cacheWrite1h: write1h.assumed },
  };
}

interface MeterPrice {
  readonly price: number;
  readonly assumed: MeterAssumption | null;
}

/** A meter that a discount card lacks is never assumed to cost more than at the standard card. */
function unlessDearer({ price, assumed }: MeterPrice, ownPrice: number | undefined, standard: number | undefined): MeterPrice {
  return { price: ownPrice === undefined ? Math.min(price, standard ?? price) : price, assumed };
}

function readPrice(card: Prices, standard: Prices | null, input: number): MeterPrice {
  if (card.cacheRead !== undefined) return { price: card.cacheRead, assumed: null };
  const fallback = standard?.cacheRead;
  if (fallback !== undefined && fallback < input) return { price: fallback, assumed: "cacheReadFromStandard" };
  return { price: input, assumed: "cacheReadBilledAsInput" };
}

/** In thousandths of input. https://platform.claude.com/docs/en/build-with-claude/prompt-caching: 1.25 times for five minutes, 2 times for an hour. */
export const MAKER_MULTIPLES: Readonly<Record<string, Readonly<Record<"5m" | "1h", number>>>> = {
  anthropic: { "5m": 1_250, "1h": 2_000 },
};

/**
 * OpenRouter shows Google's storage of a cache as a write price: 0.375 beside an input of 1.25
 * (https://ai.google.dev/gemini-api/docs/caching: the tokens are billed as input, their storage by the hour).
 */
const STORES_BESIDE_INPUT: ReadonlySet<string> = new Set(["google"]);

function writePrice(ownPrice: number | undefined, input: number, maker: string, ttl: "5m" | "1h"): MeterPrice {
  if (ownPrice !== undefined && ownPrice >= input) return { price: ownPrice, assumed: null };
  if (ownPrice !== undefined && ownPrice > 0 && STORES_BESIDE_INPUT.has(maker))
    return { price: input + ownPrice, assumed: "cacheWriteAsSurcharge" };
  const multiple = MAKER_MULTIPLES[maker]?.[ttl];
  if (ownPrice === undefined && multiple !== undefined)
    return { price: Math.round((input * multiple) / 1_000), assumed: "cacheWriteAtMakersMultiple" };
  return { price: input, assumed: ownPrice === undefined ? "cacheWriteBilledAsInput" : "cacheWriteUnderInput" };
}

/** An hour is never cheaper than five minutes. */
function hourPrice(ownPrice: number | undefined, write5m: MeterPrice, input: number, maker: string): MeterPrice {
  if (ownPrice !== undefined && ownPrice >= write5m.price) return { price: ownPrice, assumed: null };
  if (ownPrice === undefined && MAKER_MULTIPLES[maker] !== undefined) return writePrice(undefined, input, maker, "1h");
  return { price: write5m.price, assumed: "cacheWrite1hBilledAs5m" };
}
