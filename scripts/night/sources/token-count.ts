/** `"500k"` → 500_000, `"1M"` → 1_000_000, `"131,072"` → 131_072. Null when the text is no count. */
export function readTokenCount(text: string): number | null {
  const [, digits, unit = ""] = /^([\d,]+(?:\.\d+)?)\s*([km]?)$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const factor = { "": 1, k: 1_000, m: 1_000_000 }[unit.toLowerCase()] ?? 1;
  return Math.round(Number(digits.replaceAll(",", "")) * factor) || null;
}
