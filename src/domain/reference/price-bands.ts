import { compareText } from "../money/compare-text.ts";

/** The bands people speak of, cheapest first. */
export const PRICE_BANDS = ["light", "mid", "frontier"] as const;
export type PriceBand = (typeof PRICE_BANDS)[number];

export interface PricedItem {
  readonly id: string;
  /** Any one price that all items have: a month, or dollars per million tokens. */
  readonly usd: number;
}

export interface PriceBands {
  /** The lowest price of each band; a band nobody is in is left out. */
  readonly from: readonly { readonly band: PriceBand; readonly usd: number }[];
  readonly bandOf: ReadonlyMap<string, PriceBand>;
}

/**
 * Frontier, mid and light as today's prices fall into three groups, not as somebody typed them in: natural breaks (Jenks; Fisher's exact
 * method) on the logarithm of the price, which makes the spread within the bands as small as three bands can. $0.1, $0.2, $2, $3, $30 and
 * $40 break below $2 and below $30. Free and unknown prices are in no band; fewer than three distinct prices fill the lower bands only.
 */
export function priceBands(items: readonly PricedItem[]): PriceBands {
  const paid = items.filter(({ usd }) => usd > 0 && Number.isFinite(usd));
  const sorted = paid.toSorted((a, b) => a.usd - b.usd || compareText(a.id, b.id));
  const prices = [...new Set(sorted.map(({ usd }) => usd))];
  const starts = naturalBreaks(groupsOf(sorted, prices), Math.min(PRICE_BANDS.length, prices.length));
  const from = starts.flatMap((start, index) => {
    const [band, usd] = [PRICE_BANDS[index], prices[start]];
    return band === undefined || usd === undefined ? [] : [{ band, usd }];
  });
  const bandAt = (usd: number) => from.findLast((each) => each.usd <= usd)?.band ?? PRICE_BANDS[0];
  return { from, bandOf: new Map(sorted.map(({ id, usd }) => [id, bandAt(usd)])) };
}

/** Equal prices are one point with a weight: a break never runs through them. */
interface Point {
  readonly x: number;
  readonly weight: number;
}

function groupsOf(sorted: readonly PricedItem[], prices: readonly number[]): readonly Point[] {
  const weights = new Map<number, number>();
  for (const { usd } of sorted) weights.set(usd, (weights.get(usd) ?? 0) + 1);
  return prices.map((usd) => ({ x: Math.log(usd), weight: weights.get(usd) ?? 0 }));
}

/** The best way to split the points up to some end: where its groups start, and how far the points lie from their means. */
interface Split {
  readonly cost: number;
  readonly starts: readonly number[];
}

/** The first index of each of `count` groups with the least sum of squared distances from their means; the first of equal splits. */
function naturalBreaks(points: readonly Point[], count: number): readonly number[] {
  const spread = spreadTable(points);
  let best = points.map((_, end): Split => ({ cost: spread(0, end), starts: [0] }));
  for (let groups = 2; groups <= count; groups++) {
    const before = best;
    best = points.map((_, end) => {
      let choice: Split = { cost: Number.POSITIVE_INFINITY, starts: [] };
      for (let start = groups - 1; start <= end; start++) {
        const below = before[start - 1];
        const cost = (below?.cost ?? Number.POSITIVE_INFINITY) + spread(start, end);
        if (below !== undefined && cost < choice.cost) choice = { cost, starts: [...below.starts, start] };
      }
      return choice;
    });
  }
  return best.at(-1)?.starts ?? [];
}

/** The squared distances from their mean of the points from `start` to `end`, both included, from running sums. */
function spreadTable(points: readonly Point[]): (start: number, end: number) => number {
  const sums = [{ w: 0, x: 0, xx: 0 }];
  for (const { x, weight } of points) {
    const { w, x: sum, xx } = sums.at(-1) ?? { w: 0, x: 0, xx: 0 };
    sums.push({ w: w + weight, x: sum + weight * x, xx: xx + weight * x * x });
  }
  return (start, end) => {
    const [a, b] = [sums[start], sums[end + 1]];
    if (a === undefined || b === undefined) return 0;
    const [w, x, xx] = [b.w - a.w, b.x - a.x, b.xx - a.xx];
    return Math.max(0, xx - (x * x) / w);
  };
}
