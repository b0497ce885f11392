import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { formatCount, formatPercent } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { type Column, countColumn, proseColumn, textColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";
import { billRules } from "./bill-rules.ts";
import { precedenceRules } from "./precedence-rules.ts";
import { winningRules } from "./winning-rules.ts";

/** How every number is made, what readers came for first. The constants are printed from the code that uses them. */
export function methodologyMarkdown(presets: readonly WorkloadPreset[], limits: readonly GuardLimit[]): string {
  return `# Methodology

Each price says where it was read, when, and how it is known. A month’s cost is worked out from it with fees, for a stated use. The cheapest price that may win is named: nobody is put first by hand.

${winningRules()}
${billRules()}
## Workloads

${tableMarkdown(fileTable(WORKLOADS, presets))}

## Words

${tableMarkdown(fileTable(WORDS, TERMS))}

Unknown, not sold, free and billed in another unit are four different things. A source’s zero without a free variant is unknown.

## List price

It is what was read on the maker’s own page or API; where nobody read that, what the maker asks as a host of OpenRouter, with the day it was seen there last. Otherwise the list price is unconfirmed and shown as such, and differences are against the median host. Every night each list price is held against the maker’s endpoint on OpenRouter and the catalogues; where they differ, both figures are a [finding](${paths.absolute(paths.data())}#findings), never a change by itself.

## Differences

Δ = (offer − reference) ÷ reference, on the input price unless output is named. Readings come on different days: where the list price changed between the two readings, an offer is compared with the list price of its own day, and the row says so (†). Where one of two months has a price for cached input and the other has none, both are compared with it billed as input (¹), or not at all.

## One price per offer

${precedenceRules()}

## Matching

A source’s name for a model is joined to one of ours by the first of these that fits: it is our id; a person wrote down which model it means; it is our id once both are spelled alike; its Hugging Face name or OpenRouter’s permanent name is the model’s; its catalogue says which of the maker’s ids it is. Else it is [unmatched](${paths.absolute(paths.data())}#unmatched-ids) and shown nowhere. Never by likeness, never by price.

## Best value

A ranking goes by net cost a request: what a request costs, plus what a worse answer costs you times the chance of one. Below each ranking stand its formulas, the constants in them and whose scores it rests on: [those of the ranking for chat](${paths.absolute(paths.best("chat"))}#formulas).

## Guards

${tableMarkdown(fileTable(GUARDS, limits))}

What a guard holds stays at its last good reading and is marked with the date. Seen again on a second day proves nothing: the table says what ends a hold. Nothing becomes free by repetition: only a free variant or a line that a person wrote makes a price zero. A platform that a source names for the first time is left out until a person has written it down: its fees are unknown, and it may sell no tokens at all.
`;
}

interface Term {
  readonly word: string;
  readonly meaning: string;
}

const TERMS: readonly Term[] = [
  {
    word: "Token",
    meaning: "a piece of text, often part of a word: what models read and write, and what sellers bill by the million",
  },
  { word: "Input, output", meaning: "the tokens you send with a request, and those that the model writes" },
  {
    word: "Cached input",
    meaning: "input that the seller kept from an earlier request with the same beginning, mostly at a lower price",
  },
  { word: "Cache writes", meaning: "input that the seller keeps for later requests; some charge more for it" },
  { word: "Batch", meaning: "requests that may wait for hours, mostly at a lower price" },
  { word: "RAG", meaning: "requests that bring along passages found in your own documents (retrieval-augmented generation)" },
  { word: "Credit purchase fee", meaning: "what a platform keeps of a top-up, the money that you pay in before you use it" },
  { word: "Model", meaning: "one set of weights at one version, as its maker names it" },
  { word: "Platform", meaning: "who takes your money" },
  { word: "Router", meaning: "a platform that passes requests on to hosts: one key for all of them" },
  { word: "Host", meaning: "who runs the weights, where the platform is a router" },
  {
    word: "Offer",
    meaning: "one model as sold by one platform, through one host, in one region, at one service tier, at one quantization",
  },
  { word: "Card", meaning: "the prices of an offer, one for each meter: input, output, cached input, cache writes and so on" },
  { word: "Catalogue", meaning: "a list that others keep of many platforms’ prices, such as models.dev or LiteLLM" },
  { word: "Curated", meaning: "written down by a person, with its source" },
  { word: "List price", meaning: "the maker’s own international USD API, standard tier, outside peak or off-peak hours" },
];

const WORDS: readonly Column<Term>[] = [
  textColumn("word", "Word", ({ word }) => word),
  proseColumn("meaning", "What it means", ({ meaning }) => meaning),
];

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
