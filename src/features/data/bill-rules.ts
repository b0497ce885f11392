import { MAKER_MULTIPLES } from "../../domain/cost/billed-card.ts";
import { DEFAULT_PURCHASE } from "../../domain/purchase/purchase.ts";
import { LEAST_UNKNOWN_SHARE } from "../../domain/purchase/unknown-share.ts";
import { formatPercent, formatUsd } from "../../site/format.ts";
import { type Column, proseColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";

/** The part of `/methodology/` on what a month costs. */
export const billRules = (): string => `## Monthly cost

For R requests a month of I input and O output tokens, a share c of the input read from cache, w written to it, b of the requests in batches:

    request = I·(1−c−w)·input + I·c·cacheRead + I·w·cacheWrite + O·output + prices per request
    month   = R · ((1−b)·request(standard card) + b·request(batch card))
    fee     = max(top-up · percent, minimum)
    landed  = month · (top-up + fee) / (top-up · (1 + bonus))

*Landed* is what leaves your bank account. The prices are those for a prompt of I tokens: past a threshold the whole request is billed at the higher price, not the part above it. Peak hours count by their share of the week, unless you say how much of your use falls into them. Unless you say otherwise the top-up is ${formatUsd(DEFAULT_PURCHASE.topUpCents / 100)} by ${DEFAULT_PURCHASE.method}.

Missing is never cheaper, and what is assumed is said next to the number:

${tableMarkdown(fileTable(MISSING_COLUMNS, MISSING))}

Of equal months stands first who sells the model with its thinking, then the maker, then the clouds, then a known fee before an unknown one, then the price that is better known.
`;

interface MissingPrice {
  readonly missing: string;
  readonly billed: string;
}

const MISSING_COLUMNS: readonly Column<MissingPrice>[] = [
  proseColumn("missing", "Where this is not known", ({ missing }) => missing),
  proseColumn("billed", "it is billed as", ({ billed }) => billed),
];

/** `Anthropic: 1.25 for five minutes, 2 for an hour`. */
const multiplesText = (): string =>
  Object.entries(MAKER_MULTIPLES)
    .map(
      ([maker, { "5m": short, "1h": long }]) =>
        `${maker.replace(/^./, (first) => first.toUpperCase())}: ${short / 1_000} for five minutes, ${long / 1_000} for an hour`,
    )
    .join("; ");

const MISSING: readonly MissingPrice[] = [
  { missing: "Cached input", billed: "input; in a batch as the standard tier’s cached input where that is lower" },
  {
    missing: "A cache write",
    billed: `the maker’s own multiple of input (${multiplesText()}), else input; never under input. Google’s storage by the hour is added where OpenRouter shows it, else left out`,
  },
  { missing: "A batch price, or it is higher than standard", billed: "the standard price" },
  {
    missing: "A price for long prompts, where a copy of a closed model’s price names none",
    billed: "the maker’s own multiples, or OpenRouter’s or another seller’s where the maker’s are unknown",
  },
  {
    missing: "Peak hours at a router whose copied price is the maker’s outside of them",
    billed: "the maker’s hours and prices",
  },
  {
    missing: "A web search, of a model that searches with every request",
    billed: "the maker’s price of a search, else the most that others ask",
  },
  {
    missing: "The credit purchase fee",
    billed: `a range from no fee to ${formatPercent(LEAST_UNKNOWN_SHARE * 10_000)}, or to what OpenRouter takes at that top-up where that is more; ranked at its upper end`,
  },
];
