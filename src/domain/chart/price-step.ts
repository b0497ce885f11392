import type { Change, ChangeNote } from "../history/change.ts";
import type { MicroUsdPerMTok } from "../money/money.ts";
import type { Meter } from "../offer/meter.ts";

/** A figure that was valid from a day until the day before `to`; `to: null` = it is still valid. Never interpolated. */
export interface PriceStep {
  readonly from: string;
  readonly to: string | null;
  /** Null = no figure: gone, or unknown. */
  readonly micro: MicroUsdPerMTok | null;
  readonly note: ChangeNote | null;
}

/** What steps are made of: a line of history, whole or as the browser reads it. */
export type StepLine = Pick<Change, "day" | "offerId" | "meter" | "condition" | "new" | "note">;

/** Every step of one figure as it was read, dips and all. Lines of other figures are left out. */
export function seriesOf(
  changes: readonly StepLine[],
  offerId: string,
  meter: Meter,
  condition: string | null,
): readonly PriceStep[] {
  return stepsFrom(stepLines(changes, offerId, meter, condition));
}

/** The lines of one figure. */
export function stepLines<Line extends StepLine>(
  changes: readonly Line[],
  offerId: string,
  meter: Meter,
  condition: string | null,
): readonly Line[] {
  return changes.filter((each) => each.offerId === offerId && each.meter === meter && each.condition === condition);
}

/** Of two lines on one day the later one is valid. */
export function stepsFrom(lines: readonly StepLine[]): readonly PriceStep[] {
  const last = lines.filter(({ day }, index) => lines[index + 1]?.day !== day);
  return last.map(({ day, new: micro, note }, index) => ({ from: day, to: last[index + 1]?.day ?? null, micro, note }));
}

/** The figure that was valid on a day, in millionths of a dollar per million tokens; null = none. */
export const microOn = (steps: readonly PriceStep[], day: string): number | null =>
  steps.find(({ from, to }) => from <= day && (to === null || day < to))?.micro ?? null;
