import { addDays } from "../../money/days.ts";
import { MAX_AGING_DAYS } from "../../source/age-class.ts";
import type { Change } from "../change.ts";

/** Days from one until the day before another. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** On which days each reader can be relied on. */
export type ReaderDays = ReadonlyMap<string, readonly DaySpan[]>;

/**
 * What is read as a whole: a source, a platform's pages where a person read them, or the prices OpenRouter routes at, which several programs read
 * from one list.
 */
export function readerOf({ source, platform, host }: Pick<Change, "source" | "platform" | "host">): string {
  if (platform === "openrouter" && host === null) return "openrouter";
  return source === "list-prices" ? `${source} ${platform}` : source;
}

/**
 * When each reader last read, as far as history itself says: a line with a figure is a reading, and what it says stands for so many days as an
 * aging price may. Read on 1 May and on 15 August, it can be relied on from 1 May until 30 June and from 15 August on, for as long.
 */
export function readerDays(changes: readonly Change[]): ReaderDays {
  const days = new Map<string, Set<string>>();
  for (const change of changes) {
    if (change.new === null) continue;
    const reader = readerOf(change);
    days.set(reader, (days.get(reader) ?? new Set()).add(change.day));
  }
  return new Map([...days].map(([reader, read]) => [reader, merged([...read].toSorted())]));
}

function merged(readDays: readonly string[]): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  for (const from of readDays) {
    const [last, to] = [spans.at(-1), addDays(from, MAX_AGING_DAYS + 1)];
    if (last !== undefined && from <= last.to) spans[spans.length - 1] = { from: last.from, to };
    else spans.push({ from, to });
  }
  return spans;
}

/**
 * Whether a day lies in one of the spans; the last day of a span is no longer in it. `[{ from: "2026-08-01", to: "2026-08-03" }]` has the 2nd and
 * not the 3rd.
 */
export const isInSpans = (spans: readonly DaySpan[], day: string): boolean =>
  spans.some(({ from, to }) => from <= day && day < to);
