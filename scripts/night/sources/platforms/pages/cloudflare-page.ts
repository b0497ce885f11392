import { fromUsdPerMTok, MicroUsdPerMTok } from "../../../../../src/domain/money/money.ts";
import type { Meter, Prices } from "../../../../../src/domain/offer/meter.ts";
import { pageTables } from "../page-table.ts";
import type { ReadPlatformRow } from "../platform-card.ts";
import type { BodySpec } from "../platform-spec.ts";
import { wrongShape } from "../wrong-shape.ts";

/** Cloudflare Workers AI: prices as phrases in a cell, beside the same in neurons. */
export const cloudflare: BodySpec = {
  id: "cloudflare-pricing",
  urls: [
    "https://raw.githubusercontent.com/cloudflare/cloudflare-docs/production/src/content/docs/workers-ai/platform/pricing.mdx",
  ],
  family: "text body",
  readRows: (content) => readPage(content),
};

const METERS: ReadonlyMap<string, Meter> = new Map([
  ["cached input", "cacheRead"],
  ["input", "input"],
  ["output", "output"],
]);

/** A thousand neurons cost $0.011; the neurons are rounded. */
const USD_PER_NEURON = 0.011 / 1_000;
const TOLERANCE = 0.01;

function readPage(content: unknown): readonly ReadPlatformRow[] {
  if (typeof content !== "string") throw wrongShape("", content, "a page");
  const tables = pageTables(content).filter(
    ({ columns, headings }) =>
      columns.includes("price in tokens") && headings.some((heading) => /^LLM model pricing/i.test(heading)),
  );
  if (tables.length === 0)
    throw wrongShape(
      "the page's tables",
      pageTables(content).map(({ columns }) => columns),
      "one with price in tokens",
    );
  return tables.flatMap(({ rows }) =>
    rows.map((row) => readRow(row.get("model") ?? "", row.get("price in tokens") ?? "", row.get("price in neurons") ?? "")),
  );
}

function readRow(upstreamId: string, tokens: string, neurons: string): ReadPlatformRow {
  const prices: Prices = {};
  const check = new Map(phrases(neurons, /([\d.,]+) neurons per M (cached input|input|output) tokens/gi));
  for (const [meter, text] of phrases(tokens, /\$([\d.,]+) per M (cached input|input|output) tokens/gi)) {
    const amount = MicroUsdPerMTok.safeParse(fromUsdPerMTok(text));
    if (!amount.success) return { subject: upstreamId, why: "no readable price per token", detail: tokens };
    if (!agrees(amount.data, check.get(meter)))
      return { subject: upstreamId, why: "its price in tokens is not its price in neurons", detail: `${tokens} / ${neurons}` };
    prices[meter] = amount.data;
  }
  if (prices.input === undefined || prices.output === undefined)
    return { subject: upstreamId, why: "only one of input and output has a price" };
  return { upstreamId, prices, raw: tokens };
}

/** A row that names no neurons is read by its dollars alone, as a page without that column would be. */
function agrees(price: MicroUsdPerMTok, neurons: string | undefined): boolean {
  if (neurons === undefined) return true;
  return Math.abs(Number(neurons) * USD_PER_NEURON * 1e6 - price) <= price * TOLERANCE + 1_000;
}

/** `"$0.293 per M input tokens"` → input 0.293, in whatever order they stand. */
const phrases = (text: string, pattern: RegExp): readonly (readonly [Meter, string])[] =>
  [...text.replaceAll("\\", "").matchAll(pattern)].flatMap(([, amount = "", words = ""]) => {
    const meter = METERS.get(words.toLowerCase());
    return meter === undefined ? [] : [[meter, amount.replaceAll(",", "")] as const];
  });
