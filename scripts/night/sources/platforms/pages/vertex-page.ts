import type { Meter, Prices } from "../../../../../src/domain/offer/meter.ts";
import { changesAnything } from "../../token-prices.ts";
import { htmlTables } from "../html-page.ts";
import { readDollarCell } from "../page-cell.ts";
import type { PageTable } from "../page-table.ts";
import type { ReadPlatformRow } from "../platform-card.ts";
import type { BodySpec } from "../platform-spec.ts";
import { wrongShape } from "../wrong-shape.ts";

/** Vertex AI's price page. Nobody has seen its tables but in words: it is off, and a table without `1M tokens` in its columns is none. */
export const vertex: BodySpec = {
  id: "vertex-pricing",
  urls: ["https://cloud.google.com/vertex-ai/generative-ai/pricing?hl=en"],
  family: "text body",
  readRows: (content) => readPage(content),
};

const LONG_ABOVE = 200_000;
const METERS: readonly (readonly [Meter, RegExp])[] = [
  ["input", /^input \((?!audio)/i],
  ["output", /^text output/i],
  ["cacheRead", /^cached input \((?!audio)/i],
];

function readPage(content: unknown): readonly ReadPlatformRow[] {
  if (typeof content !== "string") throw wrongShape("", content, "a page");
  const tables = htmlTables(content);
  const priced = tables.flatMap((table) => {
    const short = columnWith(table, /1m tokens.*(<=|≤) ?200k/);
    return short === null || !table.columns.includes("type")
      ? []
      : [{ table, short, long: columnWith(table, /1m tokens.*> ?200k/) }];
  });
  if (priced.length === 0)
    throw wrongShape(
      "the page's tables",
      tables.map(({ columns }) => columns),
      "one per 1M tokens",
    );
  return priced.flatMap(({ table, short, long }) => readTable(table, short, long));
}

const columnWith = ({ columns }: PageTable, pattern: RegExp): string | null =>
  columns.find((column) => pattern.test(column)) ?? null;

function readTable(table: PageTable, short: string, long: string | null): readonly ReadPlatformRow[] {
  const models = Map.groupBy(table.rows, (row) => row.get("model") ?? "");
  return [...models].map(([name, rows]) => {
    const [prices, dearer] = [pricesIn(rows, short), long === null ? {} : pricesIn(rows, long)];
    const upstreamId = name.toLowerCase().replaceAll(/\s+/g, "-");
    if (prices.input === undefined || prices.output === undefined)
      return { subject: upstreamId, why: "only one of input and output has a price" };
    const raw = rows.map((row) => `${row.get("type")} "${row.get(short)}"`).join(", ");
    const conditions = changesAnything(prices, dearer) ? [{ promptTokensAbove: LONG_ABOVE, prices: dearer }] : [];
    return { upstreamId, name, prices, conditions, raw };
  });
}

function pricesIn(rows: PageTable["rows"], column: string): Prices {
  const prices: Prices = {};
  for (const row of rows) {
    const meter = METERS.find(([, pattern]) => pattern.test(row.get("type") ?? ""))?.[0];
    const price = readDollarCell(row.get(column) ?? "");
    if (meter !== undefined && typeof price === "number" && price > 0) prices[meter] ??= price;
  }
  return prices;
}
