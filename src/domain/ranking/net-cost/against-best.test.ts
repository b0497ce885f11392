import { expect, test } from "vitest";
import { aNetCostRow } from "../../../../tests/builders/a-net-cost-row.ts";
import { againstBest } from "./against-best.ts";

test("every row is held against the best rated one: what a request saves, and how many more answers are worse", () => {
  const rows = [aNetCostRow("cheap", 0.0002, 0.57), aNetCostRow("best", 0.004, 0.62)];
  const held = againstBest(rows, 0.01);
  expect(held.get("cheap")).toEqual({ extraUsd: expect.closeTo(-0.0033, 12), worsePerThousand: expect.closeTo(50, 9) });
  expect(held.get("best")).toEqual({ extraUsd: 0, worsePerThousand: 0 });
  expect(againstBest(rows, 1).get("cheap")?.extraUsd).toBeCloseTo(0.0462, 12);
  expect(againstBest([], 1)).toEqual(new Map());
});
