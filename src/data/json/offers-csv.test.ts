import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { DEFAULT_RANK_OPTIONS } from "../../domain/ranking/cheapest.ts";
import { modelSheet } from "../../domain/reference/model-sheet.ts";
import { escapeMarkdown, markdownTable } from "../../site/markdown.ts";
import { offersTable } from "../bulk/bulk-offers.ts";
import { offersCsv } from "./offers-csv.ts";

function rowsOf(...offers: readonly OfferOverrides[]): readonly Record<string, string>[] {
  const past = { listPrices: [], secondsOf: () => [] };
  const sellers = new Map([["hostly", aSeller()]]);
  const sheet = modelSheet({ model: aModel(), offers: offers.map(anOffer), past }, aWorkload(), sellers, DEFAULT_RANK_OPTIONS);
  return parse(offersCsv(offersTable([sheet])), { columns: true });
}

test("unknown, not sold, billed in another unit and free are four different cells", () => {
  const cells = [{ gaps: {} }, { gaps: { cacheRead: "notSold" } }, { gaps: { cacheRead: "otherUnit" } }] as const;
  expect(cells.map((each) => rowsOf(each)[0]?.["cacheRead"])).toEqual(["unknown", "not sold", "other unit"]);
  expect(rowsOf({ tier: "free", prices: { input: "0", output: "0" } })[0]?.["input"]).toBe("0");
});

test("a condition is a line of its own with the meters it inherits", () => {
  const rows = rowsOf({ conditions: [{ promptTokensAbove: 200_000, prices: { input: "4" } }] });
  expect(rows.map(({ condition, input, output }) => [condition, input, output])).toEqual([
    ["", "1", "2"],
    ["prompt>200000", "4", "2"],
  ]);
});

test("a condition has its line where nothing is there to compare with", () => {
  const rows = rowsOf({ status: "held", conditions: [{ promptTokensAbove: 200_000, prices: { input: "4" } }] });
  expect(rows.map(({ condition, reference, inputDeltaBps }) => [condition, reference, inputDeltaBps])).toEqual([
    ["", "", ""],
    ["prompt>200000", "", ""],
  ]);
});

test("another currency stands with its dated rate, a hold with its day and reason, and units of their own are named", () => {
  const [row] = rowsOf({
    billed: { currency: "CNY", prices: null, rate: { usd: "0.1407", day: "2026-08-21", url: "https://bank.example/" } },
    ...{ heldBecause: { rule: "jump", since: "2026-08-20T01:00:00Z", detail: "over 5 times" }, retiresOn: "2026-12-01" },
    ...{ unitPrices: { webSearch: { amount: "14", per: "1000 searches" } }, unreadMeters: ["requests"] },
  });
  expect(row).toMatchObject({
    ...{ billedCurrency: "CNY", usdPerBilled: "0.1407", rateDay: "2026-08-21" },
    ...{ heldSince: "2026-08-20", heldBecause: "over 5 times", retiresOn: "2026-12-01", priceEndsOn: "" },
    ...{ unitPrices: "webSearch: 14 per 1000 searches", unreadMeters: "requests" },
  });
});

test.each(["=cmd()", "+1", "-1", "@x", "\tx"])(
  "a name that a spreadsheet would run as a formula is defused: %j",
  (upstreamId) => {
    expect(rowsOf({ upstreamId })[0]?.["upstreamId"]).toBe(`'${upstreamId}`);
  },
);

test("a difference below zero is a number, not a text", () => {
  // Against the median of 1 and 2.
  const rows = rowsOf({}, { platform: "other", prices: { input: "2", output: "4" } });
  expect(rows.map(({ inputDeltaBps }) => inputDeltaBps)).toEqual(["-3333", "3333"]);
});

test.each(["a|b", "a`b`", "[x](javascript:1)", "<script>", "a\nb", "![x](y)", "# h", "\u202ertl"])(
  "upstream text opens nothing in Markdown: %j",
  (text) => {
    const table = markdownTable(["a", "b"], [[text, "c"]]);
    expect(table.split("\n")).toHaveLength(3);
    expect(table.split("\n")[2]?.match(/(?<!\\)\|/g)).toHaveLength(3);
    expect(escapeMarkdown(text)).not.toMatch(/(?<!\\)[`[\]<>#]|\u202e/);
  },
);
