import type { Condition } from "../../../../../src/domain/offer/condition.ts";
import type { Meter, Prices } from "../../../../../src/domain/offer/meter.ts";
import { readTokenCount } from "../../token-count.ts";
import { htmlTables } from "../html-page.ts";
import { readDollarCell } from "../page-cell.ts";
import type { ReadPlatformRow } from "../platform-card.ts";
import type { BodySpec } from "../platform-spec.ts";
import { wrongShape } from "../wrong-shape.ts";

/** DeepSeek's price page: models are columns, and each meter has a line off peak and one at peak. */
export const deepseek: BodySpec = {
  id: "deepseek-pricing",
  urls: ["https://api-docs.deepseek.com/quick_start/pricing/"],
  family: "text body",
  readRows: (content) => readDeepseekPage(content),
};

/** Peak hours in UTC, as the page's footnotes give them; Chinese public holidays are off peak. */
const PEAKS = [
  ["01:00", "04:00"],
  ["06:00", "10:00"],
] as const;
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"] as const;

const METERS: readonly (readonly [Meter, RegExp])[] = [
  ["cacheRead", /INPUT TOKENS \(CACHE HIT\)/i],
  ["input", /INPUT TOKENS \(CACHE MISS\)/i],
  ["output", /OUTPUT TOKENS/i],
];

type Line = readonly string[];

/** Only the first table counts: the footnotes may hold one of a day to come. */
function readDeepseekPage(content: unknown): readonly ReadPlatformRow[] {
  if (typeof content !== "string") throw wrongShape("", content, "a page");
  const [table] = htmlTables(content);
  const lines = table?.grid ?? [];
  const head = lines.find(([label = ""]) => /^MODEL$/i.test(label));
  if (head === undefined)
    throw wrongShape(
      "the first table's first column",
      lines.map(([label]) => label),
      "one with MODEL in it",
    );
  const first = head.findIndex((cell) => !/^MODEL$/i.test(cell));
  return head.slice(first).map((name, index) => readColumn(name, first + index, lines));
}

function readColumn(upstreamId: string, column: number, lines: readonly Line[]): ReadPlatformRow {
  const [offPeak, peak] = [cardOf(column, lines, "OFF-PEAK"), cardOf(column, lines, "PEAK")];
  const base = offPeak.prices;
  if (base.input === undefined || base.output === undefined)
    return { subject: upstreamId, why: "no readable price per token", detail: offPeak.raw };
  return { upstreamId, prices: base, conditions: windowsOf(base, peak.prices), raw: offPeak.raw, ...limitsOf(column, lines) };
}

/** The meters of one column: a meter without lines of their own costs the same at any hour. */
function cardOf(
  column: number,
  lines: readonly Line[],
  hours: "OFF-PEAK" | "PEAK",
): { readonly prices: Prices; readonly raw: string } {
  const prices: Prices = {};
  const raw: string[] = [];
  for (const [meter, label] of METERS) {
    const those = lines.filter((line) => line.some((cell) => label.test(cell)));
    const line =
      those.find((each) => each.some((cell) => cell.toUpperCase() === hours)) ?? (those.length === 1 ? those[0] : undefined);
    const price = readDollarCell(line?.[column] ?? "");
    raw.push(`${meter} ${JSON.stringify(line?.[column] ?? null)}`);
    if (typeof price === "number" && price > 0) prices[meter] = price;
  }
  return { prices, raw: raw.join(", ") };
}

function windowsOf(base: Prices, peak: Prices): readonly Condition[] {
  const isSame = METERS.every(([meter]) => base[meter] === peak[meter]);
  if (isSame || peak.input === undefined) return [];
  return PEAKS.map(([from, until]) => ({
    utc: [from, until],
    days: [...WEEKDAYS],
    prices: peak,
    note: "Chinese public holidays are off-peak",
  }));
}

function limitsOf(column: number, lines: readonly Line[]) {
  const limit = (label: RegExp) => {
    const cell = lines.find(([first = ""]) => label.test(first))?.[column] ?? "";
    return readTokenCount(/[\d.,]+\s*[KM]?\b/i.exec(cell)?.[0].replaceAll(" ", "") ?? "");
  };
  return { contextTokens: limit(/^CONTEXT LENGTH/i), maxOutputTokens: limit(/^MAX OUTPUT/i) };
}
