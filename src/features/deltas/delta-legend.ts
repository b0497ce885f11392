import { LEAST_UNKNOWN_SHARE } from "../../domain/purchase/unknown-share.ts";
import { formatPercent } from "../../site/format.ts";

/** A fee nobody states is no part of the month: `credit purchase fee unknown: up to 5.5 % more`. */
const FEE_UNKNOWN = `credit purchase fee unknown: up to ${formatPercent(LEAST_UNKNOWN_SHARE * 10_000)} more`;

/** What the small signs in cells mean, on the page and in its twin. */
export const SIGNS: readonly string[] = [
  "° an older reading",
  "* no confirmed list price: against the median seller",
  "list: what the maker asks, without a fee of whoever else sells it at that price",
  "empty: not sold there, or not for requests as long, as far as we read",
];

/** What else months have: a fee that nobody states, with the mark of its columns before it, and cached input without a price. */
export const monthSigns = (mark: string): readonly string[] => [
  `${mark}${FEE_UNKNOWN}`,
  "¹ one of the two names no price of cached input: both bill it as input",
];
