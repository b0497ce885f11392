import fc from "fast-check";
import { expect, test } from "vitest";
import { modelPins } from "../../model/model-pin.ts";
import type { RankingLine, RankingSnapshot } from "../ranking-snapshot.ts";
import { movedLines, packMonth, rankingMonthText, unpackMonth } from "./ranking-month.ts";

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
      const firstRows = written.map(({ kept: [version] }) => version?.rows.slice(0, 1));
      expect(unpackMonth(packMonth("chat", month, written), 1).map(({ kept: [version] }) => version?.rows)).toEqual(firstRows);
    }),
  );
});

test("of a day, the lines whose seller or price moved since the day before, in its last version", () => {
  const twice = day("2026-08-23", line("a/b", 1, "4"), line("a/c", 2, "6"));
  const later = { sha256: "1".repeat(64), rows: [line("a/b", 2, "4"), line("a/c", 1, "3")] };
  const month = packMonth("chat", "2026-08", [
    day("2026-08-22", line("a/b", 1, "5"), line("a/c", 2, "6")),
    { ...twice, kept: [...twice.kept, later] },
    day("2026-08-24", line("a/b", 2, "4"), line("a/c", 1, "3"), line("a/d", 3, "7")),
  ]);
  const told = movedLines(month).map(({ asOf, rows }) => [asOf, ...rows.map((row) => `${row.modelId} ${row.landedUsdPerMonth}`)]);
  expect(told).toEqual([
    ["2026-08-22", "a/b 5", "a/c 6"],
    ["2026-08-23", "a/b 4", "a/c 3"],
    ["2026-08-24", "a/d 7"],
  ]);
});

test("the lines that moved make the pins that all lines make", () => {
  const money = fc.constantFrom("1", "2", "3");
  const prices = fc.array(fc.dictionary(fc.constantFrom("a/b", "a/c", "a/d"), money), { maxLength: 9 });
  fc.assert(
    fc.property(prices, (days) => {
      const kept = days.map((ofDay, at) =>
        day(`2026-08-${10 + Math.floor(at / 2)}`, ...Object.entries(ofDay).map(([id, usd], place) => line(id, place + 1, usd))),
      );
      const whole = [...Map.groupBy(kept, ({ asOf }) => asOf)].map(([asOf, versions]) => ({
        asOf,
        rows: versions.at(-1)?.kept[0]?.rows ?? [],
      }));
      expect(modelPins(movedLines(packMonth("chat", "2026-08", kept)))).toEqual(modelPins(whole));
    }),
  );
});
