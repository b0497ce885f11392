import { z } from "zod";
import type { PastPriceSpan } from "../../domain/history/past/month-prices.ts";
import type { Model } from "../../domain/model/model.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import type { Prices } from "../../domain/offer/meter.ts";
import { EVIDENCE } from "../../domain/source/evidence-class.ts";
import { type CompatKind, type CompatRow, promptCards, witnessOf } from "./compat-row.ts";

const Usd = z.number().nonnegative();
const Day = z.iso.date();

/** A row of llm-prices.com: US dollars per million tokens. */
const price = {
  id: z.string(),
  vendor: z.string(),
  name: z.string(),
  input: Usd,
  output: Usd,
  input_cached: Usd.nullable(),
  source: z.string().describe("Where the price was read, or the source that said so"),
  confirmed: z.boolean(),
};

/** `/api/compat/llm-prices.json`: `current-v1.json` */
export const LlmPricesJson = z.strictObject({
  updated_at: Day,
  prices: z.array(
    z.strictObject({
      ...price,
      observed_at: Day,
      evidence: z
        .enum(EVIDENCE)
        .describe("How the price is known; corroborated = two catalogues agree, the maker’s page is unread"),
    }),
  ),
});

/** `/api/compat/llm-prices-historical.json`: `historical-v1.json` */
export const LlmPricesHistoryJson = z.strictObject({
  prices: z.array(
    z.strictObject({
      ...price,
      from_date: Day.nullable().describe("The first day it was read"),
      to_date: Day.nullable().describe("The first day without it; null = it still stands"),
    }),
  ),
});

/** The makers' own list prices of today. Prompts beyond a length have a row of their own, as there: `gpt-5.4-over-272k`. */
export function llmPricesJson(lists: readonly CompatRow[], asOf: string): z.input<typeof LlmPricesJson> {
  return {
    updated_at: asOf,
    prices: lists.flatMap(({ platform, upstreamId, model, base }) =>
      promptCards(base).map(({ above, prices }) => ({
        id: above === null ? upstreamId : `${upstreamId}-over-${thousands(above)}`,
        vendor: platform,
        name: above === null ? model.name : `${model.name} (over ${thousands(above)})`,
        ...usdOf(prices),
        ...witnessOf(base),
      })),
    ),
  };
}

/** Every list price that history holds, by vendor and model, the newest first. */
export function llmPricesHistoryJson(
  past: readonly PastPriceSpan[],
  models: ReadonlyMap<string, Model>,
  kind: CompatKind,
  asOf: string,
): z.input<typeof LlmPricesHistoryJson> {
  const lists = past.filter(
    ({ isList, evidence, prices }) => isList && isWhole(prices) && (evidence === "reported") === (kind === "reported"),
  );
  const spans = [...Map.groupBy(lists, ({ offerId }) => offerId).values()].flatMap(merged);
  const sorted = spans.toSorted((a, b) => compareText(a.offerId, b.offerId) || compareText(b.from, a.from));
  return {
    prices: sorted.map(({ model, platform, prices, source, sourceUrl, from, to }) => ({
      id: model.slice(model.indexOf("/") + 1),
      vendor: platform,
      name: models.get(model)?.name ?? model,
      ...usdOf(prices),
      source: sourceUrl ?? source,
      confirmed: kind === "confirmed",
      from_date: from,
      to_date: to !== null && to > asOf ? null : to,
    })),
  };
}

/** The shape wants both: a side nobody knows would read as free. */
const isWhole = ({ input, output }: Prices): boolean => input !== undefined && output !== undefined;

/** Spans that follow on each other at one price are one, no matter who said so. */
function merged(pieces: readonly PastPriceSpan[]): readonly PastPriceSpan[] {
  const done: PastPriceSpan[] = [];
  for (const next of pieces) {
    const last = done.at(-1);
    const isSame = last?.to === next.from && JSON.stringify(usdOf(last.prices)) === JSON.stringify(usdOf(next.prices));
    if (last !== undefined && isSame) done[done.length - 1] = { ...last, to: next.to };
    else done.push(next);
  }
  return done;
}

const usdOf = ({ input, output, cacheRead }: Prices) => ({
  input: (input ?? 0) / 1e6,
  output: (output ?? 0) / 1e6,
  input_cached: cacheRead === undefined ? null : cacheRead / 1e6,
});

/** 200_000 → `200k`, 271_999 → `271999`. */
const thousands = (tokens: number): string => (tokens % 1_000 === 0 ? `${tokens / 1_000}k` : String(tokens));
