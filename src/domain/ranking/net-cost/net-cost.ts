import { compareText } from "../../money/compare-text.ts";
import type { ValueRow } from "../value-row.ts";
import { winShare } from "../win-share.ts";

/** The chance that a model's answer is preferred: its expected share of wins against the fixed field, with its 90 % interval. */
export interface WinChance {
  /** What the evidence says. */
  readonly p: number;
  readonly low: number;
  readonly high: number;
  /** What it is counted with: `p` for a rated model, `low` for one that a single source has scored. */
  readonly counted: number;
}

/** A model as net cost reads it. */
export interface NetCostRow extends ValueRow {
  readonly chance: WinChance;
  /** Landed dollars a request at the cheapest offer that counts, with as much output as the model was measured to write. */
  readonly usdPerRequest: number;
}

/**
 * Quality on the Elo scale → the chance, against the fixed field: the mean of 1 / (1 + 10^((Elo_j − Elo) / 400)). 1,450
 * (1,430–1,470) against a field of one model at 1,450 is 0.500 (0.471–0.529); scored by one source alone it is counted as 0.471.
 */
export function winChanceOf(
  { value, low, high }: ValueRow["quality"],
  status: "rated" | "provisional",
  fieldElos: readonly number[],
): WinChance {
  const share = (elo: number): number => winShare(elo, fieldElos) ?? 0;
  const [p, least, most] = [share(value), share(low), share(high)];
  return { p, low: least, high: most, counted: status === "provisional" ? least : p };
}

/**
 * What a request costs with its worse answers priced in: N = c + v · (1 − p), `worseAnswerUsd` being v. Worked by hand: at $0.0002 a
 * request and p = 0.57, a worse answer costing $0.01, N = 0.0002 + 0.01 · 0.43 = $0.0045; a model at $0.004 and p = 0.62 costs
 * 0.004 + 0.01 · 0.38 = $0.0078, so the first is the better buy. At v = $1 they cost $0.4302 and $0.384: the second is. They are equal
 * at v = (0.004 − 0.0002) ÷ (0.62 − 0.57) = $0.076.
 */
export const netCostUsd = ({ usdPerRequest, chance }: NetCostRow, worseAnswerUsd: number): number =>
  usdPerRequest + worseAnswerUsd * (1 - chance.counted);

/**
 * The same in dollars a request at both ends of the quality interval: the chance is in doubt, the price is not. $0.001 with a chance of 0.5 to 0.6
 * at $0.01 a worse answer: $0.005 to $0.006.
 */
export function netCostInterval(
  { usdPerRequest, chance }: NetCostRow,
  worseAnswerUsd: number,
): readonly [low: number, high: number] {
  return [usdPerRequest + worseAnswerUsd * (1 - chance.high), usdPerRequest + worseAnswerUsd * (1 - chance.low)];
}

/** By net cost; equals by the better chance, then by id: a total order. */
export function compareNetCost(worseAnswerUsd: number): (a: NetCostRow, b: NetCostRow) => number {
  return (a, b) =>
    roundedOff(netCostUsd(a, worseAnswerUsd), netCostUsd(b, worseAnswerUsd)) ||
    b.chance.counted - a.chance.counted ||
    compareText(a.modelId, b.modelId);
}

/** Float noise decides nothing: two sums count as equal where they differ by less than a billionth of them. */
function roundedOff(a: number, b: number): number {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : a - b;
}
