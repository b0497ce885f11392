import { compareText } from "../money/compare-text.ts";
import { addDays, daysBetween } from "../money/days.ts";
import { type ChartScale, type ChartStep, chartPriceRange, dayX, priceY, STEP_CHART, stepPath } from "./step-chart.ts";

/** A price history with an axis to read it by. Places are percent of the plot's width and height. */
export interface HistoryChart {
  /** One path per series, in the units of `STEP_CHART`, up to the day of the data. */
  readonly paths: readonly string[];
  /** What is announced of the first series, from the day of the data on; empty = nothing. */
  readonly ahead: string;
  readonly scale: ChartScale;
  readonly prices: readonly { readonly y: number; readonly micro: number }[];
  readonly days: readonly { readonly x: number; readonly day: string; readonly hasYear: boolean }[];
  /** Days on which the first series moved. */
  readonly moves: readonly ChartPoint[];
  /** Where today ends and what is announced begins; null = nothing is announced. */
  readonly todayX: number | null;
}

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly day: string;
  readonly micro: number;
}

/** A price that is announced for a day; null = nobody said which. */
export interface AheadPrice {
  readonly day: string;
  readonly micro: number | null;
}

/** A price that never moved is in the middle of a band this many times as wide. */
const FLAT_BAND = 1.6;
const EDGE = 1.08;
/** What is announced for later than this is at the edge. */
const MOST_AHEAD_DAYS = 60;

/**
 * Several figures over one time axis, with round prices at its side and the beginnings of months below. A price that was always $5 lies
 * between $4 and $6, not between $5 and $5. Null where there is nothing to draw.
 */
export function historyChart(
  series: readonly (readonly ChartStep[])[],
  asOf: string,
  ahead: readonly AheadPrice[] = [],
): HistoryChart | null {
  const sorted = ahead.filter(({ day }) => day > asOf).toSorted((a, b) => compareText(a.day, b.day));
  // A promise until a day is over with a later one.
  const coming = sorted.filter(({ micro }, at) => micro !== null || at === sorted.length - 1);
  const announced = coming.flatMap(({ micro }) => (micro === null ? [] : [{ from: asOf, to: null, micro }]));
  const range = chartPriceRange([...series, announced]);
  if (range === null || daysBetween(range.from, asOf) < 1) return null;
  const last = coming.at(-1)?.day;
  const end = last === undefined ? asOf : earlier(addDays(last, 14), addDays(asOf, MOST_AHEAD_DAYS));
  const scale = widened({ ...range, to: addDays(end, 1) });
  const drawn = { ...scale, to: addDays(asOf, 1) };
  const cut = series.map((steps) => steps.map((step) => ({ ...step, to: step.to ?? drawn.to })));
  const current = series[0]?.at(-1)?.micro ?? null;
  return {
    paths: cut.map((steps) => stepPath(steps, scale)),
    ahead: coming.length === 0 || current === null ? "" : stepPath(aheadSteps(coming, current, asOf, scale), scale),
    scale,
    prices: priceTicks(scale),
    days: dayTicks(scale),
    moves: pointsOf(series[0] ?? [], scale),
    todayX: coming.length === 0 ? null : percentX(drawn.to, scale),
  };
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

function widened(scale: ChartScale): ChartScale {
  const factor = scale.low === scale.high ? FLAT_BAND : EDGE;
  return { ...scale, low: scale.low / factor, high: scale.high * factor };
}

function aheadSteps(coming: readonly AheadPrice[], current: number, asOf: string, { to }: ChartScale): readonly ChartStep[] {
  const days = [{ day: addDays(asOf, 1), micro: current }, ...coming];
  return days.map(({ day, micro }, at) => ({ from: day, to: days[at + 1]?.day ?? to, micro }));
}

const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8] as const;
/** Labels nearer than this many percent would touch. */
const PRICE_GAP = 22;
const DAY_GAP = 14;

function priceTicks(scale: ChartScale): HistoryChart["prices"] {
  const first = Math.floor(Math.log10(scale.low));
  const exponents = Array.from({ length: Math.ceil(Math.log10(scale.high)) - first + 1 }, (_, place) => first + place);
  const round = exponents.flatMap((exponent) => ROUND.map((digit) => Math.round(digit * 10 ** exponent)));
  const ticks = round
    .filter((micro) => micro > 0 && micro >= scale.low && micro <= scale.high)
    .map((micro) => ({ y: priceY(micro, scale), micro }));
  return spread(ticks, ({ y }) => y, PRICE_GAP);
}

/** The first days of months, as many as have room. */
function dayTicks(scale: ChartScale): HistoryChart["days"] {
  const days: string[] = [];
  for (let day = nextMonth(scale.from); day < scale.to; day = nextMonth(day)) days.push(day);
  const step = Math.ceil(days.length / Math.floor(100 / DAY_GAP));
  const shown = days.filter((_, at) => at % Math.max(1, step) === 0);
  return shown.map((day, at) => ({ x: percentX(day, scale), day, hasYear: hasYear(shown, at) }));
}

/** The first of each year says which, and the first of all unless the next to it does, for which there would be no room. */
function hasYear(days: readonly string[], at: number): boolean {
  const [before, own, next] = [days[at - 1], days[at], days[at + 1]].map((day) => day?.slice(0, 4));
  return before === undefined ? next === undefined || next === own : before !== own;
}

function nextMonth(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}

function pointsOf(steps: readonly ChartStep[], scale: ChartScale): readonly ChartPoint[] {
  return steps
    .slice(1)
    .flatMap(({ from, micro }) =>
      micro === null || micro === 0 ? [] : [{ x: percentX(from, scale), y: priceY(micro, scale), day: from, micro }],
    );
}

/** From the first on, what is far enough from the one before. */
function spread<Item>(items: readonly Item[], placeOf: (item: Item) => number, gap: number): readonly Item[] {
  const spacedItems: Item[] = [];
  for (const item of items) {
    const last = spacedItems.at(-1);
    if (last === undefined || Math.abs(placeOf(item) - placeOf(last)) >= gap) spacedItems.push(item);
  }
  return spacedItems;
}

/** A day's place in percent, to the tenth. */
const percentX = (day: string, scale: ChartScale): number => Math.round((dayX(day, scale) / STEP_CHART.width) * 1_000) / 10;
