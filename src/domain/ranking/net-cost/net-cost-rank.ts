import { compareNetCost, type NetCostRow, netCostUsd } from "./net-cost.ts";

/** A row's place by net cost, and how far the quality intervals leave it open. */
export interface NetCostPlace {
  readonly rank: number;
  /** 1 + those surely before it … all but those surely behind it. */
  readonly rankInterval: readonly [number, number];
  /** Others whose difference to it has an interval that holds zero. */
  readonly tiedWith: number;
  /** Whether its difference to the first is such a one. */
  readonly isTiedWithFirst: boolean;
}

/**
 * Places by net cost at one price of a worse answer, best first. Two rows are tied where the interval of their *difference* holds zero, which
 * is narrower than two intervals that overlap: 0.57 ± 0.03 and 0.62 ± 0.03 overlap in 0.59–0.60, their difference is 0.05 ± 0.042 and
 * they are not tied. Prices carry no doubt here, so a model that costs enough more is surely behind.
 */
export function netCostPlaces<Row extends NetCostRow>(
  rows: readonly Row[],
  worseAnswerUsd: number,
): readonly { readonly row: Row; readonly place: NetCostPlace }[] {
  const sorted = rows.toSorted(compareNetCost(worseAnswerUsd));
  const [first] = sorted;
  return sorted.map((row, at) => {
    const isOpen = sorted.map((other) => other !== row && isTied(row, other, worseAnswerUsd));
    const tied = isOpen.filter(Boolean).length;
    const ahead = at - isOpen.slice(0, at).filter(Boolean).length;
    return {
      row,
      place: {
        rank: at + 1,
        rankInterval: [ahead + 1, ahead + tied + 1],
        tiedWith: tied,
        isTiedWithFirst: first !== undefined && row !== first && isTied(row, first, worseAnswerUsd),
      },
    };
  });
}

/**
 * Whether the interval of the difference of two net costs holds zero. Its ends are those of two independent estimates (Zou & Donner's MOVER):
 * each side is the root of the squares of the half widths that pull towards it.
 */
export function isTied(a: NetCostRow, b: NetCostRow, worseAnswerUsd: number): boolean {
  const isOrdered = netCostUsd(a, worseAnswerUsd) <= netCostUsd(b, worseAnswerUsd);
  const cheap = isOrdered ? a : b;
  const dear = isOrdered ? b : a;
  const difference = dear.usdPerRequest - cheap.usdPerRequest + worseAnswerUsd * (cheap.chance.p - dear.chance.p);
  const reach = worseAnswerUsd * Math.hypot(cheap.chance.p - cheap.chance.low, dear.chance.high - dear.chance.p);
  return difference <= reach;
}
