import type { Assumption } from "../../domain/cost/landed-cost.ts";
import type { PurchaseAssumption } from "../../domain/purchase/purchase.ts";
import type { RankedOffer } from "../../domain/ranking/cheapest.ts";
import { formatUsdRange, WORDS } from "../format.ts";

/** Stands beside an offer whose context or longest answer is smaller than the workload's. */
export const TOO_SMALL = "takes no request as long as this workload’s";

/** The landed month, or the word for why there is none. */
export function monthText({ offer, landed, month }: RankedOffer): string {
  if (landed === null) return WORDS[month.kind === "unpriced" ? month.why : "unknown"];
  return offer.tier === "free" ? WORDS.free : formatUsdRange(landed.usd, landed.upperUsd);
}

/** What the month takes for granted, in words. `exceptRange`: where a caption says it once, not that an unknown fee makes a range of it. */
export function caveatsOf({ month, landed, offer }: RankedOffer, which: "all" | "exceptRange" = "all"): readonly string[] {
  if (month.kind !== "priced" || offer.tier === "free") return [];
  const purchase = (landed?.assumptions ?? []).filter((each) => which === "all" || !RANGES.includes(each));
  return [...month.assumptions.map(assumptionText), ...purchase.map(purchaseText)];
}

/** What makes a range of a month. */
const RANGES: readonly PurchaseAssumption[] = ["feesUnknown", "topUpFeeUnknown", "tokenMarkupUnknown"];

/** What was assumed of a price that a month needs and nobody named, in words. */
export function assumptionText(assumption: Assumption): string {
  switch (assumption) {
    case "cacheReadBilledAsInput":
      return "no price for cached input: billed as input";
    case "cacheWriteBilledAsInput":
      return "no cache-write price: billed as input";
    case "cacheReadFromStandard":
      return "no price of its own for cached input: billed at the standard tier’s";
    case "cacheWriteUnderInput":
      return "cache-write price under input: billed as input";
    case "cacheWriteAtMakersMultiple":
      return "no cache-write price: billed at the maker’s own multiple of input";
    case "cacheWriteAsSurcharge":
      return "cache write billed as input plus storage";
    case "longPromptAtMakersMultiple":
      return "no price for long prompts: billed at the best known multiple";
    case "webSearchUnpriced":
      return "web searches left out: no price for them here";
    case "cacheWrite1hBilledAs5m":
      return "no one-hour write price: billed as five minutes";
    case "batchBilledAsStandard":
      return "no batch price: billed as standard";
    case "olderBatchNotCounted":
      return "batch price too old to count: billed as standard";
    case "batchDearerThanStandard":
      return "batch costs more here: billed as standard";
    case "allRequestsWait":
      return "every request waits for the batch";
    case "windowsWeighted":
      return "peak and off-peak hours weighted";
    case "hoursAsAtMaker":
      return "peak hours as at the maker";
    case "reasoningBilledAsOutput":
      return "reasoning billed as output";
    case "unreadMeters":
      return "may cost more: a meter nobody reads";
    default:
      return assumption satisfies never;
  }
}

/** What was assumed of the fees a month is bought with, in words. */
export function purchaseText(assumption: PurchaseAssumption): string {
  switch (assumption) {
    case "feesUnknown":
      return "fees unknown (upper figure: the most they may be)";
    case "topUpFeeUnknown":
      return "credit purchase fee unknown (upper figure: the most it may be)";
    case "methodNotOffered":
      return "not payable so";
    case "tokenMarkupUnknown":
      return "markup unknown (upper figure: the most it may be)";
    case "subscriptionUnknown":
      return "plan price unknown";
    default:
      return assumption satisfies never;
  }
}
