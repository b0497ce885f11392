import { integerToDecimal, readDecimal } from "../../domain/money/decimal.ts";
import { millionthText } from "../../domain/money/micro-usd.ts";
import { amountField, type Field, readShare } from "../../site/address/field.ts";
import { lineName } from "../../site/address/purchase-fields.ts";
import type { DiscountState, OwnPriceState } from "./calculator-state.ts";

/** The numbers that count in one way only. */
export const REQUEST_KEYS = ["requests", "inputTokens", "outputTokens"] as const;
export const TOKEN_KEYS = ["millionIn", "millionOut", "promptTokens"] as const;

/** More than any name has. */
const LONGEST_NAME = 80;

/** Any text that may name a model: `anthropic/claude-opus-4.8`. Whether a model has that name is checked where the models are known. */
export const modelField = (index: number): Field<string> => ({
  name: lineName("model", index),
  wants: "a model we know",
  read: (text) => [...text.trim()].slice(0, LONGEST_NAME).join("").trim(),
  write: (id) => id,
});

/** `paid=3000`: dollars a month. */
export const paidField = (index: number): Field<number> => amountField(lineName("paid", index), 0, 1_000_000_000);

/** `paid-at=openrouter` */
export const PAID_AT_FIELD: Field<string> = {
  name: "paid-at",
  wants: "a platform’s id",
  read: (text) => readPlatform(text),
  write: (id) => id,
};

/** A platform’s id as an address has it, known or not; undefined = it cannot be one. */
export const readPlatform = (text: string): string | undefined =>
  /^[a-z0-9][a-z0-9.-]{0,60}$/.test(text.trim()) ? text.trim() : undefined;

/** `azure:12` */
export const discountText = ({ platform, share: off }: DiscountState): string => `${platform}:${millionthText(off * 100)}`;

/** A discount as an address has it: `azure:12` → 12 % off at Azure; undefined = it says something else. */
export function readDiscount(text: string): DiscountState | undefined {
  const [platform, off, ...further] = text.split(":");
  const id = readPlatform(platform ?? "");
  const value = readShare(off ?? "");
  return id === undefined || value === undefined || further.length > 0 ? undefined : { platform: id, share: value };
}

/** `tokenmart:0.77` or `tokenmart:4.25:21.25:0.4`: input, output, cache read; what is empty stays as listed. */
export function ownPriceText({ platform, input, output, cacheRead }: OwnPriceState): string {
  return `${platform}:${input}:${output}:${cacheRead}`.replace(/:+$/, "");
}

/** A reader’s own price as an address has it, in dollars a million of input, output and cache reads: `azure:1.2:4:0.1`; undefined = it says something else. */
export function readOwnPrice(text: string): OwnPriceState | undefined {
  const [platform, ...prices] = text.split(":");
  const id = readPlatform(platform ?? "");
  const [input, output, cacheRead] = [0, 1, 2].map((index) => readUsdPerMTok(prices[index] ?? ""));
  if (id === undefined || input === undefined || output === undefined || cacheRead === undefined) return undefined;
  if (prices.length > 3 || `${input}${output}${cacheRead}` === "") return undefined;
  return { platform: id, input, output, cacheRead };
}

/** Above this a price per million tokens is a slip of the unit: the most expensive model sells for a few hundred. */
const DEAREST_USD = 100_000;

/** Canonical decimal text, or empty for nothing; undefined for junk. `"1.10"` → `"1.1"`. */
function readUsdPerMTok(text: string): string | undefined {
  const typed = text.trim().replace(/^\$/, "");
  if (typed === "") return "";
  const micro = /^\d*\.?\d*$/.test(typed) ? readDecimal(typed, 6) : null;
  return micro === null || micro > DEAREST_USD * 1e6 ? undefined : integerToDecimal(micro);
}
