import type { Priced } from "../domain/card.ts";
import { type ClockLevel, type ClockSpan, type PriceClock, priceClock } from "../domain/price-clock.ts";
import { formatUsdPerMTok } from "./format.ts";

/** A week strip and what it says in words. */
export interface ClockView {
  readonly clock: PriceClock;
  /** Cheapest first: `Cheapest, $0.22 in and $0.66 out: Sat, Sun all day; …`. */
  readonly lines: readonly string[];
  readonly label: string;
}

/** Null where the offer costs the same all week. */
export function clockView(offer: Priced): ClockView | null {
  const clock = priceClock(offer);
  if (clock === null) return null;
  const lines = clock.levels.map((level, index) => levelText(clock, level, index));
  return { clock, lines, label: `Price by hour of the week, UTC. ${lines.join(" ")}` };
}

function levelText({ days, levels }: PriceClock, { input, output, minutes }: ClockLevel, index: number): string {
  const name = index === 0 ? "Cheap" : index === levels.length - 1 ? "Dear" : "Between";
  const price = (micro: number | null) => (micro === null ? "unknown" : formatUsdPerMTok(micro));
  const byHours = Map.groupBy(days, ({ spans }) => hoursText(spans.filter(({ level }) => level === index)));
  const when = [...byHours].flatMap(([hours, own]) => (hours === "" ? [] : [`${daysText(own.map(({ day }) => day))} ${hours}`]));
  return `${name}, ${price(input)} in and ${price(output)} out, ${Number((minutes / 60).toFixed(1))} hours a week: ${when.join("; ")}.`;
}

function hoursText(spans: readonly ClockSpan[]): string {
  if (spans.length === 1 && spans[0]?.from === 0 && spans[0].to === 1440) return "all day";
  return spans.map(({ from, to }) => `${timeText(from)}–${timeText(to)}`).join(", ");
}

const NAMES: Readonly<Record<string, string>> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

function daysText(days: readonly string[]): string {
  const text = days.join();
  if (text === "mon,tue,wed,thu,fri") return "Monday to Friday";
  if (days.length === 7) return "every day";
  return days.map((day) => NAMES[day] ?? day).join(", ");
}

const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
