import type { Workload } from "../../domain/cost/workload.ts";
import { DAY_MINUTES, DAYS } from "../../domain/money/weekday.ts";
import type { OfferCards } from "../../domain/offer/card.ts";
import { type ClockLevel, type ClockSpan, clockAt, type PriceClock, priceClock } from "../../domain/offer/price-clock.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import type { Landed } from "../../domain/purchase/purchase.ts";
import { DEFAULT_RANK_OPTIONS, landedOffers, type RankableOffer } from "../../domain/ranking/cheapest.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { formatUsdPerMTok, formatUsdRange } from "../format.ts";
import { sellerText } from "./seller-label.ts";

/** A week strip and what it says in words. */
export interface ClockView {
  readonly clock: PriceClock;
  /** Cheapest first: `Cheapest, $0.22 in and $0.66 out: Sat, Sun all day; …`. */
  readonly lines: readonly string[];
  readonly label: string;
}

/** Null where the offer costs the same all week. */
export function clockView(offer: OfferCards): ClockView | null {
  const clock = priceClock(offer);
  return clock === null ? null : weekView(clock, "UTC");
}

/** The clock of one seller, with the month it makes. */
export interface SellerClock extends ClockView {
  readonly offerId: string;
  readonly seller: string;
  /** `monthsText`. */
  readonly months: string;
}

/** The clocks of a model's offers that cost more at some hours than at others. */
export function sellerClocks(
  offers: readonly AssessedOffer[],
  workload: Workload & { readonly name: string },
  sellers: Sellers,
): readonly SellerClock[] {
  return offers.flatMap((offer) => {
    const view = offer.status === "retired" ? null : clockView(offer);
    if (view === null) return [];
    const months = monthsText(clockMonths(offer, offers, workload, sellers));
    return [{ offerId: offer.id, seller: sellerText(offer), months, ...view }];
  });
}

/** A week in words; its hours are those of `zone`. */
export function weekView(clock: PriceClock, zone: string): ClockView {
  const lines = clock.levels.map((level, index) => levelText(clock, level, index));
  return { clock, lines, label: `Price by hour of the week, ${zone}. ${lines.join(" ")}` };
}

/** Dollars; two figures where a fee is unknown. */
type MonthRange = Pick<Landed, "usd" | "upperUsd">;

/** What a workload's month costs all in the cheap hours and all in the expensive ones; null = not known. */
export interface ClockMonths {
  readonly name: string;
  readonly cheap: MonthRange | null;
  readonly dear: MonthRange | null;
}

/** The landed months of one offer of a model, every request in its cheap hours and every request in its expensive ones. */
export function clockMonths<Sold extends RankableOffer>(
  offer: Sold,
  offers: readonly Sold[],
  workload: Workload & { readonly name: string },
  sellers: Sellers,
): ClockMonths {
  const monthAt = (peakShare: number) => {
    const rows = landedOffers(offers, { ...workload, peakShare }, sellers, DEFAULT_RANK_OPTIONS);
    return rows.find((row) => row.offer.id === offer.id)?.landed ?? null;
  };
  return { name: workload.name, cheap: monthAt(0), dear: monthAt(1) };
}

/** `Month of Chat, all in: $95.20 in the cheaper hours, $190.40 in the more expensive ones.` Without a month, nothing. */
export function monthsText({ name, cheap, dear }: ClockMonths): string {
  if (cheap === null || dear === null) return "";
  return `Month of ${name}, all in: ${rangeText(cheap)} in the cheaper hours, ${rangeText(dear)} in the more expensive ones.`;
}

/**
 * What it costs at a minute of the week and what it will: `Now, Tuesday 03:10: more expensive, $0.44 in and $1.32 out; a month of Chat at these hours
 * $190.40. From 04:00 your time: cheaper, $0.22 in and $0.66 out; $95.20.`
 */
export function nowText(clock: PriceClock, minute: number, months: ClockMonths): string {
  const { level, next } = clockAt(clock, minute);
  const [day, nextDay] = [minute, next.minute].map((at) => DAYS[Math.floor(at / DAY_MINUTES)] ?? "");
  const words = (place: number) => `${levelName(clock, place)}, ${pricesText(clock.levels[place])}`;
  const from = `${nextDay === day ? "" : `${NAMES[nextDay ?? ""]} `}${timeText(next.minute % DAY_MINUTES)}`;
  const monthAt = (place: number, text: string) => {
    const month = place === 0 ? months.cheap : place === clock.levels.length - 1 ? months.dear : null;
    return month === null ? "" : `; ${text}${rangeText(month)}`;
  };
  const now = `Now, ${NAMES[day ?? ""]} ${timeText(minute % DAY_MINUTES)}: ${words(level)}`;
  const later = `From ${from} your time: ${words(next.level)}`;
  return `${now}${monthAt(level, `a month of ${months.name} at these hours `)}. ${later}${monthAt(next.level, "")}.`;
}

const rangeText = ({ usd, upperUsd }: MonthRange): string => formatUsdRange(usd, upperUsd);

function levelText(clock: PriceClock, level: ClockLevel, index: number): string {
  const { days } = clock;
  const name = levelName(clock, index);
  const byHours = Map.groupBy(days, ({ spans }) => hoursText(spans.filter(({ level }) => level === index)));
  const when = [...byHours].flatMap(([hours, sameHours]) =>
    hours === "" ? [] : [`${daysText(sameHours.map(({ day }) => day))} ${hours}`],
  );
  const hours = Number((level.minutes / 60).toFixed(1));
  return `${name[0]?.toUpperCase()}${name.slice(1)}, ${pricesText(level)}, ${hours} hours a week: ${when.join("; ")}.`;
}

const levelName = ({ levels }: PriceClock, place: number): string =>
  place === 0 ? "cheaper" : place === levels.length - 1 ? "more expensive" : "between";

function pricesText(level: ClockLevel | undefined): string {
  const price = (micro: number | null) => (micro === null ? "unknown" : formatUsdPerMTok(micro));
  return `${price(level?.input ?? null)} in and ${price(level?.output ?? null)} out`;
}

function hoursText(spans: readonly ClockSpan[]): string {
  if (spans.length === 1 && spans[0]?.from === 0 && spans[0].to === DAY_MINUTES) return "all day";
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
  if (days.length === 7) return "every day";
  const isRun = days.length > 2 && DAYS.join().includes(days.join());
  const named = days.map((day) => NAMES[day] ?? day);
  return isRun ? `${named[0]} to ${named.at(-1)}` : named.join(", ");
}

const timeText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
