import { cardFor } from "../offer/card.ts";
import type { OwnPrice } from "../offer/own-price.ts";
import { type CostedOffer, type MonthCost, monthCost, usdPerRequest } from "./landed-cost.ts";
import type { Workload } from "./workload.ts";

/** One model's part of a month. */
export interface MixLine {
  readonly model: string;
  /** Of one request and of how many. Where `promptTokens` is set: of the whole month, as one request. */
  readonly workload: Workload;
  /** The month is counted in tokens, not in requests, and its prompts are this long: what picks the card. Null = count requests. */
  readonly promptTokens: number | null;
  /** By platform. */
  readonly ownPrices: ReadonlyMap<string, OwnPrice>;
}

/**
 * A line's month at one offer before fees. 100 million input tokens at $5: $500, whatever the length of the prompts; with prompts of
 * 300,000 tokens at the card for those.
 */
export function lineMonth(
  offer: CostedOffer,
  line: MixLine,
  batchOffer: CostedOffer | null,
  standardOffer: CostedOffer | null = null,
): MonthCost {
  if (line.promptTokens === null) return monthCost(offer, line.workload, batchOffer, standardOffer);
  const asOne = (each: CostedOffer | null) => each && asOneRequest(each, line);
  return monthCost(asOneRequest(offer, line), line.workload, asOne(batchOffer), asOne(standardOffer));
}

/** How many requests the line stands for; a fraction where tokens are counted. 100 million tokens in prompts of 2,000: 50,000. */
export function requestsOf({ workload, promptTokens }: MixLine): number {
  return promptTokens === null ? workload.requests : workload.inputTokens / promptTokens;
}

/** What a single request holds, for context and output limits. */
export function requestShape(line: MixLine): Pick<Workload, "inputTokens" | "outputTokens"> {
  const { workload, promptTokens } = line;
  if (promptTokens === null) return workload;
  const requests = requestsOf(line);
  return { inputTokens: promptTokens, outputTokens: requests === 0 ? 0 : workload.outputTokens / requests };
}

/** The offer as one long request sees it: the card of the real prompt length, and the price per call as often as there are calls. */
function asOneRequest(offer: CostedOffer, line: MixLine): CostedOffer {
  const perRequest = usdPerRequest(offer.unitPrices);
  const promptTokens = line.promptTokens ?? 0;
  const request = { amount: String(perRequest * requestsOf(line)), per: "1 request" };
  return {
    ...offer,
    prices: cardFor(offer, promptTokens, []),
    conditions: offer.conditions.filter((condition) => !("promptTokensAbove" in condition)),
    // The card is picked: what is left says that it was assumed.
    assumedTiers: offer.assumedTiers?.flatMap(({ promptTokensAbove }) =>
      promptTokens > promptTokensAbove ? [{ promptTokensAbove: 0, prices: {} }] : [],
    ),
    unitPrices: perRequest === 0 ? offer.unitPrices : { ...offer.unitPrices, request },
  };
}
