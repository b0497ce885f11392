import type { Skipped } from "../source.ts";
import { hasColumns, type MarkdownRow, type MarkdownTable } from "./markdown-tables.ts";
import { readRowPrices } from "./price-cell.ts";
import { type PagePriceCard, pricePage, skippedRow, skippedTable } from "./price-page.ts";

/** Z.ai's price page. Cache storage, free for a limited time since its first day, has no meter and is left out. */
export const zaiPricingPage = pricePage({
  id: "zai-pricing",
  url: "https://docs.z.ai/guides/overview/pricing.md",
  platform: "zai",
  tiers: ["standard"],
  readCards: ({ tables }) => tables.flatMap(readTable),
});

function readTable(table: MarkdownTable): readonly (PagePriceCard | Skipped)[] {
  return hasColumns(table, ["model", "input", "cached input", "output"]) ? table.rows.map(readRow) : [skippedTable(table)];
}

/** The API takes the printed name in lower case: `GLM-5.1` is asked for as `glm-5.1`. */
function readRow(row: MarkdownRow): PagePriceCard | Skipped {
  const name = row.get("model")?.text ?? "";
  const rowPrices = readRowPrices({
    input: row.get("input")?.text,
    output: row.get("output")?.text,
    cacheRead: row.get("cached input")?.text,
  });
  if (rowPrices === null) return skippedRow(name);
  return { upstreamId: name.toLowerCase(), name, tier: "standard", ...rowPrices, conditions: [] };
}
