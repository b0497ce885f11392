import { MAX_USD_PER_MTOK } from "../../../src/domain/source/guard-limits.ts";
import { cardFigures, type PriceCard } from "../merge/card-figures.ts";
import { type Objection, perMTokText } from "./objection.ts";

/** A figure above $1,000 per million tokens: upstream wrote another unit. LiteLLM has 15 W&B rows at $5,000 to $540,000. */
export function priceTooHigh(card: PriceCard): Objection | null {
  if (![card, ...card.conditions].some(({ prices }) => Object.values(prices).some(isTooHigh))) return null;
  const high = [...cardFigures(card)].filter(([, { micro }]) => isTooHigh(micro));
  return { rule: "priceTooHigh", detail: high.map(([name, { micro }]) => `${name} at ${perMTokText(micro)}`).join(", ") };
}

const isTooHigh = (micro = 0): boolean => micro > MAX_USD_PER_MTOK * 1_000_000;
