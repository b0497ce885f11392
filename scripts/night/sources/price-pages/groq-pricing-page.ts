import type { Skipped } from "../source.ts";
import { readTokenCount } from "../token-count.ts";
import { hasColumns, type MarkdownRow, type MarkdownTable } from "./markdown-tables.ts";
import { readRowPrices } from "./price-cell.ts";
import { type PagePriceCard, pricePage, skippedRow, skippedTable } from "./price-page.ts";

/** Groq's model page, which prints prices and limits beside each model. */
export const groqPricingPage = pricePage({
  id: "groq-pricing",
  url: "https://console.groq.com/docs/models.md",
  platform: "groq",
  tiers: ["standard"],
  readCards: ({ tables }) => tables.flatMap(readTable),
});

function readTable(table: MarkdownTable): readonly (PagePriceCard | Skipped)[] {
  return hasColumns(table, ["model id", "price per 1m tokens"]) ? table.rows.map(readRow) : [skippedTable(table)];
}

/** "$0.15 input$0.60 output" in one cell. Speech is priced by the hour or the character, some models by sales: no price per token. */
function readRow(row: MarkdownRow): PagePriceCard | Skipped {
  const id = idOf(row);
  const [, input, output] = /^(\$[\d.]+) ?input ?(\$[\d.]+) ?output$/i.exec(row.get("price per 1m tokens")?.text ?? "") ?? [];
  const rowPrices = input === undefined ? null : readRowPrices({ input, output });
  if (id === null || rowPrices === null) return skippedRow(id ?? row.get("model id")?.text ?? "");
  return {
    upstreamId: id,
    tier: "standard",
    ...rowPrices,
    conditions: [],
    contextTokens: readTokenCount(row.get("context window (tokens)")?.text ?? ""),
    maxOutputTokens: readTokenCount(row.get("max completion tokens")?.text ?? ""),
  };
}

/** The cell runs name and id together; the link `/docs/model/openai/gpt-oss-120b` holds the id alone. */
function idOf(row: MarkdownRow): string | null {
  const links = row.get("model id")?.links ?? [];
  return links.map((link) => /\/docs\/model\/(.+)$/.exec(link)?.[1] ?? null).find((id) => id !== null) ?? null;
}
