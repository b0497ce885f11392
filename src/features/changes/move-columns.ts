import type { Sparkline } from "../../site/chart/sparkline.ts";
import { absolute } from "../../site/paths.ts";
import type { Cell, Column, Piece } from "../../table/column.ts";
import { sparkCell } from "../../table/spark-cell.ts";
import { plainTable, type TableView, tableView } from "../../table/table-view.ts";
import type { AnnouncementLine } from "./announcement-groups.ts";
import type { BiggestLines, DayLines, MeterText, ModelDayLine, ModelLink, MoveLine } from "./change-lines.ts";
import { writeBps } from "./changes-state.ts";

type MoveColumn = Column<MoveLine>;

/** Changes day by day, newest first; each row says what it can be filtered by. */
export const dayTable = (caption: string, days: readonly DayLines[]): TableView =>
  tableView(
    { label: caption, caption },
    [...MOVED, { ...OTHERS, wide: true, filters: FILTERS }],
    days.map(({ day, id, lines }) => ({ title: day, id, rows: lines })),
  );

/** The biggest cuts and rises of some days, with the past of each price. */
export function biggestTable(
  { days, says, cuts, rises }: BiggestLines,
  sparkOf: (line: MoveLine) => Sparkline | null,
): TableView {
  const columns: readonly MoveColumn[] = [
    ...MOVED.map((column) => (column.id === "model" ? WITH_DAY : column)),
    { ...OTHERS, only: "files" },
    { id: "read", label: "Day", kind: "day", only: "page", wide: true, cell: ({ day }) => ({ text: day }) },
    { id: "past", label: "90 days", kind: "picture", only: "page", wide: true, cell: (line) => sparkCell(sparkOf(line)) },
  ];
  const label = `Biggest moves in ${days} days`;
  return plainTable({ label, caption: `In ${days} days ${says}` }, columns, [...cuts, ...rises]);
}

/** Models that came or went, by day: for files. */
export const modelDayTable = (lines: readonly ModelDayLine[]): TableView =>
  plainTable(
    { label: "Models by day", caption: "" },
    [
      { id: "day", label: "Day", kind: "day", cell: ({ day }) => ({ text: day }) },
      { id: "model", label: "Model", kind: "text", cell: modelCell },
    ],
    lines,
  );

/** What platforms said they would do: for files, a model a row. */
export const announcedTable = (lines: readonly AnnouncementLine[]): TableView =>
  plainTable(
    { label: "Announced", caption: "" },
    [
      {
        id: "model",
        label: "Model",
        kind: "text",
        cell: ({ model }) => (model === null ? { text: "–" } : modelCell(model)),
      },
      { id: "what", label: "What", kind: "prose", cell: ({ text }) => ({ text }) },
      {
        id: "source",
        label: "Source",
        kind: "text",
        cell: ({ sourceUrl: url }) => ({ text: "source", file: { text: "source", url } }),
      },
    ],
    lines.flatMap(({ models, ...line }) => (models.length === 0 ? [null] : models).map((model) => ({ ...line, model }))),
  );

/** A model by name, linked where it has a page. */
const modelCell = ({ name, path }: ModelLink): Cell =>
  path === null ? { text: name } : { text: name, href: path, file: { text: name, url: absolute(path) } };

const MOVED: readonly MoveColumn[] = [
  { id: "day", label: "Day", kind: "day", only: "files", cell: ({ day }) => ({ text: day }) },
  {
    id: "model",
    label: "Model",
    kind: "text",
    cell: (line) => ({ ...modelCell(line.model), folded: foldedWords(line) }),
  },
  {
    id: "seller",
    label: "Seller, price from",
    fileLabel: "Seller",
    kind: "prose",
    wide: true,
    cell: ({ seller, voice }) => ({ text: seller, pieces: [{ kind: "text", text: voice, tone: "muted" }], file: seller }),
  },
  { id: "voice", label: "Price from", kind: "text", only: "files", cell: ({ voice }) => ({ text: voice }) },
  { id: "input", label: "Input", kind: "money", wide: true, cell: ({ input }) => turnCell(input) },
  { id: "input-delta", label: "Δ input", kind: "delta", only: "page", cell: ({ input }) => moveCell(input) },
  { id: "output", label: "Output", kind: "money", wide: true, cell: ({ output }) => turnCell(output) },
  { id: "output-delta", label: "Δ output", kind: "delta", only: "page", cell: ({ output }) => moveCell(output) },
];

/** The model with the day of its change, where the rows are in no order of days. */
const WITH_DAY: MoveColumn = {
  id: "model",
  label: "Model",
  kind: "text",
  cell: (line) => ({ ...modelCell(line.model), folded: [...foldedWords(line), line.day] }),
};

const OTHERS: MoveColumn = {
  id: "others",
  label: "Other prices",
  kind: "prose",
  cell: ({ others }) => ({ text: others, side: "muted" }),
};

/** What a row can be filtered by. */
const FILTERS: NonNullable<MoveColumn["filters"]> = {
  maker: ({ facts }) => facts.maker,
  platform: ({ facts }) => facts.platform,
  word: ({ facts }) => facts.word,
  bps: ({ facts }) => writeBps(facts.bps),
};

/** Who sells it, where the price is from and both prices, for a phone: `OpenRouter, routed price`, `in 0.14 → 0.22`. */
const foldedWords = ({ seller, voice, input, output }: MoveLine): readonly string[] => [
  `${seller}, ${voice}`,
  ...(input === null ? [] : [`in ${input.turn}`]),
  ...(output === null ? [] : [`out ${output.turn}`]),
];

const turnCell = (moved: MeterText | null): Cell =>
  moved === null ? { text: "" } : { text: moved.turn, file: `${moved.turn}, ${moved.delta}` };

function moveCell(moved: MeterText | null): Cell {
  const pieces: readonly Piece[] = moved === null ? [] : [{ kind: "text", text: moved.delta, tone: moved.side }];
  return { text: "", pieces };
}
