import fc from "fast-check";
import { expect, test } from "vitest";
import type { RankingLine, RankingSnapshot } from "../ranking-snapshot.ts";
import { packMonth, rankingMonthText, unpackMonth } from "./ranking-month.ts";

const line = (modelId: string, rank: number, usd: string): RankingLine => ({
  ...{ modelId, offerId: `${modelId}@openrouter`, rank, rankInterval: [rank, rank + 1], tiedWith: 1 },
  quality: { value: 1_400.5, interval: [1_390, 1_410], status: "rated", sources: ["lmarena"] },
  landedUsdPerMonth: usd,
});
const day = (asOf: string, ...rows: readonly RankingLine[]): RankingSnapshot => ({
  workload: "chat",
  asOf,
  kept: [{ sha256: "0".repeat(64), rows: [...rows] }],
});

test("a row that is as it was is its place, one that moved its new figures, a new one all of its values", () => {
  const { kept, shapes } = packMonth("chat", "2026-08", [
    day("2026-08-22", line("a/b", 1, "5"), line("a/c", 2, "6")),
    day("2026-08-23", line("a/d", 1, "4"), line("a/b", 2, "5"), line("a/c", 2, "6")),
  ]);
  expect(kept[1]?.rows).toEqual([
    { shape: 0, values: ["a/d", "a/d@openrouter", 1, 1, 2, 1, 1_400.5, 1_390, 1_410, "rated", "lmarena", "4"] },
    [0, 2, 2, 3, 2, 4, 3],
    1,
  ]);
  expect(shapes).toHaveLength(1);
});

const figure = fc.oneof(fc.integer(), fc.constant(null), fc.string());
/** Rows as a later version of the site may keep them: other fields, lists of other lengths, fields in another order. */
const anyRow = fc.record(
  {
    modelId: fc.constantFrom("a/b", "a/c", "a/d"),
    rank: fc.integer(),
    net: figure,
    wins: fc.array(figure),
    deep: fc.dictionary(
      fc.string().filter((name) => name !== "__proto__"),
      figure,
    ),
  },
  { requiredKeys: ["modelId"] },
);

test.for(["2026-08"])("whatever fields rows have, they come back as they were, to the byte", (month) => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(anyRow, { selector: ({ modelId }) => modelId }), { maxLength: 5 }), (days) => {
      const kept = days.map((rows, index) => ({ ...day(`${month}-0${index + 1}`), kept: [{ sha256: "0".repeat(64), rows }] }));
      const written: Parameters<typeof packMonth>[2] = JSON.parse(JSON.stringify(kept));
      const back = unpackMonth(JSON.parse(rankingMonthText(packMonth("chat", month, written))));
      expect(JSON.stringify(back)).toBe(JSON.stringify(written));
    }),
  );
});
