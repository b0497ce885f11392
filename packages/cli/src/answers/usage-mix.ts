import type { MixLine } from "../../../../src/domain/cost/mix-line.ts";
import type { Workload } from "../../../../src/domain/cost/workload.ts";
import { isPromptCondition } from "../../../../src/domain/offer/condition.ts";
import type { CallUsage } from "../../../../src/domain/usage/call-usage.ts";
import type { PublishedOffer } from "../site/price-book.ts";

/** Calls to a model, no matter who named it. */
export interface ModelCalls {
  readonly model: string;
  readonly calls: readonly CallUsage[];
  readonly offers: readonly Pick<PublishedOffer, "conditions" | "assumedTiers">[];
}

/**
 * The lines of a bill for calls as they were counted, `times` over: one line for all calls of a model whose prompts pick the same card at every
 * offer, so that sums are exact and a long prompt is billed as one. With a card above 200,000 tokens, calls of 1,000, 3,000 and 300,000 tokens
 * are two lines: 4,000 tokens in two calls, and 300,000 in one.
 */
export function usageMix({ model, calls, offers }: ModelCalls, times: number): readonly MixLine[] {
  const thresholds = offers.flatMap(({ conditions, assumedTiers = [] }) =>
    [...conditions.filter(isPromptCondition), ...assumedTiers].map(({ promptTokensAbove }) => promptTokensAbove),
  );
  const above = ({ inputTokens, calls: count }: CallUsage) =>
    new Set(thresholds.filter((least) => inputTokens / count > least)).size;
  return [...Map.groupBy(calls, above).values()].map((group) => lineOf(model, group, times));
}

function lineOf(model: string, calls: readonly CallUsage[], times: number): MixLine {
  const sum = (count: (call: CallUsage) => number) => times * calls.reduce((total, call) => total + count(call), 0);
  const requests = sum((call) => call.calls);
  const inputTokens = sum((call) => call.inputTokens);
  const outputTokens = sum((call) => call.outputTokens);
  const written = sum((call) => call.cacheWriteTokens);
  const searches = sum(({ webSearches }) => webSearches);
  const shares = sharesOf(
    inputTokens,
    sum((call) => call.cacheReadTokens),
    written,
    sum((call) => call.cacheWrite1hTokens),
  );
  const counted = { ...shares, batchShare: 0, peakShare: null };
  const ownPrices = new Map();
  if (inputTokens > 0) {
    const workload = { ...counted, requests: 1, inputTokens, outputTokens, webSearches: searches };
    return { model, workload, promptTokens: inputTokens / requests, ownPrices };
  }
  const perCall = { outputTokens: Math.round(outputTokens / requests), webSearches: searches / requests };
  return { model, workload: { ...counted, requests, inputTokens, ...perCall }, promptTokens: null, ownPrices };
}

/** Shares of the input, and of what is written the share kept for an hour. */
function sharesOf(
  inputTokens: number,
  cacheReadTokens: number,
  written: number,
  hour: number,
): Pick<Workload, "cachedShare" | "cacheWriteShare" | "cacheWriteTtl" | "cacheWrite1hShare"> {
  const of = (tokens: number, all: number) => (all === 0 ? 0 : Math.min(1, tokens / all));
  const cachedShare = of(cacheReadTokens, inputTokens);
  return {
    cachedShare,
    cacheWriteShare: Math.min(of(written, inputTokens), 1 - cachedShare),
    cacheWriteTtl: "5m",
    cacheWrite1hShare: of(hour, written),
  };
}
