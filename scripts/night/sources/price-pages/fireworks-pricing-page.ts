import type { Tier } from "../../../../src/domain/offer/offer.ts";
import type { Skipped } from "../source.ts";
import { hasColumns, type MarkdownRow, type MarkdownTable } from "./markdown-tables.ts";
import { readRowPrices } from "./price-cell.ts";
import { type PageContent, type PagePriceCard, pricePage, skippedRow, skippedTable } from "./price-page.ts";

/** Fireworks' serverless page: three prices to a cell, a column each for Standard and Priority, rows of their own for Fast and US-only. */
export const fireworksPricingPage = pricePage({
  id: "fireworks-pricing",
  url: "https://docs.fireworks.ai/serverless/pricing.md",
  platform: "fireworks-ai",
  tiers: ["standard"],
  readCards: ({ tables, text }) => tables.flatMap((table) => readTable(table, text)),
});

function readTable(table: MarkdownTable, text: PageContent["text"]): readonly (PagePriceCard | Skipped)[] {
  if (!hasColumns(table, ["model", "standard"])) return [skippedTable(table)];
  if (!/input \/ cached input \/ output/i.test(text))
    throw new Error("Fireworks no longer says in which order a cell prints its prices");
  return table.rows.flatMap(readRow);
}

function readRow(row: MarkdownRow): readonly (PagePriceCard | Skipped)[] {
  const model = readModel(row);
  if ("why" in model) return [model];
  const cell = (column: string) => row.get(column)?.text ?? "";
  const standard = readCell(model, model.fast ? "fast" : "standard", cell("standard"));
  return hasPrice(cell("priority")) ? [standard, readCell(model, "priority", cell("priority"))] : [standard];
}

interface Model {
  readonly upstreamId: string;
  readonly name: string;
  readonly region: string | null;
  readonly fast: boolean;
}

/** The model page's link holds the id: `…/models/fireworks/kimi-k2p6` is asked for as `accounts/fireworks/models/kimi-k2p6`. */
function readModel(row: MarkdownRow): Model | Skipped {
  const { text: name, links } = row.get("model") ?? { text: "", links: [] };
  const slug = links.map((link) => /\/models\/fireworks\/([^/?#]+)/.exec(link)?.[1]).find((each) => each !== undefined);
  if (/ultra-?fast/i.test(name)) return { subject: name, why: "tier we have no name for" };
  if (slug === undefined) return { subject: name, why: "no model id on the page" };
  const region = /\bUS\b/.test(name) ? "us" : null;
  return { upstreamId: `accounts/fireworks/models/${slug}`, name, region, fast: /\bfast\b/i.test(name) };
}

function readCell({ upstreamId, name, region }: Model, tier: Tier, cell: string): PagePriceCard | Skipped {
  const [input, cacheRead, output, ...furtherPrices] = cell.split(" / ");
  const rowPrices = furtherPrices.length > 0 || output === undefined ? null : readRowPrices({ input, output, cacheRead });
  return rowPrices === null ? skippedRow(`${name}, ${tier}`) : { upstreamId, name, region, tier, ...rowPrices, conditions: [] };
}

const hasPrice = (cell: string): boolean => /\d/.test(cell);
