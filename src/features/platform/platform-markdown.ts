import { formatDelta } from "../../site/format.ts";
import { escapeMarkdown, markdownTable } from "../../site/markdown.ts";
import { absolute } from "../../site/paths.ts";
import { tableMarkdown } from "../../table/figure-table.ts";
import { tableMarkdown as viewMarkdown } from "../../table/table-files.ts";
import type { PlatformPage, PlatformsPage } from "./page.ts";
import { platformOfferTable } from "./platform-offer-columns.ts";

/** The platforms and how far each is from list, in Markdown. */
export function platformsMarkdown({ lines, asOf }: PlatformsPage): string {
  const head = ["Platform", "Id", "Kind", "Models", "Δ list, median", "Cheaper", "Equal", "Dearer", "Fees"];
  const rows = lines.map(({ name, id, kind, models, medianDeltaBps, cheaper, equal, dearer, fees }) => {
    const median = medianDeltaBps === null ? "–" : formatDelta(medianDeltaBps);
    return [name, id, kind, ...[models, median, cheaper, equal, dearer].map(String), fees];
  });
  return `# Platforms\n\nData as of ${asOf}.\n\n${markdownTable(head, rows)}`;
}

/** One platform in Markdown: facts with their sources, then every offer. */
export function platformMarkdown({ platform, path, asOf, answer, facts, spread, lines }: PlatformPage): string {
  const factRows = facts.map(({ label, text, sources }) => [
    label,
    text,
    sources.map(({ host, date }) => `${host}, ${date}`).join("; "),
  ]);
  return [
    `# ${escapeMarkdown(platform.name)}`,
    `Data as of ${asOf}. ${absolute(path)}`,
    escapeMarkdown(answer),
    ...(facts.length === 0 ? [] : [`## Fees and terms\n\n${markdownTable(["Fact", "What it says", "Source"], factRows)}`]),
    ...(spread === null ? [] : [`## ${spread.table.label}\n\n${escapeMarkdown(spread.says)}\n\n${tableMarkdown(spread.table)}`]),
    ...(lines.length === 0 ? [] : [`## Every offer\n\n${viewMarkdown(platformOfferTable(lines, "Every offer"))}`]),
  ].join("\n\n");
}
