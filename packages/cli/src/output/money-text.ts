/** `"1800"` → `$1,800.00`; below a cent to two figures, so that nothing positive is printed as $0.00. */
export function dollarText(text: string): string {
  const usd = Number(text);
  if (usd > 0 && usd < 0.005) return `$${usd.toPrecision(2)}`;
  return usd.toLocaleString("en-US", { style: "currency", currency: "USD" });
}

/** A month, as a range where a fee is unknown: `$1,800.00` or `$1,800.00 – $1,899.00`. */
export const dollarRange = (usd: string, upper: string): string =>
  dollarText(usd) === dollarText(upper) ? dollarText(usd) : `${dollarText(usd)} – ${dollarText(upper)}`;

/** A price per million tokens: `"5"` → `$5`, `"0"` → `free`; undefined → the word for why there is none: `not sold`, `other unit`, else `unknown`. */
export function perMTokText(text: string | undefined, gap?: string): string {
  if (text === undefined) return GAP_WORDS.get(gap ?? "") ?? "unknown";
  return text === "0" ? "free" : `$${text}`;
}

const GAP_WORDS: ReadonlyMap<string, string> = new Map([
  ["notSold", "not sold"],
  ["otherUnit", "other unit"],
]);
