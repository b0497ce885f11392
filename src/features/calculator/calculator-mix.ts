import { isMicroUsdPerMTok } from "../../data/json/offer-json.ts";
import type { MixLine } from "../../domain/cost/mix-line.ts";
import type { Workload } from "../../domain/cost/workload.ts";
import { readDecimal } from "../../domain/money/decimal.ts";
import type { OwnPrice } from "../../domain/offer/own-price.ts";
import type { RankOptions } from "../../domain/ranking/cheapest.ts";
import { countedPrices } from "../../site/address/purchase-fields.ts";
import type { CalculatorState, LineState, OwnPriceState } from "./calculator-state.ts";

/** What the engine is asked for a state: lines, and how the buyer pays. */
export function mixOf(state: CalculatorState): { readonly lines: readonly MixLine[]; readonly terms: RankOptions } {
  const purchase = {
    topUpCents: Math.round(state.topUpUsd * 100),
    method: state.method,
    firstTopUp: state.firstTopUp === "yes",
    discountBps: 0,
  };
  const discountBps = new Map(state.discounts.map(({ platform, share }) => [platform, share * 10_000]));
  return { lines: state.lines.map(lineOf), terms: { purchase, discountBps, counted: countedPrices(state) } };
}

function lineOf(line: LineState): MixLine {
  return {
    model: line.model,
    workload: workloadOf(line),
    promptTokens: line.countBy === "tokens" ? line.promptTokens : null,
    ownPrices: new Map(line.ownPrices.map((ownPrice) => [ownPrice.platform, ownPriceOf(ownPrice)])),
  };
}

function workloadOf(line: LineState): Workload {
  const { cachedShare, cacheWriteShare, cacheWriteTtl, batchShare, peakShare } = line;
  const cacheWrite = line.writtenForHour === null ? {} : { cacheWrite1hShare: line.writtenForHour };
  const shares = { cachedShare, cacheWriteShare, cacheWriteTtl, batchShare, peakShare, ...cacheWrite };
  if (line.countBy === "tokens") {
    return {
      requests: 1,
      inputTokens: Math.round(line.millionIn * 1e6),
      outputTokens: Math.round(line.millionOut * 1e6),
      ...shares,
    };
  }
  const searches = line.searchesPer1000 === 0 ? {} : { webSearches: line.searchesPer1000 / 1_000 };
  return { requests: line.requests, inputTokens: line.inputTokens, outputTokens: line.outputTokens, ...shares, ...searches };
}

function ownPriceOf({ input, output, cacheRead }: OwnPriceState): OwnPrice {
  return { ...meter("input", input), ...meter("output", output), ...meter("cacheRead", cacheRead) };
}

/** `{ input: 770_000 }` for `"0.77"`, nothing for nothing. */
function meter(name: keyof OwnPrice, text: string): OwnPrice {
  const micro = text === "" ? null : readDecimal(text, 6);
  return micro !== null && isMicroUsdPerMTok(micro) ? { [name]: micro } : {};
}
