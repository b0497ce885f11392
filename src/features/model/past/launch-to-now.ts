import { settledSeriesOf } from "../../../domain/chart/price-series.ts";
import { microOn } from "../../../domain/chart/price-step.ts";
import type { Change } from "../../../domain/history/change.ts";
import { daysBetween } from "../../../domain/money/days.ts";
import { deltaBps } from "../../../domain/reference/delta.ts";
import type { ModelSheet } from "../../../domain/reference/model-sheet.ts";
import { type Sparkline, sparkline } from "../../../site/chart/sparkline.ts";
import { formatDay, formatDelta, formatMeter } from "../../../site/format.ts";
import { historyFigures } from "./model-history.ts";

/** What a model cost when its price was first read, and what it costs now. */
export interface LaunchLine {
  readonly modelId: string;
  readonly name: string;
  /** `list price`, or `at OpenRouter` where its maker has none. */
  readonly figure: string;
  readonly first: string;
  /** `30 Apr 2026`. */
  readonly day: string;
  /** `at launch`, or when it was released. */
  readonly when: string;
  readonly now: string;
  readonly delta: string;
  readonly side: "under" | "over" | undefined;
  readonly spark: Sparkline | null;
}

/** A price first read within so many days of its release is the price it was launched at. */
const LAUNCH_DAYS = 14;

/** A model's list price, else its routed price, from the first reading to the day of the data; null = never read. */
export function launchLine(sheet: ModelSheet, changes: readonly Change[], asOf: string): LaunchLine | null {
  const figures = historyFigures(sheet).map(({ offerId, name, kind }) => ({
    name,
    kind,
    input: settledSeriesOf(changes, offerId, "input", null),
    output: settledSeriesOf(changes, offerId, "output", null),
  }));
  const figure = figures.find(({ input }) => input.some(({ micro }) => micro !== null));
  const start = figure?.input.find(({ micro }) => micro !== null);
  if (figure === undefined || start === undefined) return null;
  const now = figure.input.at(-1)?.micro ?? null;
  const bps = deltaBps(now, start.micro);
  return {
    modelId: sheet.model.id,
    name: sheet.model.name,
    figure: figure.kind === "list" ? "list price" : `at ${figure.name}`,
    first: pairText(start.micro, microOn(figure.output, start.from)),
    day: formatDay(start.from),
    when: whenText(start.from, sheet.model.releasedOn),
    now: pairText(now, figure.output.at(-1)?.micro ?? null),
    delta: bps === null ? "–" : formatDelta(bps),
    side: bps === null || bps === 0 ? undefined : bps < 0 ? "under" : "over",
    spark: sparkline(figure.input, null, asOf),
  };
}

function whenText(day: string, releasedOn: string | null): string {
  if (releasedOn === null) return "";
  return Math.abs(daysBetween(releasedOn, day)) <= LAUNCH_DAYS ? "at launch" : `released ${formatDay(releasedOn)}`;
}

const pairText = (input: number | null, output: number | null): string =>
  [input, output].map((micro) => formatMeter(micro ?? undefined, undefined)).join(" / ");
