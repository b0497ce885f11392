import fc from "fast-check";
import { expect, test } from "vitest";
import { aValueRow, valueRows } from "../../../tests/builders/a-value-row.ts";
import { modelSwitches } from "./switch-save.ts";
import type { ValueRow } from "./value-row.ts";

const ranged = (row: ValueRow, leastUsd = row.landedUsdPerMonth) => ({
  ...row,
  leastUsd: { landed: leastUsd, billed: leastUsd },
});
const aRow = (...[id, usd, quality]: Parameters<typeof aValueRow>) => ranged(aValueRow(id, usd, quality));
const ownRow = aRow("m/own", 50, 1410);

test("a cheaper model counts when its interval reaches the own one's, from below or from above", () => {
  const rows = [
    ownRow,
    aRow("m/overlaps", 20, 1395),
    aRow("m/worse", 10, 1389),
    aRow("m/better", 30, 1500),
    aRow("m/dearer", 60, 1500),
    aRow("m/given", 0, 1500),
  ];
  expect(modelSwitches(ownRow, rows).map(({ row, savedUsdPerMonth }) => [row.modelId, savedUsdPerMonth.least])).toEqual([
    ["m/overlaps", 30],
    ["m/better", 20],
  ]);
});

test("where a fee is unknown what is saved has both ends", () => {
  const [each] = modelSwitches(ranged(ownRow, 48), [ranged(aRow("m/cheap", 20, 1400), 19)]);
  expect(each?.savedUsdPerMonth).toEqual({ least: 28, most: 31 });
});

test("what another one beats in both is left out", () => {
  const rows = [aRow("m/a", 20, 1400), aRow("m/b", 25, 1399), aRow("m/c", 40, 1402)];
  expect(modelSwitches(ownRow, rows).map(({ row }) => row.modelId)).toEqual(["m/a", "m/c"]);
});

test("every switch saves, may be as good, and is one of at most three", () => {
  fc.assert(
    fc.property(valueRows, (drawn) => {
      const rows = drawn.map((row) => ranged(row));
      for (const each of rows) {
        const choices = modelSwitches(each, rows);
        expect(choices.length).toBeLessThanOrEqual(3);
        for (const { row, savedUsdPerMonth } of choices) {
          expect(savedUsdPerMonth.least).toBeGreaterThan(0);
          expect(savedUsdPerMonth.most).toBe(savedUsdPerMonth.least);
          expect(row.quality.high).toBeGreaterThanOrEqual(each.quality.low);
        }
      }
    }),
  );
});
