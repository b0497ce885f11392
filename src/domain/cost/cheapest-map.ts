import { compareText } from "../money/compare-text.ts";

/**
 * Who is cheapest as two shares change. A cost that is linear in both is a plane over the square from 0 to 1; the cheapest sellers are the lower
 * envelope of the planes, and the part of each is a convex polygon with exact borders: nothing is sampled.
 */

/** A seller's cost where x and y are both 0, and what one more whole of each adds. */
export interface CostPlane {
  readonly id: string;
  readonly atOrigin: number;
  readonly perX: number;
  readonly perY: number;
}

export type MapPoint = readonly [x: number, y: number];

/** Where a seller is cheapest. Equal planes are one region of all their sellers, in the order of their ids. */
export interface CheapestRegion {
  readonly ids: readonly string[];
  /** Corners, each once, in one turning direction. */
  readonly corners: readonly MapPoint[];
}

/** A line along which two regions cost the same. */
export interface RegionBorder {
  /** The first id of each side. */
  readonly sides: readonly [string, string];
  readonly from: MapPoint;
  readonly to: MapPoint;
}

export interface CheapestMap {
  readonly regions: readonly CheapestRegion[];
  readonly borders: readonly RegionBorder[];
}

/**
 * The regions of the square, the largest first, and their borders. A at 1 + x and B at 1.5: A is cheapest left of x = 0.5, B right of it; a
 * seller that is cheapest nowhere has no region. Any order of planes gives the same map.
 */
export function cheapestMap(planes: readonly CostPlane[]): CheapestMap {
  const groups = groupEqual(planes);
  const cells = groups.flatMap((group) => {
    const sides = groups.reduce<readonly Edge[]>((left, other) => (other === group ? left : clip(left, group, other)), SQUARE);
    return areaOf(sides) > LEAST_AREA ? [{ group, sides }] : [];
  });
  const sorted = cells.toSorted((a, b) => areaOf(b.sides) - areaOf(a.sides) || compareText(a.group.id, b.group.id));
  return {
    regions: sorted.map(({ group, sides }) => ({ ids: group.ids, corners: sides.map(({ from }) => from) })),
    borders: sorted.flatMap(({ group, sides }) =>
      sides.flatMap(({ from, to, beyond }): readonly RegionBorder[] =>
        beyond === null || compareText(group.id, beyond) > 0 || isPoint(from, to)
          ? []
          : [{ sides: [group.id, beyond], from, to }],
      ),
    ),
  };
}

/** What a plane costs at a point: 1 + 2x + 3y at (0.5, 0.1) → 2.3. */
export const costAt = ({ atOrigin, perX, perY }: Omit<CostPlane, "id">, [x, y]: MapPoint): number =>
  atOrigin + perX * x + perY * y;

/** A polygon's area by its corners; the whole square is 1. */
export function regionArea(corners: readonly MapPoint[]): number {
  const twice = corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

interface Group extends CostPlane {
  readonly ids: readonly string[];
}

/** A side of a polygon and who is cheaper beyond it; null = the edge of the square. */
interface Edge {
  readonly from: MapPoint;
  readonly to: MapPoint;
  readonly beyond: string | null;
}

const CORNERS: readonly MapPoint[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const SQUARE: readonly Edge[] = CORNERS.map((from, at) => ({ from, to: CORNERS[(at + 1) % 4] ?? from, beyond: null }));

/** Slivers of rounding are no region. */
const LEAST_AREA = 1e-9;

function groupEqual(planes: readonly CostPlane[]): readonly Group[] {
  const groups = Map.groupBy(planes, ({ atOrigin, perX, perY }) => JSON.stringify([atOrigin, perX, perY]));
  return [...groups.values()].flatMap((same) => {
    const ids = same.map(({ id }) => id).toSorted(compareText);
    const [first] = same;
    return first === undefined ? [] : [{ ...first, id: ids[0] ?? first.id, ids }];
  });
}

/** What is left of a polygon where one plane costs no more than another: one cut by a half-plane. */
function clip(sides: readonly Edge[], group: Group, other: Group): readonly Edge[] {
  const excess = (point: MapPoint) => costAt(group, point) - costAt(other, point);
  const cuts = sides.map((side) => cutSide(side, excess));
  const remainingSides = cuts.flatMap(({ left }) => left ?? []);
  const from = cuts.find(({ leaves }) => leaves !== null)?.leaves ?? null;
  const to = cuts.find(({ returns }) => returns !== null)?.returns ?? null;
  if (from === null || to === null) return remainingSides;
  // Sides stay in their order around the polygon: the cut follows the side that ends where it begins.
  const place = remainingSides.findIndex((side) => isPoint(side.to, from));
  const cut: Edge = { from, to, beyond: other.id };
  return place === -1
    ? [...remainingSides, cut]
    : [...remainingSides.slice(0, place + 1), cut, ...remainingSides.slice(place + 1)];
}

/** What is left of one side, and where the polygon's outline leaves the half-plane on it, or comes back. */
interface CutSide {
  readonly left: Edge | null;
  readonly leaves: MapPoint | null;
  readonly returns: MapPoint | null;
}

function cutSide(side: Edge, excess: (point: MapPoint) => number): CutSide {
  const { from, to } = side;
  const [start, end] = [excess(from), excess(to)];
  if (start <= 0 && end <= 0) return { left: side, leaves: null, returns: null };
  if (start > 0 && end > 0) return { left: null, leaves: null, returns: null };
  const at = start === 0 ? from : end === 0 ? to : crossing(from, to, start, end);
  return start <= 0
    ? { left: start < 0 ? { ...side, to: at } : null, leaves: at, returns: null }
    : { left: end < 0 ? { ...side, from: at } : null, leaves: null, returns: at };
}

function crossing([x1, y1]: MapPoint, [x2, y2]: MapPoint, start: number, end: number): MapPoint {
  const share = start / (start - end);
  return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
}

const areaOf = (sides: readonly Edge[]): number => regionArea(sides.map(({ from }) => from));
const isPoint = (a: MapPoint, b: MapPoint): boolean => Math.abs(a[0] - b[0]) < 1e-12 && Math.abs(a[1] - b[1]) < 1e-12;
