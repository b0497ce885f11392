import type { Run } from "../../domain/source/run.ts";
import { formatCount, formatDay } from "../../site/format.ts";
import { newIssue } from "../../site/home.ts";
import * as paths from "../../site/paths.ts";
import { type Column, dayColumn, proseColumn, textColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";

/** What the site is, where its numbers come from, and who pays for it. */
export function aboutMarkdown(
  run: Run,
  counts: { readonly models: number; readonly offers: number; readonly platforms: number },
): string {
  const size = `${formatCount(counts.models)} models, ${formatCount(counts.offers)} offers, ${formatCount(counts.platforms)} platforms`;
  return `# About Token Parity

Token Parity shows, for every language model, what it really costs on every platform that sells it: ${size}, as of ${formatDay(run.asOf)}. The bill is price × fee × bonus × the shape of your use, so every offer is shown with its monthly cost, fees included, for a stated workload, against the maker’s own list price, and with the place and the day its numbers were read.

## What we do not do

We sell no tokens and take no commission. There are no affiliate links, no advertising, no tracking and no third-party requests: the pages are files. A price we do not know is called unknown. A price that only a second-hand source knows says so. Where sources disagree, both are shown. We list models that answer in text and are billed by the token: no embedding models, no rerankers, none that make nothing but images, video or speech.

## Sources

Figures, names and ids come from these sources; none of their prose is stored or shown. Attribution also goes to LMArena (Leaderboard Dataset, CC BY 4.0), Epoch AI ("Epoch Capabilities Index", CC BY 4.0) and LiveBench where quality is shown.

${tableMarkdown(fileTable(SOURCES, run.sources))}

## Use the data

Everything on the pages is in the [JSON API](${paths.absolute(paths.api.index())}) and in one [CSV](${paths.absolute(paths.api.offersCsv())}); every page has a Markdown twin. A published field or address never changes its meaning. Cite as: Token Parity, as of ${formatDay(run.asOf)}, ${paths.absolute(paths.home())}.

## Put it in your own page

Every model and every ranking has a page made to be framed, without scripts and in light and dark: \`${paths.embedModel("maker/model")}\` and \`${paths.embedBest("workload")}\`. Every model has a badge: \`${paths.badge("maker/model")}\`. All of them print their day. They are live, or pinned to a day whose ranking was kept (a day at the end of the address), and then never change: for a model these are the days on which its month for chat or its seller changed, as long as some ranking has it. The codes to copy stand at the foot of each model and each ranking.

## A wrong number

Each row links to where it was read, and the [data page](${paths.absolute(paths.data())}) to the state of each source. If the source says something else than we do, please [open an issue](${newIssue("wrong-price")}) with the address of the row.
`;
}

const SOURCES: readonly Column<Run["sources"][number]>[] = [
  textColumn("source", "Source", ({ name }) => name),
  { id: "address", label: "Address", kind: "text", cell: ({ url }) => ({ text: url, file: { text: url, url } }) },
  proseColumn("licence", "Licence or terms", ({ licence }) => licence),
  dayColumn("read", "Last good reading", ({ readAt }) => formatDay(readAt)),
];
