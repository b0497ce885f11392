import { gzipSync } from "node:zlib";
import { historyTable } from "../../../data/bulk/bulk-history.ts";
import { offersTable } from "../../../data/bulk/bulk-offers.ts";
import { type BulkTable, csvOf, parquetOf, rowCount } from "../../../data/bulk/bulk-table.ts";
import { allSheets, billedIn, presets } from "../../../data/catalog.ts";
import { history } from "../../../data/history.ts";
import { offersCsv } from "../../../data/json/offers-csv.ts";
import { rankingJson } from "../../../features/best/best-place.ts";
import { rankingsTable } from "../../../features/best/bulk-rankings.ts";
import { memoizeOnce } from "../../../site/page/memoize-once.ts";

/** Whole tables for those who outgrow a page: each as Parquet and as CSV, packed where that is over 5 MB. */
export interface BulkFile {
  /** Below `/api/v1/`. */
  readonly name: string;
  readonly rows: number;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

const CSV = "text/csv; charset=utf-8";
const PARQUET = "application/vnd.apache.parquet";
const GZIP = "application/gzip";

const offers = memoizeOnce(() => offersTable(allSheets()));
const changes = memoizeOnce(() => historyTable(history().allChanges, billedIn));
const rankings = memoizeOnce(() => rankingsTable(presets.map(rankingJson)));

/** How each file is made, once a build and when it is first asked for: their routes are known before. */
const MAKERS: ReadonlyMap<string, () => BulkFile> = new Map([
  bulkFile("offers.csv", CSV, offers, (table) => bytesOf(offersCsv(table))),
  bulkFile("offers.parquet", PARQUET, offers, parquetOf),
  // Over 5 MB as it is.
  bulkFile("history.csv.gz", GZIP, changes, (table) => new Uint8Array(gzipSync(bytesOf(csvOf(table))))),
  bulkFile("history.parquet", PARQUET, changes, parquetOf),
  bulkFile("rankings.csv", CSV, rankings, (table) => bytesOf(csvOf(table))),
  bulkFile("rankings.parquet", PARQUET, rankings, parquetOf),
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

function bulkFile(
  name: string,
  type: string,
  tableOf: () => BulkTable,
  contentOf: (table: BulkTable) => BulkFile["content"],
): readonly [string, () => BulkFile] {
  return [name, memoizeOnce(() => ({ name, rows: rowCount(tableOf()), content: contentOf(tableOf()), type }))];
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
