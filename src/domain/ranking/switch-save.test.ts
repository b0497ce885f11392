import fc from "fast-check";
import { expect, test } from "vitest";
import { aValueRow, valueRows } from "../../../tests/builders/a-value-row.ts";
import { modelSwitches } from "./switch-save.ts";

const ownRow = aValueRow("m/own", 50, 1410);

test("a cheaper model counts when its interval reaches the own one's, from below or from above", () => {
  const rows = [
    ownRow,
    aValueRow("m/overlaps", 20, 1395),
    aValueRow("m/worse", 10, 1389),
    aValueRow("m/better", 30, 1500),
    aValueRow("m/dearer", 60, 1500),
    aValueRow("m/given", 0, 1500),
  ];
  expect(modelSwitches(ownRow, rows).map(({ row, savedUsdPerMonth }) => [row.modelId, savedUsdPerMonth])).toEqual([
    ["m/overlaps", 30],
    ["m/better", 20],
  ]);
});

test("what another one beats in both is left out", () => {
  const rows = [aValueRow("m/a", 20, 1400), aValueRow("m/b", 25, 1399), aValueRow("m/c", 40, 1402)];
  expect(modelSwitches(ownRow, rows).map(({ row }) => row.modelId)).toEqual(["m/a", "m/c"]);
});

test("every switch saves, may be as good, and is one of at most three", () => {
  fc.assert(
    fc.property(valueRows, (rows) => {
      for (const each of rows) {
        const choices = modelSwitches(each, rows);
        expect(choices.length).toBeLessThanOrEqual(3);
        for (const { row, savedUsdPerMonth } of choices) {
          expect(savedUsdPerMonth).toBeGreaterThan(0);
          expect(row.quality.high).toBeGreaterThanOrEqual(each.quality.low);
        }
      }
    }),
  );
});
