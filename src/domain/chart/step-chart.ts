import { addDays, daysBetween } from "../money/days.ts";
import type { PriceStep } from "./price-step.ts";

/** The geometry of a price history: steps, never slopes; time runs evenly, prices on a log scale. */

/** The drawing's own units; it is stretched to the width of the page. */
export const STEP_CHART = { width: 1000, height: 100 } as const;

/** A figure that stood from a day until the day before `to`. */
export type ChartStep = Pick<PriceStep, "from" | "to" | "micro">;

export interface StepChart {
  /** One path per series, in the order given. */
  readonly paths: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly low: number;
  readonly high: number;
}

/**
 * Several figures over one time axis, from the first known price until the day of the data. A day without a figure is a gap in the line.
 * Null when no series ever had a price, or when there is but one day to draw.
 */
export function stepChart(series: readonly (readonly ChartStep[])[], asOf: string): StepChart | null {
  const prices = series.flat().flatMap(({ micro }) => (micro === null || micro === 0 ? [] : [micro]));
  const starts = series.flatMap((steps) => steps.slice(0, 1).map(({ from }) => from)).toSorted();
  const [from] = starts;
  if (from === undefined || prices.length === 0 || daysBetween(from, asOf) < 1) return null;
  const scale = { from, to: addDays(asOf, 1), low: Math.min(...prices), high: Math.max(...prices) };
  return { paths: series.map((steps) => pathOf(steps, scale)), from, to: asOf, low: scale.low, high: scale.high };
}

interface Scale {
  readonly from: string;
  readonly to: string;
  readonly low: number;
  readonly high: number;
}

function pathOf(steps: readonly ChartStep[], scale: Scale): string {
  let drawn = "";
  let isOpen = false;
  for (const { from, to, micro } of steps) {
    const isPriced = micro !== null && micro > 0;
    if (isPriced)
      drawn += `${isOpen ? "" : `M${x(from, scale)} ${y(micro, scale)}`}${isOpen ? `V${y(micro, scale)}` : ""}H${x(to ?? scale.to, scale)}`;
    isOpen = isPriced;
  }
  return drawn;
}

function x(day: string, { from, to }: Scale): number {
  const inside = day > to ? to : day;
  return Math.round((daysBetween(from, inside) / daysBetween(from, to)) * STEP_CHART.width);
}

/** High prices at the top; one single price in the middle. */
function y(micro: number, { low, high }: Scale): number {
  if (high === low) return STEP_CHART.height / 2;
  return Math.round((1 - Math.log(micro / low) / Math.log(high / low)) * (STEP_CHART.height - 8)) + 4;
}
