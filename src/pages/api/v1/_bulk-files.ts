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

let files: ReadonlyMap<string, BulkFile> | null = null;

/** Every one of them by name, made once a build. */
export function bulkFiles(): ReadonlyMap<string, BulkFile> {
  files ??= new Map(madeFiles().map((file) => [file.name, file]));
  return files;
}

/** The file of that name as a response. */
export function bulkResponse(name: string): Response {
  const file = bulkFiles().get(name);
  if (file === undefined) throw new Error(`no ${name}`);
  return new Response(file.content, { headers: { "content-type": file.type } });
}

/** The routes of the files with an ending: `offers.parquet` → `offers`. */
export const tablesWith = (ending: string) =>
  [...bulkFiles().keys()]
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ params: { table: name.slice(0, -ending.length) } }));

function madeFiles(): readonly BulkFile[] {
  const offers = offersTable(allSheets());
  const changes = historyTable(history().allChanges);
  const rankings = rankingsTable(presets.map(rankingJson));
  return [
    { name: "offers.csv", rows: rowCount(offers), content: bytesOf(offersCsv(offers)), type: CSV },
    parquet("offers", offers),
    // Over 5 MB as it is.
    {
      name: "history.csv.gz",
      rows: rowCount(changes),
      content: new Uint8Array(gzipSync(bytesOf(csvOf(changes)))),
      type: "application/gzip",
    },
    parquet("history", changes),
    { name: "rankings.csv", rows: rowCount(rankings), content: bytesOf(csvOf(rankings)), type: CSV },
    parquet("rankings", rankings),
  ];
}

const CSV = "text/csv; charset=utf-8";
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const parquet = (name: string, table: BulkTable): BulkFile => ({
  name: `${name}.parquet`,
  rows: rowCount(table),
  content: parquetOf(table),
  type: "application/vnd.apache.parquet",
});
