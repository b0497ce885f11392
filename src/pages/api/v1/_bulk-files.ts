import { gzipSync } from "node:zlib";
import { historyTable } from "../../../data/bulk/bulk-history.ts";
import { offersTable } from "../../../data/bulk/bulk-offers.ts";
import { type BulkTable, csvOf, parquetOf, rowCount } from "../../../data/bulk/bulk-table.ts";
import { allSheets, presets } from "../../../data/catalog.ts";
import { history } from "../../../data/history.ts";
import { offersCsv } from "../../../data/json/offers-csv.ts";
import { rankingJson } from "../../../features/best/best-place.ts";
import { rankingsTable } from "../../../features/best/bulk-rankings.ts";

/** Whole tables for those who outgrow a page: each as Parquet and as CSV, packed where that is over 5 MB. */
export interface BulkFile {
  /** Below `/api/v1/`. */
  readonly name: string;
  readonly rows: number;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** How each file is made, once a build and when it is first asked for: their routes are known before. */
const MAKERS: ReadonlyMap<string, () => BulkFile> = new Map([
  madeOnce("offers.csv", () => csv("offers.csv", tables().offers, offersCsv)),
  madeOnce("offers.parquet", () => parquet("offers.parquet", tables().offers)),
  // Over 5 MB as it is.
  madeOnce("history.csv.gz", () => packedCsv("history.csv.gz", tables().history)),
  madeOnce("history.parquet", () => parquet("history.parquet", tables().history)),
  madeOnce("rankings.csv", () => csv("rankings.csv", tables().rankings, csvOf)),
  madeOnce("rankings.parquet", () => parquet("rankings.parquet", tables().rankings)),
]);

/** Every one of them. */
export const bulkFiles = (): readonly BulkFile[] => [...MAKERS.values()].map((make) => make());

/** The file of that name as a response. */
export function bulkResponse(name: string): Response {
  const file = MAKERS.get(name)?.();
  if (file === undefined) throw new Error(`no ${name}`);
  return new Response(file.content, { headers: { "content-type": file.type } });
}

/** The routes of the files with an ending: `offers.parquet` → `offers`. */
export const tablesWith = (ending: string) =>
  [...MAKERS.keys()]
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ params: { table: name.slice(0, -ending.length) } }));

let made: Readonly<Record<"offers" | "history" | "rankings", BulkTable>> | null = null;

function tables(): NonNullable<typeof made> {
  made ??= {
    offers: offersTable(allSheets()),
    history: historyTable(history().allChanges),
    rankings: rankingsTable(presets.map(rankingJson)),
  };
  return made;
}

function madeOnce(name: string, make: () => BulkFile): readonly [string, () => BulkFile] {
  let file: BulkFile | null = null;
  return [name, () => (file ??= make())];
}

const csv = (name: string, table: BulkTable, textOf: (table: BulkTable) => string): BulkFile => ({
  ...{ name, rows: rowCount(table), content: bytesOf(textOf(table)), type: "text/csv; charset=utf-8" },
});

const packedCsv = (name: string, table: BulkTable): BulkFile => ({
  ...{ name, rows: rowCount(table), content: new Uint8Array(gzipSync(bytesOf(csvOf(table)))), type: "application/gzip" },
});

const parquet = (name: string, table: BulkTable): BulkFile => ({
  ...{ name, rows: rowCount(table), content: parquetOf(table), type: "application/vnd.apache.parquet" },
});

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
