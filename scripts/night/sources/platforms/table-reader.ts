import { compareConditions } from "../../../../src/domain/offer/condition.ts";
import { METERS, type Meter, type Prices } from "../../../../src/domain/offer/meter.ts";
import type { Skipped } from "../source.ts";
import { readTokenCount } from "../token-count.ts";
import { changesAnything } from "../token-prices.ts";
import { htmlTables } from "./html-page.ts";
import { readDollarCell } from "./page-cell.ts";
import { type PageTable, pageTables } from "./page-table.ts";
import type { PlatformCard, ReadPlatformRow } from "./platform-card.ts";
import type { TableSpec } from "./platform-spec.ts";
import { readPromptBound } from "./prompt-bound.ts";
import { wrongShape } from "./wrong-shape.ts";

/** What of a spec says which tables count and what their columns are. */
type Columns = Omit<TableSpec, "id" | "urls" | "nextAt" | "family">;

/** One row of a price table, before the rows of one model are one card. */
interface TableCard extends PlatformCard {
  /** Which prompts it is for. */
  readonly above: number;
}

/**
 * The cards of a page's tables by their spec: a table counts by its column names, a column by its own, neither by its place. A page without such a table
 * throws, and one whose output costs under a tenth of its input: then its columns are others.
 */
export function readTablePage(spec: Columns, content: unknown): readonly ReadPlatformRow[] {
  if (typeof content !== "string") throw wrongShape("", content, "a page");
  const tables = spec.as === "html" ? htmlTables(content) : pageTables(content);
  const wanted = [spec.idColumn, ...(["input", "output"] as const).map((meter) => spec.prices[meter] ?? "")];
  const priced = tables.filter((table) => isUnder(table, spec) && wanted.every((names) => columnNamed(table, names) !== null));
  if (priced.length === 0)
    throw wrongShape(
      "the page's tables",
      tables.map(({ columns }) => columns),
      `one with ${wanted.join(", ")}`,
    );
  const rows = priced.flatMap((table) => table.rows.map((row) => readTableRow(table, row, spec)));
  const cards = rows.filter((row) => "prices" in row);
  for (const { prices, raw, upstreamId } of cards)
    if ((prices.output ?? 0) * 10 < (prices.input ?? 0)) throw wrongShape(upstreamId, raw, "input and output in their columns");
  return [...joined(cards), ...rows.filter((row) => "why" in row)];
}

const isUnder = ({ headings }: PageTable, { under }: Columns): boolean =>
  under === undefined || headings.some((heading) => under.test(heading));

/** The column of that name, or the first of several. */
export const columnNamed = ({ columns }: PageTable, names: string): string | null =>
  names.split("|").find((name) => columns.includes(name)) ?? null;

function readTableRow(
  table: PageTable,
  row: ReadonlyMap<string, string>,
  spec: Columns,
): TableCard | Exclude<ReadPlatformRow, PlatformCard> {
  const cell = (names: string | undefined) => (names === undefined ? undefined : row.get(columnNamed(table, names) ?? ""));
  const name = cell(spec.idColumn) ?? "";
  const upstreamId = spec.idOf === undefined ? name : spec.idOf(name);
  if (upstreamId === null || upstreamId === "") return { subject: name, why: "no model id we know how to read" };
  const cells = readCells(spec.prices, cell);
  if ("unread" in cells)
    return { subject: upstreamId, why: "no readable price per token", detail: `${cells.unread} is no price` };
  if (cells.prices.input === undefined || cells.prices.output === undefined)
    return { subject: upstreamId, why: "only one of input and output has a price" };
  const bound = readPromptBound(cell(spec.boundColumn) ?? name);
  return {
    upstreamId,
    name,
    ...cells,
    above: bound?.above ?? 0,
    contextTokens: readTokenCount((cell(spec.contextColumn) ?? "").replace(/ tokens$/, "")),
  };
}

/** A zero on both sides is free; on one side it is no price of the other. */
function readCells(columns: Columns["prices"], cell: (names: string | undefined) => string | undefined) {
  const prices: Prices = {};
  const raw: string[] = [];
  for (const meter of METERS) {
    const text = cell(columns[meter]);
    if (text === undefined) continue;
    const price = readDollarCell(text);
    if (price === "unread") return { unread: `${meter} ${JSON.stringify(text)}` };
    if (price === "none") continue;
    prices[meter] = price;
    raw.push(`${meter} ${JSON.stringify(text)}`);
  }
  return { prices: withoutLoneZero(prices), raw: raw.join(", ") };
}

function withoutLoneZero(prices: Prices): Prices {
  const isFree = prices.input === 0 && prices.output === 0;
  const stays = (meter: Meter) => (prices[meter] ?? 0) > 0 || (isFree && (meter === "input" || meter === "output"));
  return Object.fromEntries(METERS.filter((meter) => stays(meter)).map((meter) => [meter, prices[meter]]));
}

/**
 * Rows of one model by prompt length are one card; of a model in two tables the row with more prices counts. Two rows that state one price differently
 * are reported beside the card: which of them is true is not ours to choose.
 */
function joined(cards: readonly TableCard[]): readonly ReadPlatformRow[] {
  const groups = [...Map.groupBy(cards, ({ upstreamId }) => upstreamId).values()];
  return groups.flatMap((group): readonly ReadPlatformRow[] => {
    const base = group.filter(({ above }) => above === 0).toSorted((a, b) => size(b.prices) - size(a.prices))[0];
    if (base === undefined)
      return group.slice(0, 1).map(({ upstreamId }) => ({ subject: upstreamId, why: "priced for long prompts alone" }));
    const { above: _above, ...card } = base;
    const conditions = group
      .filter((row) => row.above > 0 && changesAnything(base.prices, row.prices))
      .map((row) => ({ promptTokensAbove: row.above, prices: row.prices }))
      .toSorted(compareConditions);
    const isFree = card.prices.input === 0 && card.prices.output === 0;
    return [{ ...card, ...(isFree ? { tier: "free" as const } : {}), conditions }, ...listedTwice(group)];
  });
}

const size = (prices: Prices): number => Object.keys(prices).length;

/** The first row that contradicts another one for prompts of the same length. */
function listedTwice(group: readonly TableCard[]): readonly Skipped[] {
  const other = group.find((row, place) =>
    group.slice(0, place).some((before) => before.above === row.above && differ(before, row)),
  );
  return other === undefined ? [] : [{ subject: other.upstreamId, why: "id listed twice", detail: other.raw }];
}

const differ = (card: TableCard, other: TableCard): boolean =>
  METERS.some((meter) => (card.prices[meter] ?? other.prices[meter]) !== (other.prices[meter] ?? card.prices[meter]));
