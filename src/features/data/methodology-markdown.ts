import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { DEFAULT_PURCHASE } from "../../domain/purchase/purchase.ts";
import { formatCount, formatPercent, formatUsd } from "../../site/format.ts";
import { markdownTable } from "../../site/markdown.ts";
import { absolute, paths } from "../../site/paths.ts";

/** How every number is made. The constants are printed from the code that uses them. */
export function methodologyMarkdown(
  presets: readonly WorkloadPreset[],
  limits: readonly (readonly [rule: string, limit: string])[],
): string {
  const workloads = presets.map((preset) => [
    preset.name,
    preset.id,
    formatCount(preset.requests),
    formatCount(preset.inputTokens),
    formatPercent(preset.cachedShare * 10_000),
    formatPercent(preset.cacheWriteShare * 10_000),
    formatCount(preset.outputTokens),
    formatPercent(preset.batchShare * 10_000),
  ]);
  return `# Methodology

## Words

A **model** is one set of weights at one version, as its maker names it. An **offer** is one model as sold by one **platform**, through one **host**, in one region, at one service tier, at one quantization. The **list price** is the maker's own international USD API, standard tier, outside time windows. Where the maker sells no API of its own, there is no list price, and differences are against the median host.

Unknown, not sold, free and billed in another unit are four different things. A zero from upstream without a free variant is unknown.

## Landed cost

For R requests a month of I input and O output tokens, a share c of the input read from cache, w written to it, b of the requests in batches:

    request = I·(1−c−w)·input + I·c·cacheRead + I·w·cacheWrite + O·output + prices per request
    month   = R · ((1−b)·request(standard card) + b·request(batch card))
    fee     = max(top-up · percent, minimum)
    landed  = month · (top-up + fee) / (top-up · (1 + bonus))

The card is the one whose condition holds for a prompt of I tokens: above a threshold the whole request moves. Time windows are weighted by their share of the week. A missing cache price bills as input and a missing batch card as standard; both are said next to the number. Unless you say otherwise the top-up is ${formatUsd(DEFAULT_PURCHASE.topUpCents / 100)} by ${DEFAULT_PURCHASE.method}.

## Workloads

${markdownTable(["Workload", "Id", "Requests a month", "Input", "Read from cache", "Written to cache", "Output", "In batches"], workloads)}

## Differences

Δ = (offer − reference) ÷ reference, on the input price unless output is named. Readings come on different days: where the list price changed between the two readings, an offer is compared with the list price of its own day, and the row says so (†).

## One price per offer

Per meter and condition, the first of these that speaks: the platform's own machine-readable prices; its dated price page, fetched or read by a person; models.dev; LiteLLM; genai-prices. For Bedrock, Vertex and Azure LiteLLM comes before models.dev. The others stay as second readings and are shown where they differ.

## Matching

A curated alias wins; then the normalised id; then a Hugging Face id or OpenRouter's canonical slug; else the id is listed as unmatched on the data page. Never by likeness, never by price.

## Guards

${markdownTable(["Objects to", "Then"], limits)}

What a guard holds stays at its last good reading and is marked with the date. Seen again on a second day it is accepted with a note where the table says so. Nothing becomes free by repetition: only a free variant or a curated line makes a price zero. What a platform sells that a source names for the first time waits until somebody has written the platform down: its fees are unknown, and it may sell no tokens at all.

An offer read longer before the day of the data than its source is given, [each in days](${absolute(paths.data())}), is stale: it is marked with its last reading, and no ranking counts it.
`;
}
