import { addDays, daysBetween } from "../money/days.ts";
import type { PriceStep } from "./price-step.ts";

/** The geometry of a price history: steps, never slopes; time runs evenly, prices on a log scale. */

/** The drawing's own units; it is stretched to the width of the page. */
export const STEP_CHART = { width: 1000, height: 100 } as const;

/** A figure that was valid from a day until the day before `to`. What is drawn need not be billed: any number will do. */
export interface ChartStep extends Pick<PriceStep, "from" | "to"> {
  readonly micro: number | null;
}

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
  const range = chartPriceRange(series);
  if (range === null || daysBetween(range.from, asOf) < 1) return null;
  const scale = { ...range, to: addDays(asOf, 1) };
  return { paths: series.map((steps) => stepPath(steps, scale)), from: range.from, to: asOf, low: range.low, high: range.high };
}

/** Where a chart begins and ends, in days and in prices. */
export interface ChartScale {
  readonly from: string;
  readonly to: string;
  readonly low: number;
  readonly high: number;
}

/** The first day and the lowest and highest price of several figures; null = none ever had one. */
export function chartPriceRange(series: readonly (readonly ChartStep[])[]): Omit<ChartScale, "to"> | null {
  const prices = series.flat().flatMap(({ micro }) => (micro === null || micro === 0 ? [] : [micro]));
  const [from] = series.flatMap((steps) => steps.slice(0, 1).map((step) => step.from)).toSorted();
  return from === undefined || prices.length === 0 ? null : { from, low: Math.min(...prices), high: Math.max(...prices) };
}

/** One figure as a path. */
export function stepPath(steps: readonly ChartStep[], scale: ChartScale): string {
  let drawn = "";
  let isOpen = false;
  for (const { from, to, micro } of steps) {
    const isPriced = micro !== null && micro > 0;
    if (isPriced)
      drawn += `${isOpen ? "" : `M${dayX(from, scale)} ${priceY(micro, scale)}`}${isOpen ? `V${priceY(micro, scale)}` : ""}H${dayX(to ?? scale.to, scale)}`;
    isOpen = isPriced;
  }
  return drawn;
}

/** A day's place, from 0 to the width. */
export function dayX(day: string, { from, to }: ChartScale): number {
  const inside = day > to ? to : day;
  return Math.round((daysBetween(from, inside) / daysBetween(from, to)) * STEP_CHART.width);
}

/** Where a price is in the drawing, in its own units from the top, by logarithm: the highest at 4, the lowest at its height less 4, a single one in the middle. */
export function priceY(micro: number, { low, high }: ChartScale): number {
  if (high === low) return STEP_CHART.height / 2;
  return Math.round((1 - Math.log(micro / low) / Math.log(high / low)) * (STEP_CHART.height - 8)) + 4;
}
