import type { Change } from "../history/change.ts";
import { foldTransients, isPriceChange, type PriceEvent } from "../history/price-event.ts";
import { addDays, daysBetween } from "../money/days.ts";
import { MicroUsdPerMTok } from "../money/money.ts";
import type { Meter } from "../offer/meter.ts";
import { type PriceStep, stepLines, stepsFrom } from "./price-step.ts";

/** What a figure's past says of its present. Everything is weighted by days, nothing by the number of steps. */
export interface PriceFacts {
  readonly current: MicroUsdPerMTok | null;
  /** The day the present figure began, and the days since. */
  readonly since: string;
  readonly ageDays: number;
  readonly low: PriceExtreme;
  readonly high: PriceExtreme;
  /** Since this day it was never as low as now, nor lower; null = its last move was no fall. The first day of all = an all-time low. */
  readonly lowestSince: string | null;
  readonly changesIn90Days: number;
  /** The mean over all days with a figure. */
  readonly mean: MicroUsdPerMTok;
  /** See `volatilityBps`. */
  readonly volatilityBps: number | null;
}

export interface PriceExtreme {
  readonly micro: MicroUsdPerMTok;
  /** The first day it had that price. */
  readonly day: string;
}

const WINDOW_DAYS = 90;

/** The steps that meant something: without prices that came back within three days, and since the id last changed its meaning. */
export function settledSeriesOf(
  changes: readonly Change[],
  offerId: string,
  meter: Meter,
  condition: string | null,
): readonly PriceStep[] {
  return stepsFrom(settledEvents(stepLines(changes, offerId, meter, condition)));
}

/** The facts of one figure on a day; null = it never had a price. Of `1 → 0.5 → 2` the low is 0.5 for as long as it was valid. */
export function priceFacts(
  changes: readonly Change[],
  figure: { readonly offerId: string; readonly meter: Meter; readonly condition: string | null },
  asOf: string,
): PriceFacts | null {
  const events = settledEvents(stepLines(changes, figure.offerId, figure.meter, figure.condition)).filter(
    ({ day }) => day <= asOf,
  );
  const steps = stepsFrom(events);
  const pricedDays = pricedSteps(steps);
  const [first, ...others] = pricedDays;
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return null;
  const lowest = others.reduce((low, step) => (step.micro < low.micro ? step : low), first);
  const highest = others.reduce((high, step) => (step.micro > high.micro ? step : high), first);
  return {
    current: last.micro,
    since: last.from,
    ageDays: daysBetween(last.from, asOf),
    low: { micro: lowest.micro, day: lowest.from },
    high: { micro: highest.micro, day: highest.from },
    lowestSince: lowestSince(steps),
    changesIn90Days: events.filter((event) => isPriceChange(event) && event.day > addDays(asOf, -WINDOW_DAYS)).length,
    mean: MicroUsdPerMTok.parse(Math.round(meanOf(pricedDays, asOf))),
    volatilityBps: volatilityBps(steps, asOf),
  };
}

/**
 * How much a figure moved about in the last 90 days: its standard deviation over its mean, both weighted by days, in basis points.
 * 45 days at 1 and 45 days at 3 are 5000; a price that did not move is 0; null without a price.
 */
export function volatilityBps(steps: readonly PriceStep[], asOf: string): number | null {
  const from = addDays(asOf, 1 - WINDOW_DAYS);
  const inWindow = pricedSteps(steps)
    .filter((step) => (step.to ?? "9999") > from && step.from <= asOf)
    .map((step) => ({ ...step, from: step.from < from ? from : step.from }));
  const days = inWindow.reduce((sum, step) => sum + daysOf(step, asOf), 0);
  if (days === 0) return null;
  const mean = meanOf(inWindow, asOf);
  if (mean === 0) return 0;
  const variance = inWindow.reduce((sum, step) => sum + (step.micro - mean) ** 2 * daysOf(step, asOf), 0) / days;
  return Math.round((Math.sqrt(variance) / mean) * 10_000);
}

function settledEvents(lines: readonly Change[]): readonly PriceEvent[] {
  const events = foldTransients(lines).filter(({ note, between }) => note !== "transient" || between.length === 0);
  return events.slice(
    Math.max(
      0,
      events.findLastIndex(({ note }) => note === "repointed"),
    ),
  );
}

interface PricedStep extends PriceStep {
  readonly micro: MicroUsdPerMTok;
}

const isPriced = (step: PriceStep): step is PricedStep => step.micro !== null;
const pricedSteps = (steps: readonly PriceStep[]): readonly PricedStep[] => steps.filter(isPriced);

const daysOf = (step: PriceStep, asOf: string): number =>
  Math.max(0, daysBetween(step.from, step.to === null || step.to > asOf ? addDays(asOf, 1) : step.to));

function meanOf(steps: readonly PricedStep[], asOf: string): number {
  const days = steps.reduce((sum, step) => sum + daysOf(step, asOf), 0);
  return steps.reduce((sum, step) => sum + step.micro * daysOf(step, asOf), 0) / days;
}

function lowestSince(steps: readonly PriceStep[]): string | null {
  const pricedDays = pricedSteps(steps);
  const [current, previous] = [pricedDays.at(-1), pricedDays.at(-2)];
  if (current === undefined || current !== steps.at(-1) || previous === undefined || previous.micro <= current.micro) return null;
  const asLow = pricedDays.slice(0, -1).findLast((step) => step.micro <= current.micro);
  return asLow === undefined ? (pricedDays[0]?.from ?? null) : asLow.to;
}
