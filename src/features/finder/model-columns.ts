import { makerMark } from "../../site/maker-mark.ts";
import * as paths from "../../site/paths.ts";
import type { ModelListRow } from "../../site/words/model-list-row.ts";
import { type Cell, type Column, countColumn, moneyColumn, proseColumn, textColumn } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import { ladderPicture } from "./row-ladder.ts";

/**
 * A list of models: list price, monthly cost at the cheapest seller, price distribution. The finder filters and sorts these very rows. Makers are marked where there are
 * several.
 */
export const modelTable = (lines: readonly ModelListRow[]): TableView =>
  plainTable(
    { label: "Models", caption: "List prices in dollars per million tokens." },
    [nameColumn(lines.some(({ makerName }) => makerName !== lines[0]?.makerName)), ...COLUMNS],
    lines,
  );

const COLUMNS: readonly Column<ModelListRow>[] = [
  { ...textColumn<ModelListRow>("id", "Id", ({ id }) => id), only: "files" },
  { ...moneyColumn<ModelListRow>("list", "List, in / out", ({ list }) => list), wide: true },
  { ...moneyColumn<ModelListRow>("month", "Monthly cost", ({ month }) => month), isMain: true },
  proseColumn<ModelListRow>("seller", "Cheapest seller", ({ cheapest }) => cheapest),
  { id: "ladder", label: "Price distribution", kind: "picture", wide: true, only: "page", cell: ladderCell },
  { ...countColumn<ModelListRow>("platforms", "Platforms", ({ platforms }) => String(platforms)), wide: true },
  { ...countColumn<ModelListRow>("context", "Context", ({ context }) => context), wide: true },
  { ...countColumn<ModelListRow>("released", "Released", ({ released }) => released), wide: true },
];

const nameColumn = (isMixed: boolean): Column<ModelListRow> => ({
  id: "name",
  label: "Model",
  kind: "text",
  cell: (line) => (isMixed ? { ...nameCell(line), mark: makerMark(line.makerName) } : nameCell(line)),
});

function nameCell({ id, name, makerName, isRetired }: ModelListRow): Cell {
  const notes = [makerName, ...(isRetired ? [{ text: "retired", tone: "over" } as const] : [])];
  return { text: name, href: paths.model(id), notes, file: name };
}

function ladderCell({ marks, parity }: ModelListRow): Cell {
  const picture = ladderPicture({ marks, list: parity });
  return picture === null ? { text: "" } : { text: "", pieces: [{ kind: "picture", picture }] };
}
