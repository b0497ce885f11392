import { compareByUse } from "../../domain/model/compare-by-use.ts";
import type { Model } from "../../domain/model/model.ts";
import type { Names } from "../../domain/offer/seller-names.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { escapeMarkdown, markdownTable } from "../../site/markdown.ts";
import { modelLine } from "../../site/words/model-line.ts";

/** A list of models in Markdown: the front page, or one maker's. */
export function modelsMarkdown(
  title: string,
  models: readonly Model[],
  sheetOf: (id: string) => ModelSheet,
  asOf: string,
  names: Names,
): string {
  const head = ["Model", "Id", "List, in / out", "Cheapest month", "Cheapest seller", "Platforms", "Context", "Released"];
  const lines = models.toSorted(compareByUse).map(({ id }) => modelLine(sheetOf(id), names));
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
