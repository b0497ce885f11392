import { expect, test } from "vitest";
import { DEFAULT_PURCHASE, landedMonth } from "../../purchase/purchase.ts";
import type { QualitySourceId } from "../../quality/quality-alias.ts";
import type { PricedModel, RankedQuality } from "../ranking.ts";
import { firstPlaceSensitivity, type RankedFrom } from "./first-place-sensitivity.ts";

/** Scored by both sources, with its value where either is left out. */
const rated = (value: number, left: Readonly<Partial<Record<QualitySourceId, number>>>): RankedQuality => ({
  ...{ value, interval: [value - 10, value + 10], status: "rated" },
  sources: Object.keys(left).map((id) => ({ id: id === "lmarena" ? "lmarena" : "epoch-eci", effort: null })),
  without: Object.entries(left).map(([source, without]) => ({
    ...{ source: source === "lmarena" ? "lmarena" : "epoch-eci", value: without },
    ...{ interval: [without - 10, without + 10], status: "provisional" },
  })),
});

/** A model at a month of so many dollars. */
const at = (id: string, usd: number): PricedModel => ({
  model: { id },
  cheapest: { offer: { id: `${id}@acme` }, landed: landedMonth(usd, null, DEFAULT_PURCHASE, 0) },
});

const QUALITIES = new Map([
  ["m/best", rated(1450, { lmarena: 1430, "epoch-eci": 1470 })],
  ["m/other", rated(1440, { lmarena: 1440, "epoch-eci": 1440 })],
]);
const from = (elsewhereUsd: number | null): RankedFrom => ({
  priced: [at("m/best", 10), at("m/other", 10)],
  qualityOf: (id) => QUALITIES.get(id) ?? null,
  fieldElos: [1400],
  terms: { requests: 1_000, worseAnswerUsd: 1 },
  firstElsewhere: elsewhereUsd === null ? null : at("m/best", elsewhereUsd),
});

test("first place hangs on the source without which another model is better", () => {
  expect(firstPlaceSensitivity("m/best", from(10))).toEqual([{ source: "lmarena", bestBuyWithout: "m/other" }]);
});

test("it hangs on its seller where it costs too much elsewhere, or is sold nowhere else", () => {
  const seller = { source: null, bestBuyWithout: "m/other" };
  expect(firstPlaceSensitivity("m/best", from(100))).toContainEqual(seller);
  expect(firstPlaceSensitivity("m/best", from(null))).toContainEqual(seller);
});
