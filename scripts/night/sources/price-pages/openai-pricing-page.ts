import type { Condition } from "../../../../src/domain/offer/condition.ts";
import type { Tier } from "../../../../src/domain/offer/offer.ts";
import type { Skipped } from "../source.ts";
import { hasColumns, type MarkdownRow, type MarkdownTable } from "./markdown-tables.ts";
import { readRowPrices } from "./price-cell.ts";
import { type PageContent, type PagePriceCard, pricePage, skippedRow, skippedTable, tableName } from "./price-page.ts";

/** OpenAI's price page: a table per service tier, short and long prompts side by side. */
export const openaiPricingPage = pricePage({
  id: "openai-pricing",
  url: "https://developers.openai.com/api/docs/pricing.md",
  platform: "openai",
  tiers: ["standard", "batch"],
  readCards: ({ tables, text }) => tables.flatMap((table) => readTable(table, longFrom(text))),
});

const CONTEXT_COLUMNS = ["model", "short context input", "short context output", "long context input", "long context output"];
const FLAT_COLUMNS = ["category", "model", "input", "cached input", "output"];

/** `service_tier: "priority"` is sold as Fast since 2026-07-30. */
const TIERS: ReadonlyMap<string, Tier> = new Map([
  ["standard", "standard"],
  ["batch", "batch"],
  ["flex", "flex"],
  ["fast", "priority"],
  ["priority", "priority"],
]);
/** Sold, but a tier we have no name for. */
const OTHER_TIERS: ReadonlySet<string> = new Set(["ultrafast"]);

function readTable(table: MarkdownTable, longAbove: number | null): readonly (PagePriceCard | Skipped)[] {
  const columns = [CONTEXT_COLUMNS, FLAT_COLUMNS].find((names) => hasColumns(table, names));
  if (columns === undefined) return [skippedTable(table)];
  const tier = tierOf(table);
  if (tier === null) return [{ subject: tableName(table), why: "tier we have no name for" }];
  return table.rows.map((row) => {
    const { model, ownLimit } = readModel(row.get("model")?.text ?? "");
    const card = columns === FLAT_COLUMNS ? readFlat(row) : readContexts(row, ownLimit ?? longAbove);
    return card === null ? skippedRow(model) : { upstreamId: model, tier, ...card };
  });
}

/** From the heading "Batch pricing data", else from the last tab name above it. Tables of special models have neither and are standard. */
function tierOf({ headings, paragraphs }: MarkdownTable): Tier | null {
  const labels = [headings.at(-1) ?? "", ...paragraphs.toReversed()].map((label) =>
    label.toLowerCase().replace(/ pricing data$/, ""),
  );
  const label = labels.find((each) => TIERS.has(each) || OTHER_TIERS.has(each));
  return label === undefined ? "standard" : (TIERS.get(label) ?? null);
}

type Card = Pick<PagePriceCard, "prices" | "gaps" | "conditions">;

function readFlat(row: MarkdownRow): Card | null {
  const rowPrices = readRowPrices({
    input: row.get("input")?.text,
    output: row.get("output")?.text,
    cacheRead: row.get("cached input")?.text,
  });
  return rowPrices === null ? null : { ...rowPrices, conditions: [] };
}

function readContexts(row: MarkdownRow, longAbove: number | null): Card | null {
  const short = readContext(row, "short");
  if (short === null) return null;
  const long = readContext(row, "long");
  return { ...short, conditions: long === null ? [] : [longCard(long.prices, longAbove)] };
}

const readContext = (row: MarkdownRow, length: "short" | "long") =>
  readRowPrices({
    input: row.get(`${length} context input`)?.text,
    output: row.get(`${length} context output`)?.text,
    cacheRead: row.get(`${length} context cached input`)?.text,
    cacheWrite5m: row.get(`${length} context cache writes`)?.text,
  });

function longCard(prices: Condition["prices"], longAbove: number | null): Condition {
  if (longAbove === null) throw new Error("OpenAI’s price page no longer says where long context begins");
  return { promptTokensAbove: longAbove, prices };
}

/** `"gpt-5.5 (<272K context length)"` → gpt-5.5 with a limit of its own. */
function readModel(cell: string): { readonly model: string; readonly ownLimit: number | null } {
  const [, model, limit] = /^(\S+)(?: \(<\s*([\d.]+)K context length\))?/i.exec(cell) ?? [];
  return { model: model ?? cell, ownLimit: limit === undefined ? null : thousands(limit) };
}

/** "Long context: >272K input tokens." → 272_000. */
function longFrom(text: PageContent["text"]): number | null {
  const limit = /long context:\s*(?:>|&gt;)\s*([\d.]+)K/i.exec(text)?.[1];
  return limit === undefined ? null : thousands(limit);
}

const thousands = (digits: string): number => Math.round(Number(digits) * 1000);
