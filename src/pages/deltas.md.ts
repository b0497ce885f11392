import { names, run } from "../data/catalog.ts";
import { deltaColumns, deltaRows } from "../features/deltas/delta-columns.ts";
import { deltaCellOf } from "../features/deltas/delta-page.ts";
import { formatPrice } from "../site/format.ts";
import { markdownResponse, markdownTable } from "../site/markdown.ts";

export function GET(): Response {
  const head = ["Model", "List", ...deltaColumns.map((id) => names.platform(id))];
  const rows = deltaRows.map(({ sheet, cells }) => [
    sheet.model.name,
    formatPrice(sheet.reference?.prices.input ?? 0),
    ...cells.map(({ row }) => deltaCellOf(row)).map(({ text, output }) => (output === null ? text : `${text}, ${output}`)),
  ]);
  return markdownResponse(
    `# Deltas\n\nInput price against the maker's list price, standard tier. Data as of ${run.asOf}.\n\n${markdownTable(head, rows)}`,
  );
}
