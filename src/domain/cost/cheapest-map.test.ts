import fc from "fast-check";
import { expect, test } from "vitest";
import { type CostPlane, cheapestMap, costAt, type MapPoint, regionArea } from "./cheapest-map.ts";

const plane = (id: string, atOrigin: number, perX = 0, perY = 0): CostPlane => ({ id, atOrigin, perX, perY });
const cost = fc.integer({ min: 1, max: 1_000 });
const slope = fc.integer({ min: -900, max: 1_000 });
const planesOf = fc
  .array(fc.tuple(cost, slope, slope), { minLength: 1, maxLength: 8 })
  .map((all) => all.map(([at, x, y], place) => plane(`p${place}`, at, x, y)));
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Inside or on the border: on one side of every side. */
function holds(corners: readonly MapPoint[], [x, y]: MapPoint): boolean {
  const turns = corners.map(([x1, y1], at) => {
    const [x2, y2] = corners[(at + 1) % corners.length] ?? [x1, y1];
    return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
  });
  return turns.every((turn) => turn >= -1e-9) || turns.every((turn) => turn <= 1e-9);
}

test("two sellers part the square along a line", () => {
  const { regions, borders } = cheapestMap([plane("a", 1, 1), plane("b", 1.5)]);
  expect(regions.map(({ ids }) => ids)).toEqual([["a"], ["b"]]);
  expect(borders.map(({ sides }) => sides)).toEqual([["a", "b"]]);
  expect([borders[0]?.from[0], borders[0]?.to[0]]).toEqual([0.5, 0.5]);
});

test.each([
  ["one alone", [plane("a", 1, 1)], [["a"]]],
  ["one that is cheaper everywhere", [plane("a", 1), plane("b", 2, 1, 1)], [["a"]]],
  ["equal ones, together", [plane("b", 1, 1), plane("a", 1, 1)], [["a", "b"]]],
  ["nobody", [], []],
])("of %s the map has %#", (_, planes, ids) => {
  const map = cheapestMap(planes);
  expect(map.regions.map((region) => region.ids)).toEqual(ids);
  expect(map.borders).toEqual([]);
});

test("every point of a region is won by its seller", () => {
  fc.assert(
    fc.property(planesOf, share, share, (planes, x, y) => {
      const least = Math.min(...planes.map((each) => costAt(each, [x, y])));
      const regions = cheapestMap(planes).regions.filter(({ corners }) => holds(corners, [x, y]));
      for (const { ids } of regions) {
        const plane = planes.find(({ id }) => id === ids[0]);
        expect(plane === undefined ? Number.NaN : costAt(plane, [x, y])).toBeCloseTo(least, 5);
      }
    }),
  );
});

test("the regions cover the square, and none lies over another", () => {
  fc.assert(
    fc.property(planesOf, (planes) => {
      const area = cheapestMap(planes).regions.reduce((sum, { corners }) => sum + regionArea(corners), 0);
      expect(area).toBeCloseTo(1, 6);
    }),
  );
});

test("the order of the sellers changes nothing", () => {
  fc.assert(
    fc.property(planesOf, (planes) => {
      const told = (all: readonly CostPlane[]) =>
        cheapestMap(all).regions.map(({ ids, corners }) => [ids, regionArea(corners).toFixed(6)]);
      expect(told(planes.toReversed())).toEqual(told(planes));
    }),
  );
});

test("along a border both sides cost the same, and nobody less", () => {
  let borders = 0;
  fc.assert(
    fc.property(planesOf, share, (planes, along) => {
      for (const { sides, from, to } of cheapestMap(planes).borders) {
        const point: MapPoint = [from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along];
        borders += 1;
        const costs = sides
          .map((side) => planes.find(({ id }) => id === side))
          .map((each) => (each === undefined ? 0 : costAt(each, point)));
        expect(costs[0]).toBeCloseTo(costs[1] ?? Number.NaN, 5);
        expect(costs[0]).toBeCloseTo(Math.min(...planes.map((each) => costAt(each, point))), 5);
      }
    }),
  );
  expect(borders).toBeGreaterThan(0);
});
