import { fromUsdPerMTok, MicroUsdPerMTok } from "../../../../../src/domain/money/money.ts";
import type { PromptCondition } from "../../../../../src/domain/offer/condition.ts";
import type { Meter, Prices } from "../../../../../src/domain/offer/meter.ts";
import type { Tier } from "../../../../../src/domain/offer/offer.ts";
import { changesAnything } from "../../token-prices.ts";
import { type PageTable, pageTables } from "../page-table.ts";
import type { ReadPlatformRow } from "../platform-card.ts";
import type { BodySpec } from "../platform-spec.ts";
import { readPromptBound } from "../prompt-bound.ts";
import { wrongShape } from "../wrong-shape.ts";

/** Google's price page of the Gemini API: a heading per model with its ids below, a heading per tier, a column of the paid tier. */
export const gemini: BodySpec = {
  id: "gemini-pricing",
  urls: ["https://ai.google.dev/gemini-api/docs/pricing.md.txt"],
  family: "text body",
  readRows: (content, day) => readGeminiPage(content, day),
};

const TIERS: ReadonlyMap<string, Tier> = new Map([
  ["standard", "standard"],
  ["batch", "batch"],
  ["flex", "flex"],
  ["priority", "priority"],
]);

const PAID = /^paid tier, per 1m tokens in usd$/;

/** What a row of a table prices; the first that fits. Audio, images and grounding are other meters. */
const METERS: readonly (readonly [Meter, RegExp])[] = [
  ["cacheRead", /^context caching price/i],
  ["input", /^(text )?input price/i],
  ["output", /^(text )?output price/i],
];

function readGeminiPage(content: unknown, day: string): readonly ReadPlatformRow[] {
  if (typeof content !== "string") throw wrongShape("", content, "a page");
  const tables = pageTables(content);
  const ids = idsByModel(tables);
  const rows = tables.flatMap((table) => readTable(table, ids.get(modelOf(table)) ?? [], day));
  if (rows.every((row) => "why" in row))
    throw wrongShape(
      "the page's tables",
      tables.map(({ columns }) => columns),
      "one with a paid tier per 1M tokens",
    );
  return rows;
}

/** The heading two above a table: the last but the tier. */
const modelOf = ({ headings }: PageTable): string => headings.slice(0, -1).join(" > ");

/** The ids are above a model's first table alone. */
function idsByModel(tables: readonly PageTable[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, readonly string[]>();
  for (const table of tables) {
    const namedIds = table.paragraphs.flatMap((line) => line.match(/\b[a-z][a-z0-9]*(?:[-.][a-z0-9]+)+\b/g) ?? []);
    const model = modelOf(table);
    if (!ids.has(model)) ids.set(model, [...new Set(namedIds)]);
  }
  return ids;
}

function readTable(table: PageTable, ids: readonly string[], day: string): readonly ReadPlatformRow[] {
  const name = table.headings.join(" > ");
  const paid = table.columns.find((column) => PAID.test(column));
  const tier = TIERS.get((table.headings.at(-1) ?? "").toLowerCase().replaceAll(/[^a-z]/g, ""));
  if (paid === undefined) return [{ subject: name, why: "not priced by tokens" }];
  if (tier === undefined) return [{ subject: name, why: "tier we have no name for" }];
  if (ids.length === 0) return [{ subject: name, why: "no model id on the page" }];
  const cells = table.rows.flatMap((row) => {
    const meter = METERS.find(([, pattern]) => pattern.test(row.get("") ?? ""))?.[0];
    return meter === undefined ? [] : [{ meter, text: row.get(paid) ?? "" }];
  });
  const { prices, conditions } = cardOf(cells, day);
  const raw = cells.map(({ meter, text }) => `${meter} ${JSON.stringify(text)}`).join(", ");
  const isWhole = prices.input !== undefined && prices.output !== undefined;
  const why = /\$\s*\d/.test(raw) ? "no readable price per token" : "no price per token";
  return ids.map((upstreamId) =>
    isWhole ? { upstreamId, tier, prices, conditions, raw } : { subject: `${upstreamId} ${tier}`, why, detail: raw },
  );
}

interface Cell {
  readonly meter: Meter;
  readonly text: string;
}

/** A cell holds a price for short prompts and one for long ones: the whole request moves. */
function cardOf(
  cells: readonly Cell[],
  day: string,
): { readonly prices: Prices; readonly conditions: readonly PromptCondition[] } {
  const prices: Prices = {};
  const long = new Map<number, Prices>();
  const named = cells.flatMap(({ meter, text }) => pricesIn(text, day).map((price) => ({ meter, ...price })));
  for (const { meter, above, amount } of named) {
    if (above === 0) prices[meter] ??= amount;
    else long.set(above, { ...long.get(above), [meter]: amount });
  }
  const conditions = [...long].map(([promptTokensAbove, tier]) => ({ promptTokensAbove, prices: tier }));
  return { prices, conditions: conditions.filter((condition) => changesAnything(prices, condition.prices)) };
}

/** What is behind a figure that is no price of a text token. */
const OTHER_UNIT = /^\s*(\/|per\b)|\(\s*audio|\(\s*image\s*\)|\(\s*video\s*\)/i;

/**
 * `"$2.00, prompts <= 200k tokens $4.00, prompts > 200k tokens"` → 2 from the shortest on and 4 above 200,000. `"$0.75 through December 31, 2026. $1.50 starting
 * January 1, 2027."` → the one of the day. Storage by the hour, audio and images are left out.
 */
export function pricesIn(text: string, day: string): readonly { readonly above: number; readonly amount: MicroUsdPerMTok }[] {
  return text.split(/(?=\$)/).flatMap((part) => {
    const [, digits = "", words = ""] = /^\$\s*([\d.,]*\d)(.*)$/s.exec(part.replaceAll("\\", "")) ?? [];
    const amount = MicroUsdPerMTok.safeParse(fromUsdPerMTok(digits.replaceAll(",", "")));
    if (digits === "" || !amount.success || OTHER_UNIT.test(words) || !isOfDay(words, day)) return [];
    return [{ above: readPromptBound(words)?.above ?? 0, amount: amount.data }];
  });
}

/** `through` its last day, `starting` on its first; without either it holds. */
function isOfDay(words: string, day: string): boolean {
  const [, until] = /through (\w+ \d{1,2}, \d{4})/i.exec(words) ?? [];
  const [, from] = /starting (\w+ \d{1,2}, \d{4})/i.exec(words) ?? [];
  return (until === undefined || day <= dayOf(until)) && (from === undefined || dayOf(from) <= day);
}

/** A day that no calendar has is never. */
function dayOf(text: string): string {
  const moment = Date.parse(`${text} UTC`);
  return Number.isNaN(moment) ? "" : new Date(moment).toISOString().slice(0, 10);
}
