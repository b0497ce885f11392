import { integerToDecimal } from "../../domain/money/decimal.ts";

/** A price as the public API writes it, in dollars per million tokens: 3_000_000 → `"3"`; null = unknown. */
export const priceText = (micro: number | null): string | null => (micro === null ? null : integerToDecimal(micro));
