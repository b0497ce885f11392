import { expect, test } from "vitest";
import type { PastPriceSpan } from "../../domain/history/past/month-prices.ts";
import { Prices } from "../../domain/offer/meter.ts";
import { llmPricesHistoryJson } from "./llm-prices-json.ts";

const piece = (from: string, to: string | null, prices: Readonly<Record<string, string>>): PastPriceSpan => ({
  ...{ offerId: "acme/nova@acme", model: "acme/nova", platform: "acme", host: null, region: null, tier: "standard" },
  ...{
    quantization: null,
    variant: null,
    isList: true,
    seenOn: from,
    notBefore: null,
    conditions: [],
    from,
    to,
    prices: Prices.parse(prices),
  },
  ...{ evidence: "own", source: "list-prices", sourceUrl: null },
});
const historyOf = (...past: readonly PastPriceSpan[]) =>
  llmPricesHistoryJson(past, new Map(), "confirmed", "2026-08-22").prices.map(({ from_date, to_date, input, output }) => [
    ...[from_date, to_date, input, output],
  ]);

test("spans at one price are one, and the newest stands first", () => {
  const [five, four] = [
    { input: "5", output: "25" },
    { input: "4", output: "20" },
  ];
  expect(
    historyOf(piece("2026-05-01", "2026-06-01", five), piece("2026-06-01", "2026-08-01", five), piece("2026-08-01", null, four)),
  ).toEqual([
    ["2026-08-01", null, 4, 20],
    ["2026-05-01", "2026-08-01", 5, 25],
  ]);
});

test("a price of which one side is unknown is left out, and one of zero is free", () => {
  expect(historyOf(piece("2026-05-01", "2026-06-01", { input: "5" }))).toEqual([]);
  expect(historyOf(piece("2026-05-01", "2026-06-01", { input: "0", output: "1" }))).toEqual([["2026-05-01", "2026-06-01", 0, 1]]);
});
