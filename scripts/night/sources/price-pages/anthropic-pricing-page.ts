import type { Meter } from "../../../../src/domain/offer/meter.ts";
import type { Tier } from "../../../../src/domain/offer/offer.ts";
import type { Skipped } from "../source.ts";
import { hasColumns, type MarkdownRow, type MarkdownTable } from "./markdown-tables.ts";
import { promptConditions, type RowPrices, readRowPrices } from "./price-cell.ts";
import { type PagePriceCard, pricePage, skippedRow, skippedTable } from "./price-page.ts";

/** Anthropic's price page: standard, batch and fast-mode tables, models by their display names. */
export const anthropicPricingPage = pricePage({
  id: "anthropic-pricing",
  url: "https://platform.claude.com/docs/en/about-claude/pricing.md",
  platform: "anthropic",
  tiers: ["standard", "batch"],
  readCards: ({ tables, day }) => tables.flatMap((table) => readTable(table, day)),
});

interface Kind {
  readonly tier: Tier;
  readonly columns: Readonly<Partial<Record<Meter, string>>>;
  /** Where the columns alone could be another table's. */
  readonly heading?: RegExp;
}

const KINDS: readonly Kind[] = [
  {
    tier: "standard",
    columns: {
      input: "base input tokens",
      output: "output tokens",
      cacheRead: "cache hits and refreshes",
      cacheWrite5m: "5m cache writes",
      cacheWrite1h: "1h cache writes",
    },
  },
  { tier: "batch", columns: { input: "batch input", output: "batch output" } },
  { tier: "fast", columns: { input: "input", output: "output" }, heading: /^fast mode/i },
];

function readTable(table: MarkdownTable, day: string): readonly (PagePriceCard | Skipped)[] {
  const kind = KINDS.find(
    ({ columns, heading }) =>
      hasColumns(table, ["model", ...Object.values(columns)]) &&
      (heading === undefined || heading.test(table.headings.at(-1) ?? "")),
  );
  if (kind === undefined) return [skippedTable(table)];
  const rows = table.rows.flatMap((row) => readRow(row, kind, day));
  return [...joinPromptCards(rows.filter((row) => "prices" in row)), ...rows.filter((row) => "why" in row)];
}

interface NamedCard extends RowPrices, Name {
  readonly tier: Tier;
}

/** One row may price several models: "Claude Opus 5 / Claude Opus 4.8". */
function readRow(row: MarkdownRow, { tier, columns }: Kind, day: string): readonly (NamedCard | Skipped)[] {
  const rowPrices = readRowPrices(
    Object.fromEntries(Object.entries(columns).map(([meter, column]) => [meter, row.get(column)?.text])),
  );
  return (row.get("model")?.text ?? "").split(" / ").map((cell) => {
    const name = readName(cell, day);
    if ("why" in name) return name;
    return rowPrices === null ? skippedRow(cell) : { ...name, ...rowPrices, tier };
  });
}

interface Name {
  readonly upstreamId: string;
  readonly name: string;
  /** The row is for longer prompts only. */
  readonly promptTokensAbove: number | null;
}

/** `"Claude Opus 4.8 (limited availability)"` → claude-opus-4-8. The words behind a name may date it, limit it or end it. */
function readName(cell: string, day: string): Name | Skipped {
  const [, name, words = ""] = /^(Claude [A-Za-z]+ \d+(?:\.\d+)?)\s*(.*)$/.exec(cell) ?? [];
  if (name === undefined) return { subject: cell, why: "no model name we know how to read" };
  if (/\bretired\b/i.test(words)) return { subject: cell, why: "retired on the maker’s own API" };
  const held = holdsOn(words, day);
  const promptTokensAbove = promptBound(words);
  if ((words !== "" && !KNOWN_WORDS.test(words)) || held === null || promptTokensAbove === undefined) {
    return { subject: cell, why: "qualified in words we do not know" };
  }
  if (!held) return { subject: cell, why: "price of another day" };
  return { upstreamId: slugOf(name), name, promptTokensAbove };
}

/** "prompts over 200,000 tokens" → 200000. Null: no bound; undefined: one that is no number of tokens. */
function promptBound(words: string): number | null | undefined {
  const above = /prompts over ([\d,]+) tokens/i.exec(words)?.[1];
  if (above === undefined) return null;
  const tokens = Number(above.replaceAll(",", ""));
  return Number.isSafeInteger(tokens) && tokens > 0 ? tokens : undefined;
}

const KNOWN_WORDS = /deprecated|limited availability|preview|invit|prompts (up to|over)|through|starting/i;

/** From version 4 on ids read `claude-opus-4-8`; before, `claude-3-5-haiku`. */
function slugOf(name: string): string {
  const [, family = "", version = ""] = /^Claude ([A-Za-z]+) ([\d.]+)$/.exec(name) ?? [];
  const number = version.replaceAll(".", "-");
  return (Number.parseFloat(version) < 4 ? `claude-${number}-${family}` : `claude-${family}-${number}`).toLowerCase();
}

/** "through August 31, 2026" includes its day, as "starting September 1, 2026" does. Null: a day that no calendar has. */
function holdsOn(words: string, day: string): boolean | null {
  const last = dayAfter(words, /through (\w+ \d{1,2}, \d{4})/i);
  const first = dayAfter(words, /starting (\w+ \d{1,2}, \d{4})/i);
  if (last === undefined || first === undefined) return null;
  return (last === null || day <= last) && (first === null || first <= day);
}

/** Null: no date; undefined: one that no calendar has. */
function dayAfter(words: string, pattern: RegExp): string | null | undefined {
  const date = pattern.exec(words)?.[1];
  if (date === undefined) return null;
  const moment = Date.parse(`${date} UTC`);
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString().slice(0, 10);
}

/** A model priced by prompt length has a row for each: the short one is the card, the long one its condition. */
function joinPromptCards(rows: readonly NamedCard[]): readonly PagePriceCard[] {
  return rows
    .filter(({ promptTokensAbove }) => promptTokensAbove === null)
    .map(({ upstreamId, name, tier, prices, gaps }) => ({
      upstreamId,
      name,
      tier,
      prices,
      gaps,
      conditions: rows.filter((row) => row.upstreamId === upstreamId).flatMap(promptConditions),
    }));
}
