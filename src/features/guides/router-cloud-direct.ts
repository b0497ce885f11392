import { platformOf, platformRowsOf, platforms, run } from "../../data/catalog.ts";
import { factOn } from "../../domain/money/fact.ts";
import { type PlatformSummary, summarise } from "../../domain/platform/platform-summary.ts";
import { formatCount, formatDelta, formatPlural } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { feeSummary, KIND_WORDS } from "../../site/words/platform-facts.ts";
import { type Column, countColumn, proseColumn, textColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";
import type { Guide } from "./guide.ts";

const SHOWN = ["openai", "anthropic", "google", "amazon-bedrock", "google-vertex", "azure", "openrouter", "vercel"];

interface Line extends PlatformSummary {
  readonly name: string;
  readonly kind: string;
  readonly fees: string;
}

/** The guide on routers, clouds and makers, with their prices and fees of today. */
export function routerCloudDirect(): Guide {
  const lines = SHOWN.flatMap((id): readonly Line[] => {
    const platform = platformOf(id);
    if (platform === null) return [];
    const { name, kind } = platform;
    return [{ ...summarise(platformRowsOf(id)), name, kind: KIND_WORDS[kind].word, fees: feeSummary(platform, run.asOf) }];
  });
  const openrouter = lines.find(({ name }) => name === platformOf("openrouter")?.name);
  return {
    id: "router-cloud-or-direct",
    title: "Router, cloud or direct",
    answer: `Before fees, of ${formatPlural(openrouter?.compared ?? 0, "price")} at OpenRouter, its own and its hosts’, that compare with a list price ${openrouter?.equal ?? 0} equal it, ${openrouter?.cheaper ?? 0} are cheaper and ${openrouter?.dearer ?? 0} more expensive: terms and fees decide about the rest.`,
    text: `
${tableMarkdown(fileTable(COLUMNS, lines))}

## Direct from the maker

New models and features come first, and the list price is the maker’s own. ${makersFeeText()} One contract and one key for each maker.

## Through a cloud

Most models at list price for a global call, on a bill you may already have, under the cloud’s own contract, region and data terms; committed spend may count. A call that stays inside one region may cost more; the table counts both, so a cloud’s median may be above list. Models arrive later or not at all.

## Through a router

One key and one balance for many makers and hosts, with fallback when a host is down. You pay a fee for credit or a markup, and your prompts pass through one more company. For open weights a router is often the shortest way to the cheapest host.

## Through a host or a reseller

Hosts compete on open weights; compare quantization, context and speed too. A reseller sells what others run: see who it is before you send data, on its [platform page](${paths.absolute(paths.platforms())}).

[Platforms against list price, cell by cell](${paths.absolute(paths.deltas())}) · [Amazon Bedrock and OpenRouter side by side](${paths.absolute(paths.compare(["amazon-bedrock", "openrouter"]))})
`,
  };
}

/** `Of 37 makers that sell themselves 7 take no fee for credit, as their pages say; what the others take is not known.` */
function makersFeeText(): string {
  const makers = platforms.filter(({ kind, status }) => kind === "direct" && status !== "closed");
  const topUps = makers.map(({ fees }) => factOn(fees.topUp, run.asOf)?.value ?? null);
  const free = topUps.filter((fees) => fees?.length === 0).length;
  const unknown = topUps.filter((fees) => fees === null).length;
  const others = unknown === 0 ? "" : `; of ${formatCount(unknown)} it is not known`;
  return `Of ${formatPlural(makers.length, "maker")} that sell their own models ${formatCount(free)} take no fee for buying credit${others}.`;
}

const COLUMNS: readonly Column<Line>[] = [
  textColumn("platform", "Platform", ({ name }) => name),
  // Before what a phone may have no room for.
  countColumn("delta", "Input against list, median", ({ kind, medianDeltaBps: bps }) =>
    kind === KIND_WORDS.direct.word ? "its own list" : bps === null ? "–" : bps === 0 ? "= list" : formatDelta(bps),
  ),
  proseColumn("fees", "Fees", ({ fees }) => fees),
  textColumn("kind", "Kind", ({ kind }) => kind),
  countColumn("models", "Models", ({ models }) => String(models)),
];
