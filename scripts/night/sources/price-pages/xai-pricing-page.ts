import type { Skipped } from "../source.ts";
import { readTokenCount } from "../token-count.ts";
import { hasColumns, type MarkdownRow, type MarkdownTable } from "./markdown-tables.ts";
import { promptConditions, type RowPrices, readRowPrices } from "./price-cell.ts";
import { type PagePriceCard, pricePage, skippedRow, skippedTable } from "./price-page.ts";

/** xAI's price page: one row per model and prompt length. Batch and priority are prose (20 % less, twice as much) and not read. */
export const xaiPricingPage = pricePage({
  id: "xai-pricing",
  url: "https://docs.x.ai/docs/pricing.md",
  platform: "xai",
  tiers: ["standard"],
  readCards: ({ tables }) => tables.flatMap(readTable),
});

function readTable(table: MarkdownTable): readonly (PagePriceCard | Skipped)[] {
  if (!hasColumns(table, ["model", "input", "cached input", "output"])) return [skippedTable(table)];
  const rows = table.rows.map(readRow);
  const priced = rows.filter((row) => "prices" in row);
  const base = priced.filter(({ promptTokensAbove }) => promptTokensAbove === null);
  return [
    ...base.map(({ upstreamId, contextTokens, prices, gaps }) => ({
      upstreamId,
      tier: "standard" as const,
      contextTokens,
      prices,
      gaps,
      conditions: priced.filter((row) => row.upstreamId === upstreamId).flatMap(promptConditions),
    })),
    ...rows.filter((row) => "why" in row),
  ];
}

interface PromptRow extends RowPrices, Model {
  readonly contextTokens: number | null;
}

function readRow(row: MarkdownRow): PromptRow | Skipped {
  const cell = row.get("model")?.text ?? "";
  const model = readModel(cell);
  const rowPrices = readRowPrices({
    input: row.get("input")?.text,
    output: row.get("output")?.text,
    cacheRead: row.get("cached input")?.text,
  });
  if (model === null || rowPrices === null) return skippedRow(cell);
  return { ...model, ...rowPrices, contextTokens: readTokenCount(row.get("context")?.text ?? "") };
}

interface Model {
  readonly upstreamId: string;
  readonly promptTokensAbove: number | null;
}

/** `"grok-4.6 (≥ 200k prompt tokens)"` → above 199_999: our conditions are strictly greater. `(< 200k …)` is the base card. */
function readModel(cell: string): Model | null {
  const [, upstreamId, sign, count = ""] = /^(\S+)(?: \((<|≤|<=|≥|>=|>) ?([\d.]+[km]?) prompt tokens\))?$/i.exec(cell) ?? [];
  if (upstreamId === undefined) return null;
  if (sign === undefined || sign.startsWith("<") || sign === "≤") return { upstreamId, promptTokensAbove: null };
  const limit = readTokenCount(count);
  return limit === null ? null : { upstreamId, promptTokensAbove: sign === ">" ? limit : limit - 1 };
}
