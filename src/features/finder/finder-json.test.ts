import { expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { aPreset } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import type { Model } from "../../domain/model/model.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import { DEFAULT_RANK_OPTIONS } from "../../domain/ranking/cheapest.ts";
import { type ModelSheet, modelSheet } from "../../domain/reference/model-sheet.ts";
import { modelListRow } from "../../site/words/model-list-row.ts";
import { EXTRA_COLUMNS } from "./extra-columns.ts";
import { finderJson } from "./finder-json.ts";
import { monthsBefore, sinceOptions } from "./finder-options.ts";

const chat = aPreset("chat", { requests: 100_000, outputTokens: 500 });
const long = aPreset("long-document", { inputTokens: 300_000 });
const sellers: Sellers = new Map([
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"] })],
  ["hostly", aSeller()],
]);
const nothingPast = { listPrices: [], secondsOf: () => [] };

function sheetOf(model: Partial<Model>, offers: readonly OfferOverrides[]): ModelSheet {
  const full = aModel(model);
  const modelOffers = offers.map((offer) =>
    anOffer({ ...offer, model: full.id, platformName: (offer.platform ?? "hostly").toUpperCase() }),
  );
  return modelSheet({ model: full, offers: modelOffers, past: nothingPast }, chat, sellers, DEFAULT_RANK_OPTIONS);
}

const FACTS = {
  qualityOf: (id: string) => (id === "acme/nano" ? 1_400 : null),
  policyOf: (id: string) => (id === "acme" ? 2 : 0),
};
const data = finderJson(
  {
    sheets: [
      sheetOf({ tools: true, inputModalities: ["text", "image"] }, [
        { platform: "acme", prices: { input: "2", output: "4" } },
        { platform: "hostly", prices: { input: "1.5", output: "5" }, contextTokens: 200_000 },
      ]),
      sheetOf({ id: "acme/gift" }, [{ tier: "free", prices: { input: "0", output: "0" }, contextTokens: 8_000 }]),
      sheetOf({ id: "acme/short" }, [{ prices: { input: "1", output: "1" }, contextTokens: 8_000 }]),
      sheetOf({ id: "acme/painter" }, [{ prices: {}, gaps: { input: "otherUnit" } }]),
      sheetOf({ id: "acme/riddle", tools: null, openWeights: true }, []),
    ],
    presets: [chat, long],
    sellers,
  },
  FACTS,
);
const [chatMonths, longMonths] = data.workloads;

test("each model has its place in every column", () => {
  expect(data.ids).toEqual(["acme/nano", "acme/gift", "acme/short", "acme/painter", "acme/riddle"]);
  expect(data.platforms).toEqual(["hostly", "acme"]);
  expect(data.soldOn).toEqual([[0, 1], [0], [0], [0], []]);
  expect(data.policies).toEqual([0, 2]);
  expect(data.quality).toEqual([1_400, null, null, null, null]);
  expect(data.inputs).toEqual([3, 1, 1, 1, 1]);
  expect(data.openWeights).toEqual([null, null, null, null, 1]);
});

test("prices are the list's and the lowest; free is zero, unknown null", () => {
  expect(data.listInput).toEqual([2_000_000, null, null, null, null]);
  expect(data.listOutput).toEqual([4_000_000, null, null, null, null]);
  expect(data.lowestInput).toEqual([1_500_000, 0, 1_000_000, null, null]);
});

test("the columns for who asks have the quality and the lowest input of the model beside them", () => {
  const cells = EXTRA_COLUMNS.map(({ label, text }) => [label, ...data.ids.map((_, at) => text(data, at))]);
  expect(cells).toEqual([
    ["Quality", "1,400", "not rated", "not rated", "not rated", "not rated"],
    ["Lowest input", "1.50", "free", "1.00", "unknown", "unknown"],
  ]);
});

test("the cheapest month of each workload is as exact as it is shown, with who sells it", () => {
  expect(chatMonths?.months).toEqual([400, 0, 150, -2, null]);
  expect(chatMonths?.cheapest.map((place) => data.sellers[place ?? -1] ?? null)).toEqual(["ACME", null, "HOSTLY", null, null]);
});

test("the row of a model has the most its month may be where the seller's fees are unknown", () => {
  const row = modelListRow(aSheet([{ platform: "acme", prices: { input: "100", output: "0" } }]));
  expect(row.month).toBe("$100.00 – $105.50");
});

test("a prompt longer than every context fits nowhere, free or not", () => {
  expect(longMonths?.months).toEqual([600, null, -1, -2, null]);
});

test("a month is rounded as it is written", () => {
  const tiny = { ...chat, requests: 1, outputTokens: 0, inputTokens: 7 };
  const sheet = sheetOf({}, [{ prices: { input: "1.234567", output: "1" } }]);
  expect(finderJson({ sheets: [sheet], presets: [tiny], sellers }, FACTS).workloads[0]?.months).toEqual([0.0000086]);
  expect(
    finderJson({ sheets: [sheet], presets: [{ ...tiny, requests: 1_000_000_000 }], sellers }, FACTS).workloads[0]?.months,
  ).toEqual([8_642]);
});

test("months are counted back over the year's end", () => {
  expect(monthsBefore("2026-02-22", 3)).toBe("2025-11");
  expect(monthsBefore("2026-12-31", 12)).toBe("2025-12");
  expect(sinceOptions("2026-08-22")[0]).toEqual({ value: "2026-05", label: "in the last 3 months" });
});
