import { expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { aSchedule, aSeller, CARD_5_5 } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { DEFAULT_RANK_OPTIONS } from "../ranking/cheapest.ts";
import { deltaMatrix, type MatrixColumn, type MatrixMeasure, type MatrixModel, mainPlatforms } from "./delta-matrix.ts";
import { modelSheet } from "./model-sheet.ts";

const SELLERS = new Map([
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"] })],
  ["cloudy", aSeller({ kind: "cloud" })],
  ["hostly", aSeller()],
  ["openrouter", aSeller({ kind: "router", fees: aSchedule({ topUp: [CARD_5_5] }) })],
  ["other", aSeller()],
  ["third", aSeller({ hosts: ["third-router-name"] })],
]);
/** A million requests of 1,000 tokens in and none out: a dollar per million tokens is a thousand a month. */
const workload = aWorkload({ requests: 1_000_000, inputTokens: 1_000, outputTokens: 0 });

function matrixModel(id: string, offers: readonly OfferOverrides[], month = workload): MatrixModel {
  const modelOffers = offers.map((offer) => anOffer({ model: id, ...offer }));
  return modelSheet(
    { model: aModel({ id }), offers: modelOffers, past: { listPrices: [], secondsOf: () => [] } },
    month,
    SELLERS,
    DEFAULT_RANK_OPTIONS,
  );
}

const price = (input: string, output = "8") => ({ prices: { input, output } });
const LIST = { platform: "acme", ...price("4") };
const COLUMNS = ["cloudy", "hostly"].map((platform) => ({ platform, place: "global" as const }));
const IN_REGION = { platform: "cloudy", place: "region" as const };

const cellsOf = (
  offers: readonly OfferOverrides[],
  measure: MatrixMeasure = "month",
  columns: readonly MatrixColumn[] = [...COLUMNS, IN_REGION],
) =>
  deltaMatrix([matrixModel("acme/a", offers)], columns, measure, SELLERS).map(({ reference, cells }) => [
    reference,
    ...cells.map((cell) => cell?.bps ?? null),
  ]);

test("each cell is the platform's month against the month at list; a region has a column of its own", () => {
  const offers = [
    LIST,
    { platform: "cloudy", ...price("4") },
    { platform: "cloudy", region: "eu", regionGroup: "eu" as const, ...price("4.4") },
    { platform: "hostly", ...price("3") },
  ];
  expect(cellsOf(offers)).toEqual([[4_000, 0, -2_500, 1_000]]);
});

test("what names no region is called in one where the platform names a global offer, though that may not win", () => {
  const bare = { platform: "cloudy", ...price("4.4") };
  const global = { platform: "cloudy", region: "global", regionGroup: "global" as const, ...price("4") };
  expect(cellsOf([LIST, bare, { ...global, evidence: "reported" }])).toEqual([[4_000, 0, null, 1_000]]);
  expect(cellsOf([LIST, bare])).toEqual([[4_000, 1_000, null, null]]);
});

test("who takes no request as long has a price and no month, the maker too", () => {
  const short = { contextTokens: 999 };
  const sold = [LIST, { platform: "hostly", ...price("3"), ...short }, { platform: "cloudy", ...price("5") }];
  expect(cellsOf(sold)).toEqual([[4_000, 2_500, null, null]]);
  expect(cellsOf(sold, "input")).toEqual([[4_000_000, 2_500, -2_500, null]]);
  expect(cellsOf([{ ...LIST, ...short }, ...sold.slice(1)])).toEqual([]);
});

test("where one alone names a price of cached input, both bill it as input, and the cell says so", () => {
  const chat = { ...workload, cachedShare: 0.5 };
  const named = (cacheRead: string) => ({ prices: { input: "4", output: "8", cacheRead } });
  const cellsAtList = (list: OfferOverrides) => {
    const offers = [
      { ...list, platform: "acme" },
      { platform: "cloudy", ...named("0.4") },
      { platform: "hostly", ...price("5") },
    ];
    const [row] = deltaMatrix([matrixModel("acme/a", offers, chat)], COLUMNS, "month", SELLERS);
    return row?.cells.map((cell) => [cell?.bps, cell?.isCachedAsInput]);
  };
  expect(cellsAtList(price("4"))).toEqual([
    [0, true],
    [2_500, false],
  ]);
  // A list month of $2,200: Cloudy's is the same, and Hostly's $5,000 are held against $4,000.
  expect(cellsAtList(named("0.4"))).toEqual([
    [0, false],
    [2_500, true],
  ]);
});

test("by price it is one meter", () => {
  const offers = [LIST, { platform: "hostly", ...price("4", "10") }];
  expect(cellsOf(offers, "input")).toEqual([[4_000_000, null, 0, null]]);
  expect(cellsOf(offers, "output")).toEqual([[8_000_000, null, 2_500, null]]);
});

test.each([
  ["the fee there", {}, [4_000, 0, 550], [4_000_000, 0, 0]],
  ["a discount there", { discountBps: 5_000 }, [8_000, -5_000, -4_725], [8_000_000, -5_000, -5_000]],
] as const)("a list price seen at OpenRouter is the maker's: %s is no part of it", (_, change, month, input) => {
  const endpoint = { platform: "openrouter", host: "acme", evidence: "own" as const, ...price("4"), ...change };
  const columns = ["hostly", "openrouter"].map((platform) => ({ platform, place: "anywhere" as const }));
  const offers = [endpoint, { platform: "hostly", ...price("4") }];
  expect([cellsOf(offers, "month", columns), cellsOf(offers, "input", columns)]).toEqual([[month], [input]]);
});

test("a price that may win stands for its platform before a lower one that may not", () => {
  const offers = [
    LIST,
    { platform: "hostly", evidence: "reported" as const, variant: "x", ...price("1") },
    { platform: "hostly", ...price("5") },
  ];
  expect(cellsOf(offers)).toEqual([[4_000, null, 2_500, null]]);
});

test("without a list price it is the median of who may win, and batch and retired offers have no cell", () => {
  const offers = [
    { platform: "hostly", ...price("2") },
    { platform: "other", ...price("4") },
    { platform: "third", ...price("6") },
    { platform: "cloudy", tier: "batch" as const, ...price("1") },
    { platform: "cloudy", status: "retired" as const, ...price("1") },
  ];
  const columns = ["cloudy", "hostly", "third"].map((platform) => ({ platform, place: "anywhere" as const }));
  expect(cellsOf(offers, "month", columns)).toEqual([[4_000, null, -5_000, 5_000]]);
});

test("who runs the weights has one vote in it, under whatever name", () => {
  const offers = [
    { platform: "hostly", ...price("2") },
    { platform: "third", ...price("6") },
    { platform: "openrouter", host: "third-router-name", evidence: "own" as const, ...price("7") },
    { platform: "other", ...price("1") },
  ];
  const columns = ["hostly", "third"].map((platform) => ({ platform, place: "anywhere" as const }));
  expect(cellsOf(offers, "month", columns)).toEqual([[2_000, 0, 20_000]]);
});

test("a median month under a dollar is as exact as one of thousands", () => {
  const offers = ["0.00025", "0.0005", "0.00075"].map((input, at) => ({
    platform: ["hostly", "other", "third"][at] ?? "",
    ...price(input),
  }));
  const columns = ["hostly", "third"].map((platform) => ({ platform, place: "anywhere" as const }));
  expect(cellsOf(offers, "month", columns)).toEqual([[0.5, -5_000, 5_000]]);
});

test("one seller compares with a list price, but with a median only beside another; anywhere takes a region too", () => {
  const hostly = { platform: "hostly", ...price("3") };
  const regional = { platform: "cloudy", region: "eu", regionGroup: "eu" as const, ...price("4.4") };
  expect(cellsOf([LIST, hostly])).toHaveLength(1);
  expect(cellsOf([hostly, { platform: "third", ...price("4") }])).toHaveLength(0);
  expect(cellsOf([LIST, regional], "month", [{ platform: "cloudy", place: "anywhere" }])).toEqual([[4_000, 1_000]]);
});

test("the main platforms are those with most models at a price that may win, then those with most at all", () => {
  const models = [
    matrixModel("acme/a", [LIST, { platform: "hostly", ...price("3") }, { platform: "other", ...price("3") }]),
    matrixModel("acme/b", [
      LIST,
      { platform: "other", ...price("3") },
      { platform: "cloudy", evidence: "reported", ...price("3") },
    ]),
  ];
  expect(mainPlatforms(models, (id) => id !== "acme", 5)).toEqual(["other", "hostly", "cloudy"]);
  expect(mainPlatforms(models, (id) => id !== "other", 2)).toEqual(["acme", "hostly"]);
});
