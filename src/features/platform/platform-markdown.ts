import { escapeMarkdown } from "../../site/markdown.ts";
import * as paths from "../../site/paths.ts";
import { goneMarkdown } from "../../site/words/gone-text.ts";
import { groupsMarkdown, tableMarkdown } from "../../table/table-files.ts";
import { companyTable } from "./company-columns.ts";
import { factTable } from "./fact-columns.ts";
import type { PlatformPage, PlatformsPage } from "./page.ts";
import { PLATFORM_SIGNS, platformTable } from "./platform-columns.ts";
import { platformOfferTable } from "./platform-offer-columns.ts";

/** The platforms and how far each is from list, in Markdown. */
export function platformsMarkdown(page: PlatformsPage): string {
  const table = platformTable(page);
  return [
    "# Platforms",
    `Data as of ${page.asOf}.`,
    escapeMarkdown(page.answer),
    escapeMarkdown(table.caption),
    ...groupsMarkdown(table),
    escapeMarkdown(PLATFORM_SIGNS),
  ].join("\n\n");
}

/** One platform in Markdown: facts with their sources, then every offer. */
export function platformMarkdown({
  platform,
  path,
  report,
  asOf,
  answer,
  inShort,
  who,
  facts,
  notIncluded,
  spread,
  lines,
  gone,
}: PlatformPage): string {
  return [
    `# ${escapeMarkdown(platform.name)}`,
    `Data as of ${asOf}. ${paths.absolute(path)}`,
    escapeMarkdown(answer),
    ...(platform.closure === undefined ? [] : [escapeMarkdown(`${platform.closure.value} ${platform.closure.sourceUrl}`)]),
    inShort.map(([label, value]) => `- ${escapeMarkdown(`${label}: ${value}`)}`).join("\n"),
    `## Who is this?\n\n${tableMarkdown(companyTable(who, ""))}`,
    ...(facts.length === 0 ? [] : [`## Fees and terms\n\n${tableMarkdown(factTable(facts, ""))}`]),
    ...notIncluded.map(({ text }) =>
      escapeMarkdown(`Not included in the prices here: ${text}. Terms of your own: ${paths.absolute(paths.calculator())}`),
    ),
    ...(spread === null ? [] : [`## ${spread.table.label}\n\n${escapeMarkdown(spread.says)}\n\n${tableMarkdown(spread.table)}`]),
    ...(gone.length === 0
      ? []
      : [
          `## No longer sold here\n\n${goneMarkdown(gone.map(({ name, text, sourceUrl }) => ({ text: `${name}: ${text}`, sourceUrl })))}`,
        ]),
    ...(lines.length === 0 ? [] : [`## Every offer\n\n${tableMarkdown(platformOfferTable(lines, "Every offer"))}`]),
    `A price is wrong? Tell us with where you read it: ${report}`,
  ].join("\n\n");
}
