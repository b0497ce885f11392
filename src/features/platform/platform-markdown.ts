import type { Names } from "../../domain/offer/seller-names.ts";
import type { Platform } from "../../domain/platform/platform.ts";
import { type PlatformRow, summarise } from "../../domain/platform/platform-summary.ts";
import { formatDelta } from "../../site/format.ts";
import { escapeMarkdown, markdownTable } from "../../site/markdown.ts";
import { absolute, paths } from "../../site/paths.ts";
import { factLines, feeSummary, KIND_WORDS } from "../../site/words/platform-facts.ts";
import { tableMarkdown } from "../../table/figure-table.ts";
import { platformAnswer, platformLines } from "./platform-page.ts";
import type { RouteSpread } from "./route-spread.ts";

/** The platforms and how far each is from list, in Markdown. */
export function platformsMarkdown(
  platforms: readonly Platform[],
  rowsOf: (id: string) => readonly PlatformRow[],
  asOf: string,
): string {
  const head = ["Platform", "Id", "Kind", "Models", "Δ list, median", "Cheaper", "Equal", "Dearer", "Fees"];
  const rows = platforms.map((platform) => {
    const { models, medianDeltaBps, cheaper, equal, dearer } = summarise(rowsOf(platform.id));
    const median = medianDeltaBps === null ? "–" : formatDelta(medianDeltaBps);
    return [
      platform.name,
      platform.id,
      KIND_WORDS[platform.kind].word,
      ...[models, median, cheaper, equal, dearer].map(String),
      feeSummary(platform, asOf),
    ];
  });
  return `# Platforms\n\nData as of ${asOf}.\n\n${markdownTable(head, rows)}`;
}

/** One platform in Markdown: facts with their sources, then every offer. */
export function platformMarkdown(
  platform: Platform,
  rows: readonly PlatformRow[],
  spread: RouteSpread | null,
  asOf: string,
  names: Names,
): string {
  const facts = factLines(platform, asOf).map(({ label, text, sources }) => [
    label,
    text,
    sources.map(({ host, date }) => `${host}, ${date}`).join("; "),
  ]);
  const offers = platformLines(rows, names).map(({ model, row }) => [
    model.name,
    row.details,
    row.month,
    row.delta.percent,
    ...row.meters.map(({ text }) => text),
    row.source.name,
    row.source.iso,
    row.notes.join("; "),
  ]);
  const head = [
    "Model",
    "Offer",
    "Month, all in",
    "Δ list",
    "Input",
    "Output",
    "Cache read",
    "Cache write",
    "Source",
    "Read",
    "Notes",
  ];
  return [
    `# ${escapeMarkdown(platform.name)}`,
    `Data as of ${asOf}. ${absolute(paths.platform(platform.id))}`,
    rows.length === 0 ? "We know no token price here." : escapeMarkdown(platformAnswer(summarise(rows))),
    ...(facts.length === 0 ? [] : [`## Fees and terms\n\n${markdownTable(["Fact", "What it says", "Source"], facts)}`]),
    ...(spread === null ? [] : [`## ${spread.table.label}\n\n${escapeMarkdown(spread.says)}\n\n${tableMarkdown(spread.table)}`]),
    ...(offers.length === 0 ? [] : [`## Every offer\n\n${markdownTable(head, offers)}`]),
  ].join("\n\n");
}
