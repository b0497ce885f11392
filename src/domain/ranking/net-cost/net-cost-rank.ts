import { compareNetCost, type NetCostRow, netCostUsd } from "./net-cost.ts";

/** A row's place by net cost, and how far the quality intervals leave it open. */
export interface NetCostPlace {
  readonly rank: number;
  /** 1 + those surely before it … all but those surely behind it. */
  readonly rankInterval: readonly [number, number];
  /** Others whose difference to it has an interval that holds zero. */
  readonly tiedWith: number;
  /** Whether its difference to the first is one of these. */
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
  const sorted = rows.toSorted(compareNetCost(worseAnswerUsd)).map((row) => ({ row, usd: netCostUsd(row, worseAnswerUsd) }));
  const [first] = sorted;
  return sorted.map((each, at) => {
    const isOpen = sorted.map((other) => other !== each && holdsZero(each, other, worseAnswerUsd));
    const tied = isOpen.filter(Boolean).length;
    const ahead = at - isOpen.slice(0, at).filter(Boolean).length;
    return {
      row: each.row,
      place: {
        rank: at + 1,
        rankInterval: [ahead + 1, ahead + tied + 1],
        tiedWith: tied,
        isTiedWithFirst: first !== undefined && each !== first && holdsZero(each, first, worseAnswerUsd),
      },
    };
  });
}

/**
 * Whether the interval of the difference of two net costs holds zero. Its ends are those of two independent estimates (Zou & Donner's MOVER):
 * each side is the root of the squares of the half widths that pull towards it.
 */
export const isTied = (a: NetCostRow, b: NetCostRow, worseAnswerUsd: number): boolean =>
  holdsZero({ row: a, usd: netCostUsd(a, worseAnswerUsd) }, { row: b, usd: netCostUsd(b, worseAnswerUsd) }, worseAnswerUsd);

/** A row with its net cost, worked out once for all its rivals. */
interface CostedRow {
  readonly row: NetCostRow;
  readonly usd: number;
}

function holdsZero(a: CostedRow, b: CostedRow, worseAnswerUsd: number): boolean {
  const cheap = a.usd <= b.usd ? a.row : b.row;
  const dear = a.usd <= b.usd ? b.row : a.row;
  const difference = dear.usdPerRequest - cheap.usdPerRequest + worseAnswerUsd * (cheap.chance.p - dear.chance.p);
  const down = cheap.chance.p - cheap.chance.low;
  const up = dear.chance.high - dear.chance.p;
  // The root lies between the longer side and both together: most pairs need none.
  if (difference <= worseAnswerUsd * Math.max(down, up)) return true;
  if (difference > worseAnswerUsd * (down + up) * 1.000001) return false;
  return difference <= worseAnswerUsd * Math.hypot(down, up);
}
