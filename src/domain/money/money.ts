import { z } from "zod";
import { decimalToInteger, integerToDecimal, readDecimal } from "./decimal.ts";

/** A price: millionths of a dollar per million tokens (= pico-dollars per token). $1.25 per million tokens is 1_250_000. */
export const MicroUsdPerMTok = z.int().nonnegative().brand<"MicroUsdPerMTok">();
export type MicroUsdPerMTok = z.output<typeof MicroUsdPerMTok>;

/** How a price is written in files and in the JSON API: decimal text in USD per million tokens, `"0.0375"`. */
export const usdPerMTokText = z.codec(z.string().regex(/^(0|[1-9]\d*)(\.\d{0,5}[1-9])?$/), MicroUsdPerMTok, {
  decode: (text) => decimalToInteger(text, 6),
  encode: integerToDecimal,
});

/** Reads a decimal at six places: upstream's USD per million tokens. `2.5` → 2_500_000. Null when the text is no number. */
export function fromUsdPerMTok(value: string | number): number | null {
  return readDecimal(value, 6);
}

/** Reads USD per token, the unit of OpenRouter and LiteLLM. `"0.0000006000000000000001"` → 600_000. Null when the text is no number. */
export function fromUsdPerToken(value: string | number): number | null {
  return readDecimal(value, 12);
}
