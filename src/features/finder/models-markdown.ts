import { escapeMarkdown } from "../../site/markdown.ts";
import type { ModelLine } from "../../site/words/model-line.ts";
import { type Column, countColumn, moneyColumn, textColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";
import type { ModelList } from "./page.ts";

/** A list of models in Markdown: the front page, or one maker's. */
export const modelsMarkdown = (title: string, { lines, asOf }: ModelList): string =>
  `# ${escapeMarkdown(title)}\n\nData as of ${asOf}. List prices in USD per million tokens.\n\n${tableMarkdown(fileTable(COLUMNS, lines))}`;

const COLUMNS: readonly Column<ModelLine>[] = [
  textColumn("model", "Model", ({ name }) => name),
  textColumn("id", "Id", ({ id }) => id),
  moneyColumn("list", "List, in / out", ({ list }) => list),
  moneyColumn("month", "Cheapest month", ({ month }) => month),
  textColumn("seller", "Cheapest seller", ({ cheapest }) => cheapest),
  countColumn("platforms", "Platforms", ({ platforms }) => String(platforms)),
  countColumn("context", "Context", ({ context }) => context),
  textColumn("released", "Released", ({ released }) => released),
];
