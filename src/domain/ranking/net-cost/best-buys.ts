import { compareText } from "../../money/compare-text.ts";
import { isPaid } from "../value-row.ts";
import type { NetCostRow } from "./net-cost.ts";

/** Dollars that a worse answer costs, from which on and up to which a model is the best buy; null = whatever it costs. */
export interface WinRange {
  readonly from: number;
  readonly to: number | null;
}

/** A model that is the best buy for some price of a worse answer. */
export interface BestBuy<Row> extends WinRange {
  readonly row: Row;
}

/**
 * The winners over every price of a worse answer, the lower convex hull of (cost, 1 − chance): from the cheapest, which wins
 * where a worse answer costs nothing, to the best, which wins where it costs any sum. Break points are exact, v = (c₂ − c₁) ÷ (p₂ − p₁).
 * At $0.0002 and p 0.57 beside $0.004 and p 0.62 the first wins from $0 to $0.076 and the second above. Free rows do not compete; the
 * order of the rows does not matter.
 */
export function bestBuys<Row extends NetCostRow>(rows: readonly Row[]): readonly BestBuy<Row>[] {
  const hull: Row[] = [];
  for (const row of rising(rows)) {
    while (hull.length > 1 && isPassedOver(hull, row)) hull.pop();
    hull.push(row);
  }
  return hull.map((row, at) => {
    const [before, next] = [hull[at - 1], hull[at + 1]];
    return {
      row,
      from: before === undefined ? 0 : breakPoint(before, row),
      to: next === undefined ? null : breakPoint(row, next),
    };
  });
}

/** Who is the best buy at a price of a worse answer; null without rows. At a break point the better of the two. */
export const bestBuyAt = <Row>(buys: readonly BestBuy<Row>[], worseAnswerUsd: number): BestBuy<Row> | null =>
  buys.findLast(({ from }) => from <= worseAnswerUsd) ?? null;

/** What nothing as cheap beats, cheapest first, each better than the one before it. */
function rising<Row extends NetCostRow>(rows: readonly Row[]): readonly Row[] {
  const hull: Row[] = [];
  for (const row of rows.filter(isPaid).toSorted(byCost)) {
    const best = hull.at(-1);
    if (best === undefined || row.chance.counted > best.chance.counted) hull.push(row);
  }
  return hull;
}

const byCost = (a: NetCostRow, b: NetCostRow): number =>
  a.usdPerRequest - b.usdPerRequest || b.chance.counted - a.chance.counted || compareText(a.modelId, b.modelId);

/** The price of a worse answer at which a cheaper and a better model cost the same. */
const breakPoint = (cheaper: NetCostRow, better: NetCostRow): number =>
  (better.usdPerRequest - cheaper.usdPerRequest) / (better.chance.counted - cheaper.chance.counted);

/** Whether the newcomer overtakes the one before it no later than the last one overtakes that one: the last one then never wins. */
function isPassedOver(hull: readonly NetCostRow[], newcomer: NetCostRow): boolean {
  const [before, last] = hull.slice(-2);
  if (before === undefined || last === undefined) return false;
  return breakPoint(before, newcomer) <= breakPoint(before, last);
}
