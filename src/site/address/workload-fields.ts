import type { Workload } from "../../domain/cost/workload.ts";
import { millionthText, toMillionth } from "../../domain/money/micro-usd.ts";
import type { Fields, Problems } from "./field.ts";
import { lineFields, lineName } from "./purchase-fields.ts";

const LINE = lineFields(0);

/** A workload's numbers in a URL, called the same on every page that has them. */
export const NUMBER_FIELDS: Fields<Workload> = {
  requests: LINE.requests,
  inputTokens: LINE.inputTokens,
  outputTokens: LINE.outputTokens,
  cachedShare: LINE.cachedShare,
  cacheWriteShare: LINE.cacheWriteShare,
  cacheWriteTtl: LINE.cacheWriteTtl,
  batchShare: LINE.batchShare,
  peakShare: LINE.peakShare,
};

/** The numbers alone, without what else a preset has. */
export function numbersOf(preset: Workload): Workload {
  const { requests, inputTokens, outputTokens, cachedShare, cacheWriteShare, cacheWriteTtl, batchShare, peakShare } = preset;
  return { requests, inputTokens, outputTokens, cachedShare, cacheWriteShare, cacheWriteTtl, batchShare, peakShare };
}

/** What is read from the cache and what is written to it are parts of one input. `index` is the line's place in its form. */
export function sharesThatFit(
  { cachedShare, cacheWriteShare }: Pick<Workload, "cachedShare" | "cacheWriteShare">,
  index: number,
): { readonly value: { readonly cacheWriteShare: number }; readonly problems: Problems } {
  if (cachedShare + cacheWriteShare <= 1 + 1e-9) return { value: { cacheWriteShare }, problems: new Map() };
  const uncachedShare = toMillionth(1 - cachedShare);
  const problem = `Read and written are over 100 % of the input together. ${millionthText(uncachedShare * 100)} is used.`;
  return { value: { cacheWriteShare: uncachedShare }, problems: new Map([[lineName("written", index), problem]]) };
}
