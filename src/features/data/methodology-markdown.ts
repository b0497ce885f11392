import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { DEFAULT_PURCHASE } from "../../domain/purchase/purchase.ts";
import { LEAST_UNKNOWN_SHARE } from "../../domain/purchase/unknown-share.ts";
import { MAX_AGING_DAYS } from "../../domain/source/age-class.ts";
import { formatCount, formatPercent, formatUsd } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { EVIDENCE_WORDS } from "../../site/words/evidence-text.ts";
import { type Column, countColumn, proseColumn, textColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";

/** How every number is made. The constants are printed from the code that uses them. */
export function methodologyMarkdown(presets: readonly WorkloadPreset[], limits: readonly GuardLimit[]): string {
  return `# Methodology

Prices are read where a platform states them, or from a catalogue that copies them, and each says where and when. A month’s cost is worked out from them with fees, for a stated use. Who is cheapest follows from the rules below: nobody is put first by hand.

## Words

A **model** is one set of weights at one version, as its maker names it. An **offer** is one model as sold by one **platform**, through one **host**, in one region, at one service tier, at one quantization. Its **price card** is a list of **meters**, each a price for one thing: input, output, cached input, cache writes. A **catalogue** is a list that others keep of many platforms’ prices, such as models.dev or LiteLLM. **Curated** is what a person wrote down, with its source. The **list price** is the maker’s own international USD API, standard tier, outside time windows. It is read on the maker’s own page; where nobody read that, it is what the maker asks as a host of OpenRouter, with the day it was seen there last. Otherwise the list price is unconfirmed and shown as such, and differences are against the median host. Every night each list price is held against the maker’s endpoint on OpenRouter and the catalogues; where they differ, both figures are a [finding](${paths.absolute(paths.data())}), never a change by itself.

Unknown, not sold, free and billed in another unit are four different things. A zero from upstream without a free variant is unknown.

## Monthly cost

For R requests a month of I input and O output tokens, a share c of the input read from cache, w written to it, b of the requests in batches:

    request = I·(1−c−w)·input + I·c·cacheRead + I·w·cacheWrite + O·output + prices per request
    month   = R · ((1−b)·request(standard card) + b·request(batch card))
    fee     = max(top-up · percent, minimum)
    landed  = month · (top-up + fee) / (top-up · (1 + bonus))

The card is the one whose condition holds for a prompt of I tokens: above a threshold the whole request moves. Time windows are weighted by their share of the week, and a router whose copied price is the maker’s outside of them has them too. Missing is never cheaper: a missing cached input bills as input, in a batch at the standard card’s price where that is lower; a missing cache write at the maker’s own multiple of input (Anthropic 1.25 and 2), else as input; no write bills under input, and Google’s storage by the hour comes on top only where OpenRouter shows it, else it is left out; a batch that is missing or would cost more bills as standard; and where a copy of a closed model’s price names none for long prompts, they bill at the maker’s own multiples, or OpenRouter’s or another seller’s where the maker’s are unknown. A model that searches the web with every request is billed a search with each, where a seller names no price of one at the maker’s, else at the most that others ask. What is assumed is said next to the number. A credit purchase fee that is not published is a range: the month is printed with it at nothing and at most (${formatPercent(LEAST_UNKNOWN_SHARE * 10_000)}, or what OpenRouter takes at that top-up where that is more), and ranked at its upper end. Of equal months the maker stands first, then the clouds, then a known fee before an unknown one. Unless you say otherwise the top-up is ${formatUsd(DEFAULT_PURCHASE.topUpCents / 100)} by ${DEFAULT_PURCHASE.method}.

## Who may be called cheapest

Every offer says how its price is known: ${Object.values(EVIDENCE_WORDS).join(", ")}. Confirmed are all but the last; what one catalogue alone reports wins nothing until a reader includes unconfirmed platforms. An offer that something speaks against, such as a price under half of what a platform itself names, another currency taken for dollars, the maker’s price of before a change, an image price as text output, or a newer copy of the platform’s list without it, is in doubt: it says why and never wins. Free offers never win either.

A price read within [the days its source is given](${paths.absolute(paths.data())}) is fresh and decides. Where a model has no fresh confirmed price, one of up to ${MAX_AGING_DAYS} days that nothing contradicts does, and the sentence says its day; where it has none of these either, the last confirmed price is told without a winner. A price written down from a page stays fresh while a catalogue of these days shows the same; one for batches, while it is the share that the platform names of a standard price that is fresh.

## Workloads

${tableMarkdown(fileTable(WORKLOADS, presets))}

## Best value

A ranking goes by net cost a request: what a request costs, plus what a worse answer costs you times the chance of one. Below each ranking stand its formulas, the constants in them and whose scores it rests on: [those of the ranking for chat](${paths.absolute(paths.best("chat"))}#formulas).

## Differences

Δ = (offer − reference) ÷ reference, on the input price unless output is named. Readings come on different days: where the list price changed between the two readings, an offer is compared with the list price of its own day, and the row says so (†).

## One price per offer

Per meter and condition, the first of these that speaks: the platform’s own machine-readable prices; its dated price page, fetched or read by a person; models.dev; LiteLLM; genai-prices. For Bedrock, Vertex and Azure LiteLLM comes before models.dev. The others stay as second readings and are shown where they differ.

## Matching

A curated alias wins; then the normalised id; then a Hugging Face id or OpenRouter’s canonical slug; else the id is listed as unmatched on the data page. Never by likeness, never by price.

## Guards

${tableMarkdown(fileTable(GUARDS, limits))}

What a guard holds stays at its last good reading and is marked with the date. Seen again on a second day proves nothing: the table says what ends a hold. Nothing becomes free by repetition: only a free variant or a curated line makes a price zero. What a platform sells that a source names for the first time waits until somebody has written the platform down: its fees are unknown, and it may sell no tokens at all.
`;
}

const WORKLOADS: readonly Column<WorkloadPreset>[] = [
  textColumn("workload", "Workload", ({ name }) => name),
  textColumn("id", "Id", ({ id }) => id),
  countColumn("requests", "Requests a month", ({ requests }) => formatCount(requests)),
  countColumn("input", "Input", ({ inputTokens }) => formatCount(inputTokens)),
  countColumn("cached", "Read from cache", ({ cachedShare }) => formatPercent(cachedShare * 10_000)),
  countColumn("written", "Written to cache", ({ cacheWriteShare }) => formatPercent(cacheWriteShare * 10_000)),
  countColumn("output", "Output", ({ outputTokens }) => formatCount(outputTokens)),
  countColumn("batch", "In batches", ({ batchShare }) => formatPercent(batchShare * 10_000)),
];

type GuardLimit = readonly [rule: string, limit: string];

const GUARDS: readonly Column<GuardLimit>[] = [
  proseColumn("rule", "Objects to", ([rule]) => rule),
  proseColumn("limit", "Then", ([, limit]) => limit),
];
