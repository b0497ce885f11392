import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { listPrices, mirrors, quotedCurrencies, sellers } from "../../src/data/catalog.ts";
import { history } from "../../src/data/history.ts";
import { changeJson } from "../../src/data/json/change-json.ts";
import { MonthPricesJson, monthPricesText } from "../../src/data/json/month-prices-json.ts";
import { priceMonths, pricesOfMonth, spansOfMonth } from "../../src/data/past-prices.ts";
import { cardOn, pricesOf, spansByOffer } from "../../src/domain/history/past/card-span.ts";
import { pastPricesOf, spansInMonth } from "../../src/domain/history/past/month-prices.ts";
import { addDays } from "../../src/domain/money/days.ts";
import { linesOfJson } from "../../src/features/model/past/history-rows.ts";

/** The prices of past months, held against the committed history. */
const months = priceMonths();
const over = months.filter(({ isOver }) => isOver);

test.runIf(over.length > 0)("a month that is over stays as it is, byte for byte, when days are added", () => {
  const context = { mirrors, sellers, listPrices, quotedCurrencies };
  for (const month of over.slice(-4)) {
    const [day] = [addDays(month.through, 1)];
    const changesThen = history().allChanges.filter((change) => change.day <= day);
    const then = monthPricesText(month, spansInMonth(pastPricesOf(changesThen, context), month.month, month.through));
    expect(monthPricesText(month, spansOfMonth(month)) === then, month.month).toBe(true);
  }
});

test.runIf(over.length > 0)("what a model's page says of a day is what the month's file says of it", () => {
  for (const month of months.filter((_, index) => index % 5 === 0)) {
    const { confirmed, reported } = pricesOfMonth(month);
    for (const price of [...confirmed, ...reported].filter((_, index) => index % 40 === 0)) {
      const lines = linesOfJson({
        id: price.model,
        changes: history()
          .changesOf(price.model)
          .map((change) => changeJson(change, null)),
      });
      const spans = spansByOffer(lines).get(price.offerId) ?? [];
      const cards = [price.firstDay, price.lastDay].map((day) => cardOn(spans, day));
      expect(cards.map((card) => (card === null ? null : pricesOf(card, null)))).toEqual([price.prices, price.prices]);
    }
  }
});

test("a month's file is JSON by its schema, with every price of the month on its own days", () => {
  for (const month of [...months.slice(0, 2), ...months.slice(-2)]) {
    const text = monthPricesText(month, spansOfMonth(month));
    const { confirmed, reported } = pricesOfMonth(month);
    const file = MonthPricesJson.parse(JSON.parse(text));
    const days = (rows: readonly { readonly offerId: string; readonly firstDay: string; readonly lastDay: string }[]) =>
      rows.map(({ offerId, firstDay, lastDay }) => [offerId, firstDay, lastDay]);
    expect([days(file.prices), days(file.reported)]).toEqual([days(confirmed), days(reported)]);
    expect(file.prices.map(({ prices }) => prices)).toEqual(confirmed.map(({ prices }) => prices));
    expect([file.month, file.through, file.complete]).toEqual([month.month, month.through, month.isOver]);
    expect(JSON.stringify(JSON.parse(text)) === text).toBe(true);
  }
});

test("one request prices a bill of last year: of a list price there is one row a day", () => {
  for (const month of months) {
    const rows = pricesOfMonth(month).confirmed;
    for (const offerRows of Map.groupBy(rows, ({ offerId }) => offerId).values()) {
      for (const [index, { lastDay }] of offerRows.entries())
        expect(lastDay < (offerRows[index + 1]?.firstDay ?? "9999")).toBe(true);
    }
    expect(rows.filter(({ evidence }) => evidence === "reported")).toEqual([]);
  }
});

test("a month of last year can be read unpacked, a month before that packed alone, and both files of a month say the same", async () => {
  const [plain, packed] = [
    await import("../../src/pages/api/v1/prices/[month].json.ts"),
    await import("../../src/pages/api/v1/prices/[month].json.gz.ts"),
  ];
  const monthsOf = (paths: readonly { readonly params: { readonly month: string } }[]) => paths.map(({ params }) => params.month);
  const all = monthsOf(packed.getStaticPaths());
  expect(all).toEqual(months.map(({ month }) => month));
  expect(monthsOf(plain.getStaticPaths())).toEqual(all.slice(-13));
  for (const place of plain.getStaticPaths().slice(0, 2)) {
    const bytes = await (await packed.GET(place)).arrayBuffer();
    expect(gunzipSync(bytes).toString("utf8")).toBe(await plain.GET(place).text());
  }
});
