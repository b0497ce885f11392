import { z } from "zod";
import { usdPerMTokText } from "../money/money.ts";

/**
 * What a price card bills by the token, in the order pages and files show it.
 * `cacheWrite5m` is the platform's default cache write (five minutes at Anthropic, thirty at OpenAI); `cacheWrite1h` the one-hour write.
 */
export const METERS = [
  "input",
  "output",
  "cacheRead",
  "cacheWrite5m",
  "cacheWrite1h",
  "reasoning",
  "image",
  "imageOutput",
  "audio",
  "audioOutput",
  "audioCacheRead",
] as const;
export const Meter = z.enum(METERS);
export type Meter = z.output<typeof Meter>;

const text = usdPerMTokText.optional();

/** A price card's token meters. An absent meter has no figure; the offer's `gaps` says why. */
export const Prices = z.strictObject({
  input: text,
  output: text,
  cacheRead: text,
  cacheWrite5m: text,
  cacheWrite1h: text,
  reasoning: text,
  image: text,
  imageOutput: text,
  audio: text,
  audioOutput: text,
  audioCacheRead: text,
} satisfies Record<Meter, typeof text>);
export type Prices = z.output<typeof Prices>;

/** Why a meter has no figure. Silence of a second-hand source is `unknown`; a complete first-hand card without the meter is `notSold`. */
export const Gap = z.enum(["unknown", "notSold", "otherUnit"]);
export type Gap = z.output<typeof Gap>;

/** Gaps that are not plain `unknown`. */
export const Gaps = z.partialRecord(Meter, Gap);
export type Gaps = z.output<typeof Gaps>;

/** One price not counted in tokens: `{ "amount": "10", "per": "1000 searches" }`, dollars as decimal text. */
export const UnitPrice = z.strictObject({ amount: z.string().regex(/^\d+(\.\d+)?$/), per: z.string() });
export type UnitPrice = z.output<typeof UnitPrice>;

/** Meters in another unit than tokens, by name: `webSearch`, `request`, `image`, `second` … */
export const UnitPrices = z.record(z.string(), UnitPrice);
export type UnitPrices = z.output<typeof UnitPrices>;
