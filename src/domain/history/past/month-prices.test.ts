import { expect, test } from "vitest";
import { aHistory } from "../../../../tests/builders/a-history.ts";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { anOffer, type OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import { ListPrice } from "../../offer/list-price.ts";
import type { Sellers } from "../../offer/seller.ts";
import type { SourceId } from "../../source/sources.ts";
import { type MonthPrice, monthPrices, pastPricesOf, spansByMonth, spansInMonth } from "./month-prices.ts";

const sellers: Sellers = new Map([
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"] })],
  ["hostly", aSeller()],
  ["openrouter", aSeller({ kind: "router" })],
  ["yourkey", aSeller({ kind: "byok" })],
]);

function sold(platform: string, source: SourceId, prices: Record<string, string>, more: OfferOverrides = {}) {
  const hand = source === "openrouter-models" || source === "list-prices" ? ("first" as const) : ("second" as const);
  return anOffer({
    platform,
    prices,
    source: { id: source, url: "https://example.com", readAt: "2026-05-01T00:00:00Z", hand },
    ...more,
  });
}
const atMaker = (source: SourceId, input: string, more: Record<string, string> = {}) =>
  sold("acme", source, { input, output: "10", ...more });
const routed = (input: string) => sold("openrouter", "openrouter-models", { input, output: "10" });

const row = (from: string, to: string | null, input: string) =>
  ListPrice.parse({
    ...{ platform: "acme", upstreamId: "Nano", tier: "standard", prices: { input, output: "10" }, validFrom: from, validTo: to },
    ...{ sourceUrl: "https://acme.example/pricing", observedOn: "2026-05-20", confidence: "high" },
  });

type Days = Parameters<typeof aHistory>[0];
const pricesIn = (days: Days, listPrices: readonly ListPrice[] = [], month = "2026-05", through = "2026-05-31") =>
  monthPrices(pastPricesOf(aHistory(days), { mirrors: [], sellers, listPrices, quotedCurrencies: [] }), month, through);
const texts = (prices: readonly MonthPrice[]) =>
  prices.map(
    ({ offerId, firstDay, lastDay, prices: { input = 0 }, evidence }) =>
      `${offerId} ${firstDay}–${lastDay} ${input / 1e6} ${evidence}`,
  );

test("a price stands from the day it was read, cut to the month", () => {
  const days = { "2026-04-20": [routed("4")], "2026-05-10": [routed("3")], "2026-06-02": [routed("2")] };
  expect(texts(pricesIn(days).confirmed)).toEqual([
    "acme/nano@openrouter 2026-05-01–2026-05-09 4 own",
    "acme/nano@openrouter 2026-05-10–2026-05-31 3 own",
  ]);
  expect(pricesIn(days).confirmed.map(({ seenOn }) => seenOn)).toEqual(["2026-04-20", "2026-05-10"]);
});

test("the running month ends with the day of the data", () => {
  expect(texts(pricesIn({ "2026-05-10": [routed("3")] }, [], "2026-05", "2026-05-12").confirmed)).toEqual([
    "acme/nano@openrouter 2026-05-10–2026-05-12 3 own",
  ]);
});

test("one catalogue's list price is borne out on the days on which OpenRouter asked the same", () => {
  const days = {
    "2026-05-01": [atMaker("models.dev", "4"), routed("4")],
    "2026-05-11": [atMaker("models.dev", "4"), routed("5")],
  };
  const { confirmed, reported } = pricesIn(days);
  expect(texts(confirmed.filter(({ isList }) => isList))).toEqual(["acme/nano@acme 2026-05-01–2026-05-10 4 corroborated"]);
  expect(texts(reported)).toEqual(["acme/nano@acme 2026-05-11–2026-05-31 4 reported"]);
});

test("a dated transcript of the maker's page bears it out on its days, however the page spells the model", () => {
  const { confirmed, reported } = pricesIn({ "2026-05-01": [atMaker("models.dev", "4")] }, [
    row("2026-05-06", "2026-05-21", "4"),
  ]);
  expect(texts(confirmed)).toEqual(["acme/nano@acme 2026-05-06–2026-05-20 4 transcribed"]);
  expect(confirmed[0]?.sourceUrl).toBe("https://acme.example/pricing");
  expect(texts(reported)).toEqual([
    "acme/nano@acme 2026-05-01–2026-05-05 4 reported",
    "acme/nano@acme 2026-05-21–2026-05-31 4 reported",
  ]);
});

test("a transcript of another price bears nothing out", () => {
  expect(texts(pricesIn({ "2026-05-01": [atMaker("models.dev", "4")] }, [row("2026-05-01", null, "4.1")]).confirmed)).toEqual([]);
});

test.each([
  ["a free offer", sold("openrouter", "openrouter-models", { input: "0", output: "0" }, { tier: "free" })],
  ["a price of zero", sold("openrouter", "openrouter-models", { input: "0", output: "0" })],
  ["spare capacity", sold("openrouter", "openrouter-models", { input: "1", output: "2" }, { variant: "spot" })],
  ["a key of one's own", sold("yourkey", "list-prices", { input: "1", output: "2" })],
  ["another platform by one catalogue's word", sold("hostly", "models.dev", { input: "1", output: "2" })],
  [
    "a card on which cached input costs more than fresh",
    sold("openrouter", "openrouter-models", { input: "1", output: "2", cacheRead: "3" }),
  ],
])("%s is left out", (_, offer) => {
  expect(pricesIn({ "2026-05-01": [offer] })).toEqual({ confirmed: [], reported: [] });
});

const images = (output: string) => atMaker("models.dev", "2", { output });
const besideImages = sold("hostly", "models.dev", { input: "2", output: "12", imageOutput: "120" });

test("an image price is no text output from the day on which somebody names it as one", () => {
  const days = { "2026-05-01": [images("120")], "2026-05-11": [images("120"), besideImages] };
  expect(texts(pricesIn(days).reported)).toEqual(["acme/nano@acme 2026-05-01–2026-05-10 2 reported"]);
});

test("a text output beside an image price, and one that costs nearly as much as images, stay", () => {
  const dear = sold("hostly", "models.dev", { input: "2", output: "100", imageOutput: "120" });
  const whole = ["acme/nano@acme 2026-05-01–2026-05-31 2 reported"];
  expect(texts(pricesIn({ "2026-05-01": [images("12"), besideImages] }).reported)).toEqual(whole);
  expect(texts(pricesIn({ "2026-05-01": [images("120"), dear] }).reported)).toEqual(whole);
});

test("another platform's own words are in", () => {
  expect(texts(pricesIn({ "2026-05-01": [sold("hostly", "list-prices", { input: "1", output: "2" })] }).confirmed)).toEqual([
    "acme/nano@hostly 2026-05-01–2026-05-31 1 transcribed",
  ]);
});

test("a price nobody has read for 60 days is no price any more, until it is read again", () => {
  const days = {
    "2026-02-01": [routed("4")],
    "2026-05-20": [routed("4"), sold("openrouter", "openrouter-models", { input: "9" }, { variant: "x" })],
  };
  const of = (month: string, last: string) =>
    texts(pricesIn(days, [], month, last).confirmed.filter(({ variant }) => variant === null));
  expect(of("2026-04", "2026-04-30")).toEqual(["acme/nano@openrouter 2026-04-01–2026-04-02 4 own"]);
  expect(of("2026-05", "2026-05-31")).toEqual(["acme/nano@openrouter 2026-05-20–2026-05-31 4 own"]);
});

test("what is not billed in dollars is left out, even in its platform's own words: what it asked is not known in dollars", () => {
  const EUROS = { platform: "cortecs", source: "models.dev", currency: "EUR", figuresAre: "converted", rate: "1.114" } as const;
  const quotedCurrencies = [{ ...EUROS, sourceUrl: "https://models.dev/api.json", checkedOn: "2026-05-01" }];
  const context = { mirrors: [], sellers: new Map([["cortecs", aSeller()]]), listPrices: [] };
  const history = aHistory({ "2026-05-01": [sold("cortecs", "cortecs-models", { input: "1", output: "2" })] });
  const rowsOf = (quoted: typeof quotedCurrencies) =>
    monthPrices(pastPricesOf(history, { ...context, quotedCurrencies: quoted }), "2026-05", "2026-05-31").confirmed.length;
  expect([rowsOf([]), rowsOf(quotedCurrencies)]).toEqual([1, 0]);
});

test("tiers and windows stand in the order of the card", () => {
  const offer = sold(
    "openrouter",
    "openrouter-models",
    { input: "4", output: "10" },
    {
      conditions: [
        { promptTokensAbove: 200_000, prices: { input: "8" } },
        { utc: ["01:00", "04:00"], days: ["mon"], prices: { output: "5" } },
      ],
    },
  );
  expect(pricesIn({ "2026-05-01": [offer] }).confirmed[0]?.conditions).toEqual([
    { promptTokensAbove: 200_000, prices: { input: 8_000_000 } },
    { utc: ["01:00", "04:00"], days: ["mon"], prices: { output: 5_000_000 } },
  ]);
});

test("a piece stands under each month that it meets, in the order of all pieces", () => {
  const days = { "2026-04-20": [routed("4")], "2026-06-01": [routed("3")], "2026-06-10": [routed("2")] };
  const past = pastPricesOf(aHistory(days), { mirrors: [], sellers, listPrices: [], quotedCurrencies: [] });
  const months = ["2026-05-31", "2026-06-30", "2026-07-05"].map((through) => ({ month: through.slice(0, 7), through }));
  const byMonth = spansByMonth(past, months);
  const inputs = [...byMonth].map(([month, spans]) => [month, ...spans.map(({ prices: { input = 0 } }) => input / 1e6)]);
  expect(inputs).toEqual([
    ["2026-05", 4],
    ["2026-06", 3, 2],
    ["2026-07", 2],
  ]);
  for (const { month, through } of months)
    expect(spansInMonth(byMonth.get(month) ?? [], month, through)).toEqual(spansInMonth(past, month, through));
});
