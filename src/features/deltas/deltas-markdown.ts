import { SAME_BPS } from "../../domain/platform/list-difference.ts";
import { formatPercent } from "../../site/format.ts";
import { escapeMarkdown } from "../../site/markdown.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { deltaTable } from "./delta-columns.ts";
import { monthSigns, SIGNS } from "./delta-legend.ts";
import type { DeltasPage } from "./page.ts";

/** The page of differences in Markdown: the same cells. */
export const deltasMarkdown = (page: DeltasPage): string =>
  [
    `# ${escapeMarkdown(page.title)}`,
    escapeMarkdown(page.answer),
    escapeMarkdown(`${page.description} ${page.meaning.replace(/\.?$/, ".")} Data as of ${page.asOf}.`),
    escapeMarkdown(`= within ${formatPercent(SAME_BPS)}; ${[...signsOf(page)].join("; ")}.`),
    tableMarkdown(deltaTable(page)),
  ].join("\n\n");

const signsOf = ({ view }: DeltasPage): readonly string[] => (view.measure === "month" ? [...monthSigns(""), ...SIGNS] : SIGNS);
