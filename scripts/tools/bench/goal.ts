/** A figure that was measured, and what it is held to. */
export interface Goal {
  /** What was measured, and of what: `refresh of today's offers`. */
  readonly name: string;
  readonly figure: number;
  readonly bound: "at most" | "at least";
  readonly limit: number;
  /** Of figure and limit: `s of processor time`, `MiB`, `pages/s`; empty for a ratio or an exponent. */
  readonly unit: string;
}

/** Whether the figure is on the wrong side of its limit; one that is no number is missed too. A figure that equals its limit is not. */
export function isMissed({ figure, bound, limit }: Goal): boolean {
  return bound === "at most" ? !(figure <= limit) : !(figure >= limit);
}

/** `ok      refresh of today's offers: 3.61 s of processor time (at most 4)`; `MISSED` where it is. */
export function goalLine(goal: Goal): string {
  const { name, figure, bound, limit, unit } = goal;
  return `${isMissed(goal) ? "MISSED" : "ok    "}  ${name}: ${withUnit(formatFigure(figure), unit)} (${bound} ${formatFigure(limit)})`;
}

/** The same for a table: name, figure, limit, whether it is missed. */
export function goalCells(goal: Goal): readonly string[] {
  const { name, figure, bound, limit, unit } = goal;
  return [name, withUnit(formatFigure(figure), unit), `${bound} ${formatFigure(limit)}`, isMissed(goal) ? "missed" : "met"];
}

/** A line for each; the process will end with 1 where one is missed. */
export function printGoals(goals: readonly Goal[]): void {
  for (const goal of goals) console.log(goalLine(goal));
  if (goals.some(isMissed)) process.exitCode = 1;
}

/** Three digits, or all before the point: `3.61`, `17.2`, `9,885`. */
function formatFigure(figure: number): string {
  return figure >= 100 ? Math.round(figure).toLocaleString("en") : String(Number(figure.toPrecision(3)));
}

const withUnit = (figure: string, unit: string): string => (unit === "" ? figure : `${figure} ${unit}`);
