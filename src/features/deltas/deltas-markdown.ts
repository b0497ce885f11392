import { markdownTable } from "../../site/markdown.ts";
import type { DeltasPage } from "./page.ts";

/** The page of deltas in Markdown: the same cells. */
export function deltasMarkdown({ asOf, platforms, rows }: DeltasPage): string {
  const head = ["Model", "List", ...platforms.map(({ name }) => name)];
  const lines = rows.map(({ model, list, cells }) => [
    model.name,
    list,
    ...cells.map(({ text, output }) => (output === null ? text : `${text}, ${output}`)),
  ]);
  return `# Deltas\n\nInput price against the maker's list price, standard tier. Data as of ${asOf}.\n\n${markdownTable(head, lines)}`;
}
