/** `"1800"` → `$1,800.00`; below a cent to two figures, so that nothing positive is printed as $0.00. */
export function dollarText(text: string): string {
  const usd = Number(text);
  if (usd > 0 && usd < 0.005) return `$${usd.toPrecision(2)}`;
  return usd.toLocaleString("en-US", { style: "currency", currency: "USD" });
}

/** A month, as a range where a fee is unknown: `$1,800.00` or `$1,800.00 – $1,899.00`. */
export const dollarRange = (usd: string, upper: string): string =>
  dollarText(usd) === dollarText(upper) ? dollarText(usd) : `${dollarText(usd)} – ${dollarText(upper)}`;

/** A price per million tokens: `"5"` → `$5`, `"0"` → `free`; undefined → `unknown`. */
export const perMTokText = (text: string | undefined): string =>
  text === undefined ? "unknown" : text === "0" ? "free" : `$${text}`;
