import { escapeMarkdown, markdownTable } from "../../site/markdown.ts";
import type { ModelList } from "./page.ts";

/** A list of models in Markdown: the front page, or one maker's. */
export function modelsMarkdown(title: string, { lines, asOf }: ModelList): string {
  const head = ["Model", "Id", "List, in / out", "Cheapest month", "Cheapest seller", "Platforms", "Context", "Released"];
  const rows = lines.map((line) => [
    line.name,
    line.id,
    line.list,
    line.month,
    line.cheapest,
    String(line.platforms),
    line.context,
    line.released,
  ]);
  return `# ${escapeMarkdown(title)}\n\nData as of ${asOf}. List prices in USD per million tokens.\n\n${markdownTable(head, rows)}`;
}
