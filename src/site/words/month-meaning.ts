import type { Workload } from "../../domain/cost/workload.ts";
import { DEFAULT_PURCHASE, type Purchase } from "../../domain/purchase/purchase.ts";
import { formatCount, formatPercent } from "../format.ts";

/** What the table's month and prices mean. */
export const monthCaption = (month: string): string =>
  `US dollars per million tokens. Monthly cost: ${month}, with fees (vs list price: without); a range where one is unknown. * = assumed, † = list of another day.`;

/** `100,000 requests of 2,000 tokens in, 50 % of them read from cache, 500 out; $100 top-ups by card`. */
export function monthMeaning(
  { requests, inputTokens, outputTokens, cachedShare, cacheWriteShare, batchShare, peakShare }: Workload,
  purchase?: Paid,
): string {
  const cached = cachedShare === 0 ? "" : `, ${formatPercent(cachedShare * 10_000)} of them read from cache`;
  const written = cacheWriteShare === 0 ? "" : `, ${formatPercent(cacheWriteShare * 10_000)} written to it`;
  const batch = batchShare === 0 ? "" : `, ${formatPercent(batchShare * 10_000)} in batches`;
  const peak = peakShare === null ? "" : `, ${formatPercent(peakShare * 10_000)} at peak hours`;
  const size = `${formatCount(requests)} requests of ${formatCount(inputTokens)} tokens in${cached}${written}, ${formatCount(outputTokens)} out${batch}${peak}`;
  return `${size}; ${topUpText(purchase)}`;
}

/** `$100 top-ups by card`. */
export const topUpText = ({ topUpCents, method }: Paid = DEFAULT_PURCHASE): string =>
  `$${formatCount(topUpCents / 100)} top-ups ${PAID_BY[method]}`;

type Paid = Pick<Purchase, "topUpCents" | "method">;

const PAID_BY = { card: "by card", crypto: "in crypto", bank: "by bank transfer", invoice: "on invoice" } as const;

/** A workload's name within a sentence: `Long documents` → `long documents`, `RAG` stays. */
export const nameInSentence = (name: string): string =>
  /^[A-Z]{2}/.test(name) ? name : `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
