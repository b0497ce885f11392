import { daysBetween } from "../../../src/domain/money/days.ts";
import { type BankCurrency, type ExchangeRates, RATES_SOURCE_ID, rateDay } from "../../../src/domain/money/exchange-rate.ts";
import { divide, rational, toDecimal } from "../../../src/domain/money/rational.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { NIGHTS_AT_FIRST_HAND } from "../../../src/domain/source/guard-limits.ts";

/** A rate that moved by more than a tenth since the day it was believed last is looked at twice; by a hundredth more for every week since. */
const MAX_STEP = 0.1;
const MAX_STEP_A_WEEK = 0.01;

/** The bank is the first hand: what stands on so many of its own days is true, as the franc of January 2015 was. */
const BANK_DAYS = NIGHTS_AT_FIRST_HAND;

const CURRENCIES = ["USD", "CHF", "CNY", "GBP", "JPY", "INR"] as const;

/** A list with what was made of it. */
export interface JudgedRates {
  readonly rates: ExchangeRates;
  readonly findings: readonly Finding[];
}

/**
 * The bank's list as far as it is believed: a rate that leapt stays as it was, with its day, and the refused one is kept beside it until it has
 * stood for three of the bank's days. The others of the list are not doubted for it. `earlier`: the lists of the days before, oldest first.
 */
export function judgeRates(earlier: readonly ExchangeRates[], list: ExchangeRates): JudgedRates {
  const steps = CURRENCIES.flatMap((currency) => stepOf(currency, earlier, list) ?? []);
  const refused = steps.filter(({ daysStood }) => daysStood < BANK_DAYS);
  const rates = {
    ...list,
    perEuro: { ...list.perEuro, ...Object.fromEntries(refused.map(({ currency, kept }) => [currency, kept])) },
    held: Object.fromEntries(refused.map(({ currency, day, now }) => [currency, { day, refused: now }])),
  };
  return { rates: refused.length === 0 ? list : rates, findings: steps.map(findingOf) };
}

interface Step {
  readonly currency: BankCurrency;
  /** The rate that was believed last, and the bank's day of it. */
  readonly kept: string;
  readonly day: string;
  readonly now: string;
  /** On how many of the bank's days it has stood, with this one. */
  readonly daysStood: number;
}

/** Null = the rate moved as rates do, or is the first of its currency. */
function stepOf(currency: BankCurrency, earlier: readonly ExchangeRates[], list: ExchangeRates): Step | null {
  const last = earlier.findLast(({ perEuro }) => perEuro[currency] !== undefined);
  const [kept, now] = [last?.perEuro[currency], list.perEuro[currency]];
  if (last === undefined || kept === undefined || now === undefined) return null;
  const day = rateDay(last, currency);
  const maxStep = MAX_STEP + MAX_STEP_A_WEEK * Math.floor(daysBetween(day, list.day) / 7);
  return isWithin(maxStep, kept, now) ? null : { currency, kept, day, now, daysStood: daysStood(currency, earlier, now) };
}

/** `0.84` after refused rates of `0.83` and `0.80`: 3 days. One that leapt again stands for the first. */
function daysStood(currency: BankCurrency, earlier: readonly ExchangeRates[], now: string): number {
  let [days, next] = [1, now];
  for (const { held } of earlier.toReversed()) {
    const refused = held?.[currency]?.refused;
    if (refused === undefined || !isWithin(MAX_STEP, refused, next)) break;
    [days, next] = [days + 1, refused];
  }
  return days;
}

const timesText = (before: string, now: string, places: number): string =>
  toDecimal(divide(rational(now), rational(before)) ?? rational("0"), places);

const isWithin = (maxStep: number, before: string, now: string): boolean =>
  Math.abs(Number(timesText(before, now, 4)) - 1) <= maxStep;

function findingOf({ currency, kept, day, now, daysStood }: Step): Finding {
  const about = { scope: "source", subject: RATES_SOURCE_ID } as const;
  const what = `${currency} went to ${timesText(kept, now, 2)} times what it was on ${day}`;
  if (daysStood >= BANK_DAYS)
    return {
      rule: "acceptedAfterHold",
      action: "note",
      ...about,
      detail: `${what}: it has stood for ${daysStood} of the bank's days: accepted`,
    };
  const end = `until it has stood for ${BANK_DAYS} of the bank's days (${daysStood} so far), or is back`;
  return {
    rule: "ratesFailed",
    action: "hold",
    ...about,
    detail: `${what}; the rate of that day stands, the other currencies are tonight's, ${end}`,
  };
}
