import type { Condition, PromptCondition } from "../../offer/condition.ts";
import type { Prices } from "../../offer/meter.ts";
import type { Doubt } from "../doubt.ts";
import type { PricedRow } from "../priced-row.ts";

/** What these rules read: the card itself, whatever else is sold. */
interface OwnCard extends Pick<PricedRow, "isFirstHand"> {
  readonly offer: Pick<PricedRow["offer"], "prices" | "conditions">;
}

/** (c) A first-hand card on which input read from the cache costs more than fresh input. */
export function cacheAboveInput({ offer, isFirstHand }: OwnCard): Doubt | null {
  const { input, cacheRead } = offer.prices;
  if (!isFirstHand || input === undefined || cacheRead === undefined || cacheRead <= input) return null;
  return { rule: "cacheAboveInput", cacheRead, input };
}

/** (c) A first-hand card for longer prompts that is cheaper than the one for shorter: 2/12, and 1/12 above 200,000 tokens. */
export function cheaperTier({ offer, isFirstHand }: OwnCard): Doubt | null {
  if (!isFirstHand) return null;
  let below: Prices = { input: offer.prices.input, output: offer.prices.output };
  for (const { promptTokensAbove, prices } of promptTiers(offer.conditions)) {
    const above = { input: prices.input ?? below.input, output: prices.output ?? below.output };
    const doubt = cheaperMeter(promptTokensAbove, above, below);
    if (doubt !== null) return doubt;
    below = above;
  }
  return null;
}

/** The first of input and output that costs less above a length than below it. */
function cheaperMeter(promptTokensAbove: number, above: Prices, below: Prices): Doubt | null {
  for (const meter of ["input", "output"] as const) {
    const [over, under] = [above[meter], below[meter]];
    if (over !== undefined && under !== undefined && over < under)
      return { rule: "cheaperTier", promptTokensAbove, meter, above: over, below: under };
  }
  return null;
}

function promptTiers(conditions: readonly Condition[]): readonly PromptCondition[] {
  const tiers = conditions.filter((condition): condition is PromptCondition => "promptTokensAbove" in condition);
  return tiers.toSorted((a, b) => a.promptTokensAbove - b.promptTokensAbove);
}
