import fc from "fast-check";
import { expect, test } from "vitest";
import { aNetCostRow, netCostRows, worseAnswers } from "../../../../tests/builders/a-net-cost-row.ts";
import { compareNetCost, netCostInterval, netCostUsd, winChanceOf } from "./net-cost.ts";

const elo = { value: 1450, low: 1430, high: 1470 };

test("quality becomes a chance against the field, and a model that one source alone has scored counts at its lower end", () => {
  const rated = winChanceOf(elo, "rated", [1450]);
  expect(rated).toEqual({ p: 0.5, low: expect.closeTo(0.4712, 4), high: expect.closeTo(0.5288, 4), counted: 0.5 });
  const provisional = winChanceOf(elo, "provisional", [1450]);
  expect(provisional).toEqual({ ...rated, counted: rated.low });
});

test.each([
  [0.01, 0.0045, 0.0078],
  [1, 0.4302, 0.384],
  [0, 0.0002, 0.004],
])("where a worse answer costs $%d the two models cost $%d and $%d a request", (usd, cheap, dear) => {
  expect(netCostUsd(aNetCostRow("a", 0.0002, 0.57), usd)).toBeCloseTo(cheap, 12);
  expect(netCostUsd(aNetCostRow("b", 0.004, 0.62), usd)).toBeCloseTo(dear, 12);
});

test("the interval of a net cost is that of its chance, priced", () => {
  expect(netCostInterval(aNetCostRow("a", 0.0002, 0.57, { half: 0.02 }), 0.01)).toEqual([
    expect.closeTo(0.0002 + 0.01 * 0.41, 12),
    expect.closeTo(0.0002 + 0.01 * 0.45, 12),
  ]);
});

test("a request that costs more, or an answer that is preferred less often, never lowers the net cost", () => {
  const figures = fc.record({ cost: fc.double({ min: 0, max: 1, noNaN: true }), p: fc.double({ min: 0, max: 1, noNaN: true }) });
  fc.assert(
    fc.property(figures, figures, worseAnswers, (a, b, usd) => {
      const cheap = aNetCostRow("a", Math.min(a.cost, b.cost), Math.max(a.p, b.p), { half: 0 });
      const dear = aNetCostRow("b", Math.max(a.cost, b.cost), Math.min(a.p, b.p), { half: 0 });
      expect(netCostUsd(cheap, usd)).toBeLessThanOrEqual(netCostUsd(dear, usd));
    }),
  );
});

test("the order by net cost is total", () => {
  fc.assert(
    fc.property(netCostRows, worseAnswers, (rows, usd) => {
      const ordered = rows.toSorted(compareNetCost(usd));
      expect(rows.toReversed().toSorted(compareNetCost(usd))).toEqual(ordered);
    }),
  );
});
