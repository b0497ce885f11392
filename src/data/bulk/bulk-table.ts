import { type ColumnSource, parquetWriteBuffer, type SchemaElement } from "hyparquet-writer";
import { integerToDecimal } from "../../domain/money/decimal.ts";
import { toMillionth } from "../../domain/money/micro-usd.ts";
import { csvText } from "../json/csv-text.ts";

/**
 * What a column holds. `usdPerMTok`: millionths of a dollar per million tokens, written as an exact decimal of six places; `usd`: dollars as a
 * number; `day`: `2026-11-20`; `instant`: `2026-11-20T10:48:49Z`.
 */
export type ColumnType = "text" | "count" | "usdPerMTok" | "usd" | "number" | "day" | "instant";

type Cell = string | number | null;

/** A whole table, column by column; null = there is no figure. */
export interface BulkTable {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly cells: readonly Cell[] }[];
}

/** How many rows a table has; 0 of one without columns. */
export const rowCount = ({ columns }: BulkTable): number => columns[0]?.cells.length ?? 0;

/**
 * The table as Parquet, compressed with Snappy: BigQuery, Spark, ClickHouse, DuckDB and pandas read it. Without the least and the greatest of each
 * column: they let a reader pass over row groups, and a table of ours has one or two.
 */
export function parquetOf({ columns }: BulkTable): Uint8Array<ArrayBuffer> {
  const schema: SchemaElement[] = [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, type }) => elementOf(name, type)),
  ];
  const columnData: ColumnSource[] = columns.map(({ name, type, cells }) => ({
    name,
    data: cells.map((cell) => storedAs(type, cell)),
  }));
  return new Uint8Array(parquetWriteBuffer({ schema, columnData, statistics: false }));
}

/** The same as CSV: prices as decimal text, an empty cell where there is no figure. What a spreadsheet would run as a formula gets an apostrophe. */
export function csvOf({ columns }: BulkTable): string {
  const rows = Array.from({ length: rowCount({ columns }) }, (_, row) =>
    columns.map(({ type, cells }) => textOf(type, cells[row] ?? null)),
  );
  return csvText([columns.map(({ name }) => name), ...rows]);
}

function elementOf(name: string, type: ColumnType): SchemaElement {
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  switch (type) {
    case "text":
      return { ...optional, type: "BYTE_ARRAY", converted_type: "UTF8" };
    case "count":
      return { ...optional, type: "INT64" };
    case "usdPerMTok":
      return { ...optional, type: "INT64", converted_type: "DECIMAL", scale: 6, precision: 18 };
    case "usd":
    case "number":
      return { ...optional, type: "DOUBLE" };
    case "day":
      return { ...optional, type: "INT32", converted_type: "DATE" };
    case "instant":
      return { ...optional, type: "INT64", converted_type: "TIMESTAMP_MILLIS" };
    default:
      return type satisfies never;
  }
}

function storedAs(type: ColumnType, cell: Cell): unknown {
  if (cell === null) return null;
  if (type === "count" || type === "usdPerMTok") return BigInt(cell);
  if (type === "usd" && typeof cell === "number") return toMillionth(cell);
  return type === "day" || type === "instant" ? new Date(cell) : cell;
}

function textOf(type: ColumnType, cell: Cell): string | number {
  if (cell === null) return "";
  if (type === "usdPerMTok" && typeof cell === "number") return integerToDecimal(cell);
  return type === "usd" && typeof cell === "number" ? toMillionth(cell).toFixed(6) : cell;
}
