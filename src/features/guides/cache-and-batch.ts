import { defaultPreset, presets } from "../../data/catalog.ts";
import type { Workload } from "../../domain/cost/workload.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { formatPercent, formatPlural, formatPrice, formatUsd } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { sellerText } from "../../site/words/seller-label.ts";
import { type Column, moneyColumn, textColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";
import type { Guide } from "./guide.ts";
import { exampleSheet, hasCacheAndBatch, listMonthUsd, listRow } from "./guide-figures.ts";

/** The guide on caches and batches, with the figures of a model of today; null = no model has both. */
export function cacheAndBatch(): Guide | null {
  const agent = presets.find(({ id }) => id === "coding-agent") ?? defaultPreset;
  const sheet = exampleSheet((each) => hasCacheAndBatch(each, agent));
  if (sheet === null) return null;
  const list = listRow(sheet);
  const { name, id } = sheet.model;
  const [none, most] = [withoutCache(agent), agent].map((workload) => usdOf(sheet, workload));
  return {
    id: "cache-batch-and-tiers",
    title: "Cache, batch and tiers: when they pay",
    answer: `A coding agent on ${name} costs ${none} a month without a cache and ${most} with ${formatPercent(agent.cachedShare * 10_000)} of its input read from one${writtenText(agent)}, at ${list === null ? "list price" : sellerText(list.offer)}.`,
    text: `
${tableMarkdown(fileTable(columnsFor(sheet), CASES(agent)))}

## Cached input

${cacheSentence(sheet)} A cache pays where the same long beginning is sent again within minutes: system prompts, tool descriptions, a conversation’s past, a document under many questions.

## Cache writes

Some makers charge more than input for writing to the cache. A write that costs w, an input price of i and a cached price of r pay back after (w − i) ÷ (i − r) further reads${paybackText(sheet)}.

## Batch and flex

What can wait for hours goes through a batch API at a lower price. Where a seller names no cached price for batches, the calculator takes its ordinary cached price or its batch input price, whichever is lower. A batch is never counted at more than the same calls at once.

## Long prompts

Past a threshold some cards charge more for the whole request, not for the part above. Splitting one prompt into two below it may cost less: [${name}’s page](${paths.absolute(paths.model(id))}) lists thresholds under its offers.

[Try your own shares in the calculator](${paths.absolute(paths.calculator())}?model=${id}&workload=coding-agent)
`,
  };
}

interface Case {
  readonly label: string;
  readonly workload: Workload;
}

/** Who reads from a cache has written to it: as much of the input as the calculator's workload does, so that both name one figure. */
const CASES = (agent: Workload): readonly Case[] => [
  { label: "Nothing cached", workload: withoutCache(agent) },
  ...[0.5, 0.85, 0.95].map((cachedShare) => ({
    label: `${formatPercent(cachedShare * 10_000)} of the input cached${writtenText(agent)}`,
    workload: { ...agent, cachedShare },
  })),
  { label: "Nothing cached, all in batches", workload: { ...withoutCache(agent), batchShare: 1 } },
];

const withoutCache = (workload: Workload): Workload => ({ ...workload, cachedShare: 0, cacheWriteShare: 0 });

/** `, 5 % written to it`; nothing where nothing is written. */
const writtenText = ({ cacheWriteShare }: Workload): string =>
  cacheWriteShare === 0 ? "" : `, ${formatPercent(cacheWriteShare * 10_000)} written`;

const columnsFor = (sheet: ModelSheet): readonly Column<Case>[] => [
  textColumn("case", "Coding agent", ({ label }) => label),
  moneyColumn("month", `${sheet.model.name}, monthly cost at list`, ({ workload }) => usdOf(sheet, workload)),
];

function usdOf(sheet: ModelSheet, workload: Workload): string {
  const usd = listMonthUsd(sheet, workload);
  return usd === null ? "unknown" : formatUsd(usd);
}

function cacheSentence(sheet: ModelSheet): string {
  const { input, cacheRead } = listRow(sheet)?.offer.prices ?? {};
  if (input === undefined || cacheRead === undefined) return "Reading from the cache costs a part of the input price.";
  return `${sheet.model.name} reads from its cache at $${formatPrice(cacheRead)} per million tokens, ${formatPercent(Math.round((cacheRead / input) * 10_000))} of its input price of $${formatPrice(input)}.`;
}

function paybackText(sheet: ModelSheet): string {
  const { input, cacheRead, cacheWrite5m } = listRow(sheet)?.offer.prices ?? {};
  if (input === undefined || cacheRead === undefined || cacheWrite5m === undefined || cacheWrite5m <= input) return "";
  const reads = (cacheWrite5m - input) / (input - cacheRead);
  return `: ${reads.toFixed(2)} for ${sheet.model.name}, so it takes ${formatPlural(Math.ceil(reads), "further read")}`;
}
