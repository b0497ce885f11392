import { type ChartStep, stepChart } from "../../domain/chart/step-chart.ts";
import { formatDay, formatUsdPerMTok } from "../format.ts";

/** A price's past in a cell of a list: steps on a log scale, and the same in words. */
export interface Sparkline {
  readonly path: string;
  readonly label: string;
}

/** From a day (null = from the first price) until the day of the data; null where no price was on two days of it. */
export function sparkline(steps: readonly ChartStep[], from: string | null, asOf: string): Sparkline | null {
  const shown = from === null ? steps : since(steps, from);
  const chart = stepChart([shown], asOf);
  const [path] = chart?.paths ?? [];
  if (chart === null || path === undefined || path === "") return null;
  const priced = shown.flatMap(({ micro }) => (micro === null ? [] : [micro]));
  const [first, last] = [priced[0], shown.at(-1)?.micro ?? null];
  const ends = `${priceText(first ?? null)} → ${priceText(last)}`;
  const range = chart.low === chart.high ? "" : `, between ${priceText(chart.low)} and ${priceText(chart.high)}`;
  return { path, label: `${ends} since ${formatDay(chart.from)}${range}` };
}

function since(steps: readonly ChartStep[], from: string): readonly ChartStep[] {
  const inside = steps.filter(({ to }) => to === null || to > from);
  return inside.map((step) => (step.from < from ? { ...step, from } : step));
}

const priceText = (micro: number | null): string => (micro === null ? "no price" : formatUsdPerMTok(micro));
