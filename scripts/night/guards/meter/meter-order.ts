import { isPromptCondition } from "../../../../src/domain/offer/condition.ts";
import type { Prices } from "../../../../src/domain/offer/meter.ts";
import { isCatalogue } from "../../../../src/domain/source/sources.ts";
import type { PriceCard } from "../../merge/card-figures.ts";
import type { StoredReading } from "../../merge/reading-row.ts";
import { type Objection, perMTokText } from "../objection.ts";

/**
 * Meters of one card that no platform prices so: a cache read above input, a long prompt cheaper than a short one, output under input. The
 * last is believed on a platform's own card, where both stand side by side, as at gpt-5-image-mini.
 */
export function meterOrder(reading: StoredReading): Objection | null {
  const faults = [...orderFaults(reading), ...(isCatalogue(reading.source.id) ? outputUnderInput(reading.prices) : [])];
  return faults.length === 0 ? null : { rule: "meterOrder", detail: faults.join(", ") };
}

/** What is out of order no matter who says it. */
export function orderFaults({ prices, conditions }: PriceCard): readonly string[] {
  const tiers = conditions.filter(isPromptCondition).toSorted((a, b) => a.promptTokensAbove - b.promptTokensAbove);
  return [
    ...cacheAboveInput(prices, ""),
    ...tiers.flatMap((tier, index) => {
      const above = ` above ${tier.promptTokensAbove} tokens`;
      return [...cacheAboveInput(tier.prices, above), ...cheaper(tier.prices, tiers[index - 1]?.prices ?? prices, above)];
    }),
  ];
}

function cacheAboveInput({ input, cacheRead }: Prices, where: string): readonly string[] {
  if (input === undefined || cacheRead === undefined || cacheRead <= input) return [];
  return [`cacheRead at ${perMTokText(cacheRead)} over input at ${perMTokText(input)}${where}`];
}

const cheaper = (tier: Prices, below: Prices, where: string): readonly string[] =>
  (["input", "output"] as const).flatMap((meter) => {
    const [now, base] = [tier[meter], below[meter]];
    return now === undefined || base === undefined || now >= base
      ? []
      : [`${meter} at ${perMTokText(now)}${where} under ${perMTokText(base)} below it`];
  });

function outputUnderInput({ input, output }: Prices): readonly string[] {
  if (input === undefined || output === undefined || output === 0 || output >= input) return [];
  return [`output at ${perMTokText(output)} under input at ${perMTokText(input)}`];
}
