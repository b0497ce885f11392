import fc from "fast-check";
import { expect, test } from "vitest";
import { aNetCostRow, netCostRows, worseAnswers } from "../../../../tests/builders/a-net-cost-row.ts";
import { bestBuyAt, bestBuys } from "./best-buys.ts";
import { netCostUsd } from "./net-cost.ts";

const told = (rows: Parameters<typeof bestBuys>[0]) => bestBuys(rows).map(({ row, from, to }) => [row.modelId, from, to]);

test("break points are exact, and what is beaten at every price of a worse answer has none", () => {
  const rows = [aNetCostRow("dear", 0.004, 0.62), aNetCostRow("cheap", 0.0002, 0.57), aNetCostRow("between", 0.003, 0.58)];
  const point = expect.closeTo(0.076, 12);
  expect(told(rows)).toEqual([
    ["cheap", 0, point],
    ["dear", point, null],
  ]);
});

test("of three on one line the middle one never wins alone", () => {
  const rows = [aNetCostRow("a", 0.001, 0.5), aNetCostRow("b", 0.002, 0.625), aNetCostRow("c", 0.003, 0.75)];
  expect(told(rows).map(([id]) => id)).toEqual(["a", "c"]);
});

test("a model that one source alone has scored is a best buy only where it wins at the lower end of its interval", () => {
  const field = [aNetCostRow("cheap", 0.001, 0.5), aNetCostRow("dear", 0.01, 0.6)];
  const strong = aNetCostRow("new", 0.002, 0.62, { half: 0.03, isProvisional: true });
  const weak = aNetCostRow("new", 0.002, 0.62, { half: 0.119, isProvisional: true });
  expect(told([...field, strong]).map(([id]) => id)).toEqual(["cheap", "new", "dear"]);
  expect(told([...field, weak]).map(([id]) => id)).toEqual(["cheap", "dear"]);
});

test("what is free competes with nobody", () => {
  expect(told([aNetCostRow("gift", 0, 0.9)])).toEqual([]);
});

test("every best buy wins inside its range and nowhere else; at nothing the cheapest wins, at any price the best", () => {
  fc.assert(
    fc.property(netCostRows, worseAnswers, (rows, usd) => {
      const buys = bestBuys(rows);
      const lowest = Math.min(...rows.map((row) => netCostUsd(row, usd)));
      for (const { row, from, to } of buys) {
        const isInside = from <= usd && (to === null || usd <= to);
        const isLowest = netCostUsd(row, usd) <= lowest * (1 + 1e-9);
        const isAtEnd = [from, to ?? 0].some((end) => Math.abs(end - usd) <= 1e-6 * usd);
        expect(isAtEnd || isInside === isLowest).toBe(true);
      }
      expect(buys[0]?.row.usdPerRequest).toBe(Math.min(...rows.map(({ usdPerRequest }) => usdPerRequest)));
      expect(buys.at(-1)?.row.chance.counted).toBe(Math.max(...rows.map(({ chance }) => chance.counted)));
    }),
  );
});

test("ranges follow on each other without a gap, dearer and better each time, whatever order the rows come in", () => {
  fc.assert(
    fc.property(netCostRows, (rows) => {
      const buys = bestBuys(rows);
      expect(bestBuys(rows.toReversed())).toEqual(buys);
      expect(buys[0]?.from).toBe(0);
      for (const [at, { row, from, to }] of buys.entries()) {
        const next = buys[at + 1];
        expect(to).toBe(next?.from ?? null);
        if (to !== null) expect(to).toBeGreaterThan(from);
        if (next !== undefined) expect(next.row.usdPerRequest).toBeGreaterThan(row.usdPerRequest);
      }
    }),
  );
});

test("the best buy at a price is the one whose range holds it, at a break point the better one", () => {
  const buys = bestBuys([aNetCostRow("a", 0.001, 0.5), aNetCostRow("b", 0.002, 0.75)]);
  expect([0, 0.0039, 0.004, 7].map((usd) => bestBuyAt(buys, usd)?.row.modelId)).toEqual(["a", "a", "b", "b"]);
  expect(bestBuyAt([], 1)).toBeNull();
});
