import { escapeMarkdown } from "../../site/markdown.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { deltaTable } from "./delta-columns.ts";
import type { DeltasPage } from "./page.ts";

/** The page of differences in Markdown: the same cells. */
export const deltasMarkdown = (page: DeltasPage): string =>
  [
    `# ${escapeMarkdown(page.title)}`,
    escapeMarkdown(page.answer),
    escapeMarkdown(`${page.description} ${page.meaning} Data as of ${page.asOf}.`),
    tableMarkdown(deltaTable(page)),
  ].join("\n\n");
