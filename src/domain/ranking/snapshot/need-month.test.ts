import fc from "fast-check";
import { expect, test } from "vitest";
import type { NeedFigures, NeedPriceLine, NeedQualityLine } from "./need-figures.ts";
import { needMonthText, packNeedMonth, unpackNeedMonth } from "./need-month.ts";

const quality = (modelId: string, value: number, scale: NeedQualityLine["scale"] = "coding"): NeedQualityLine => ({
  ...{ scale, modelId, value, interval: [value - 20, value + 20], status: "rated" },
  sources: ["lmarena-webdev"],
});
const price = (modelId: string, usd: string): NeedPriceLine => ({
  ...{ workload: "chat", modelId, offerId: `${modelId}@acme`, landedUsdPerMonth: usd },
});
const day = (asOf: string, overrides: Partial<NeedFigures>): NeedFigures => ({
  ...{ asOf, sha256: "0".repeat(64) },
  terms: [{ workload: "chat", requests: 1_000, worseAnswerUsd: 0.01 }],
  fields: [{ scale: "coding", elos: [1_400, 1_500] }],
  qualities: [quality("a/b", 1_450), quality("a/c", 1_500)],
  prices: [price("a/d", "5")],
  ...overrides,
});

test("a day holds what changed since the day before it, and nothing else", () => {
  const { kept } = packNeedMonth("2026-11", [
    day("2026-11-21", { qualities: [quality("a/b", 1_450), quality("a/c", 1_510)] }),
    day("2026-11-20", {}),
    day("2026-11-22", { qualities: [quality("a/b", 1_450), quality("a/c", 1_510)], prices: [price("a/d", "4")] }),
  ]);
  expect(kept.map(({ asOf, sha256, ...parts }) => [asOf, parts])).toEqual([
    ["2026-11-20", expect.objectContaining({ terms: expect.anything(), fields: expect.anything(), prices: expect.anything() })],
    ["2026-11-21", { qualities: [0, [1, 2, 1_510, 3, 1_490, 4, 1_530]] }],
    ["2026-11-22", { prices: [[0, 3, "4"]] }],
  ]);
});

const lines = fc.uniqueArray(fc.tuple(fc.constantFrom("a/b", "a/c", "a/d", "b/e"), fc.integer({ min: 900, max: 1_900 })), {
  selector: ([id]) => id,
});
const days = fc.array(fc.record({ coding: lines, vision: lines, prices: lines, elo: fc.integer({ min: 900, max: 1_900 }) }), {
  maxLength: 5,
});

test("whatever changes from day to day, every day comes back as it was", () => {
  fc.assert(
    fc.property(days, (drawn) => {
      const kept = drawn.map(({ coding, vision, prices, elo }, at) =>
        day(`2026-11-0${at + 1}`, {
          fields: [{ scale: "vision", elos: [elo] }],
          qualities: [
            ...coding.map(([id, value]) => quality(id, value)),
            ...vision.map(([id, value]) => quality(id, value, "vision")),
          ],
          prices: prices.map(([id, usd]) => price(id, String(usd))),
        }),
      );
      expect(unpackNeedMonth(JSON.parse(needMonthText(packNeedMonth("2026-11", kept))))).toEqual(kept);
    }),
  );
});
