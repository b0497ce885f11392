import { formatDelta } from "../../site/format.ts";
import { escapeMarkdown, markdownTable } from "../../site/markdown.ts";
import { absolute } from "../../site/paths.ts";
import { tableMarkdown } from "../../table/figure-table.ts";
import type { PlatformPage, PlatformsPage } from "./page.ts";

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
    ...(lines.length === 0 ? [] : [`## Every offer\n\n${offersTable(lines)}`]),
  ].join("\n\n");
}

function offersTable(lines: PlatformPage["lines"]): string {
  const prices = ["Month, all in", "Δ list", "Input", "Output", "Cache read", "Cache write"];
  const rows = lines.map(({ model, row }) => [
    model.name,
    row.details,
    row.month,
    row.delta.percent,
    ...row.meters.map(({ text }) => text),
    row.source.name,
    row.source.iso,
    row.notes.join("; "),
  ]);
  return markdownTable(["Model", "Offer", ...prices, "Source", "Read", "Notes"], rows);
}
