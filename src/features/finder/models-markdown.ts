import { escapeMarkdown } from "../../site/markdown.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { modelTable } from "./model-columns.ts";
import type { ModelList } from "./page.ts";

/** A list of models in Markdown: the front page, or one maker's. */
export const modelsMarkdown = (title: string, { lines, asOf }: ModelList): string =>
  `# ${escapeMarkdown(title)}\n\nData as of ${asOf}. List prices in USD per million tokens.\n\n${tableMarkdown(modelTable(lines))}`;
