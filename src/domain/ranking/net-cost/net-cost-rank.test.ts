import fc from "fast-check";
import { expect, test } from "vitest";
import { aNetCostRow, netCostRows, worseAnswers } from "../../../../tests/builders/a-net-cost-row.ts";
import { bestBuyAt, bestBuys } from "./best-buys.ts";
import { netCostUsd } from "./net-cost.ts";
import { isTied, netCostPlaces } from "./net-cost-rank.ts";

test("two intervals that overlap are no tie where that of the difference holds no zero", () => {
  // 0.05 apart, ± 0.03 each: the difference is uncertain by √(0.03² + 0.03²) = 0.0424.
  expect(isTied(aNetCostRow("a", 0.001, 0.57, { half: 0.03 }), aNetCostRow("b", 0.001, 0.62, { half: 0.03 }), 1)).toBe(false);
  expect(isTied(aNetCostRow("a", 0.001, 0.58, { half: 0.03 }), aNetCostRow("b", 0.001, 0.62, { half: 0.03 }), 1)).toBe(true);
});

test("a dearer request ends a tie of quality: prices carry no doubt", () => {
  const [cheap, dear] = [aNetCostRow("a", 0.001, 0.6), aNetCostRow("b", 0.05, 0.6)];
  expect(isTied(cheap, dear, 1)).toBe(false);
  expect(isTied(cheap, dear, 10)).toBe(true);
});

test("places say how far the doubt leaves them open, and who is tied with the first", () => {
  const rows = [aNetCostRow("c", 0.001, 0.4), aNetCostRow("b", 0.001, 0.59), aNetCostRow("a", 0.001, 0.6)];
  expect(netCostPlaces(rows, 1).map(({ row, place }) => ({ id: row.modelId, ...place }))).toEqual([
    { id: "a", rank: 1, rankInterval: [1, 2], tiedWith: 1, isTiedWithFirst: false },
    { id: "b", rank: 2, rankInterval: [1, 2], tiedWith: 1, isTiedWithFirst: true },
    { id: "c", rank: 3, rankInterval: [3, 3], tiedWith: 0, isTiedWithFirst: false },
  ]);
});

test("the first is the best buy of the price; ranks rise with net cost, lie in their interval, and ask no order", () => {
  fc.assert(
    fc.property(netCostRows, worseAnswers, (rows, usd) => {
      const places = netCostPlaces(rows, usd);
      expect(netCostPlaces(rows.toReversed(), usd)).toEqual(places);
      const [first] = places;
      const buy = bestBuyAt(bestBuys(rows), usd);
      expect(first && netCostUsd(first.row, usd)).toBeCloseTo(buy === null ? -1 : netCostUsd(buy.row, usd), 9);
      for (const [at, { row, place }] of places.entries()) {
        expect(place.rank).toBe(at + 1);
        expect(place.rankInterval[0]).toBeLessThanOrEqual(place.rank);
        expect(place.rank).toBeLessThanOrEqual(place.rankInterval[1]);
        expect(place.rankInterval[1] - place.rankInterval[0]).toBe(place.tiedWith);
        const next = places[at + 1];
        if (next !== undefined) expect(netCostUsd(next.row, usd)).toBeGreaterThanOrEqual(netCostUsd(row, usd) * (1 - 1e-8));
      }
    }),
  );
});
