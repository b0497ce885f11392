import { compareText } from "../../../../src/domain/money/compare-text.ts";
import { DAYS } from "../../../../src/domain/money/weekday.ts";
import { conditionKey, type Weekday, type WindowCondition } from "../../../../src/domain/offer/condition.ts";
import { METERS, type Prices } from "../../../../src/domain/offer/meter.ts";
import type { LooseFields } from "../loose-row.ts";

const MINUTES_A_DAY = 24 * 60;

type Clock = Pick<WindowCondition, "utc" | "days">;

/** `utc_start: 1000, utc_end: 100` → 10:00 to 01:00. Midnight as an end is 0 or 2400, written `24:00`. Null when not readable. */
export function readClock(entry: LooseFields): Clock | null {
  const start = clockText(entry["utc_start"]);
  const end = entry["utc_end"] === 0 ? "24:00" : clockText(entry["utc_end"]);
  const days = daysOf(entry["utc_days"]);
  if (start === null || start === "24:00" || end === null || start === end || days === undefined) return null;
  return { utc: [start, end], days };
}

/**
 * The base card and the windows that differ from it. The top-level price is the one in force while the body was read; where windows
 * cover the whole week it is therefore replaced by the cheapest window's card (then the one that holds longer): the same card at
 * every hour of reading.
 */
export function offPeakBase(
  inForce: Prices,
  windows: readonly WindowCondition[],
): { base: Prices; windows: readonly WindowCondition[] } {
  if (windows.length === 0) return { base: inForce, windows };
  const named = METERS.filter((meter) => windows.some(({ prices }) => prices[meter] !== undefined));
  const cards = windows.map((window) => ({ ...window, prices: { ...inForce, ...window.prices } }));
  const owners = ownerOfEachMinute(windows);
  const base = owners.includes(null)
    ? inForce
    : cheapest(
        cards.map(({ prices }) => prices),
        owners,
      );
  const differing = cards.filter(({ prices }) => named.some((meter) => prices[meter] !== base[meter]));
  const unique = new Map(differing.map((window) => [conditionKey(window), { ...window, prices: pick(window.prices, named) }]));
  return { base, windows: [...unique.values()] };
}

function clockText(value: unknown): string | null {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 2400 || value % 100 > 59) return null;
  const digits = String(value).padStart(4, "0");
  return `${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** Null = every day; undefined = not readable. `["saturday", "sunday"]` → `["sat", "sun"]`. */
function daysOf(value: unknown): Weekday[] | null | undefined {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const named = value.map((day) => DAYS.find((short) => typeof day === "string" && day.toLowerCase().startsWith(short)));
  const days = DAYS.filter((day) => named.includes(day));
  if (named.includes(undefined)) return undefined;
  return days.length === DAYS.length ? null : days;
}

/** For each minute of the week the index of the last window that holds, or null. A window that wraps ends on the next day. */
function ownerOfEachMinute(windows: readonly Clock[]): readonly (number | null)[] {
  const owners = Array.from({ length: DAYS.length * MINUTES_A_DAY }, (): number | null => null);
  for (const [index, { utc, days }] of windows.entries()) {
    const [start, end] = [minuteOf(utc[0]), minuteOf(utc[1])];
    const length = end > start ? end - start : end - start + MINUTES_A_DAY;
    for (const day of days ?? DAYS) {
      const first = DAYS.indexOf(day) * MINUTES_A_DAY + start;
      for (let minute = first; minute < first + length; minute += 1) owners[minute % owners.length] = index;
    }
  }
  return owners;
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function cheapest(cards: readonly Prices[], owners: readonly (number | null)[]): Prices {
  const texts = cards.map(cardText);
  const minutes = new Map<string, number>();
  for (const [owner, held] of minutesByOwner(owners)) {
    const text = texts[owner] ?? "";
    minutes.set(text, (minutes.get(text) ?? 0) + held);
  }
  const held = (card: Prices) => minutes.get(cardText(card)) ?? 0;
  const input = (card: Prices) => card.input ?? Number.MAX_SAFE_INTEGER;
  const inForce = cards.filter((card) => held(card) > 0);
  return inForce.toSorted((a, b) => input(a) - input(b) || held(b) - held(a) || compareText(cardText(a), cardText(b)))[0] ?? {};
}

function minutesByOwner(owners: readonly (number | null)[]): ReadonlyMap<number, number> {
  const minutes = new Map<number, number>();
  for (const owner of owners) if (owner !== null) minutes.set(owner, (minutes.get(owner) ?? 0) + 1);
  return minutes;
}

const cardText = (card: Prices): string => JSON.stringify(METERS.map((meter) => card[meter] ?? null));

function pick(prices: Prices, meters: readonly (keyof Prices)[]): Prices {
  const picked: Prices = {};
  for (const meter of meters) if (prices[meter] !== undefined) picked[meter] = prices[meter];
  return picked;
}
