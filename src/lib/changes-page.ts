import { addDays } from "../domain/days.ts";
import type { ModelDay } from "../domain/model-arrival.ts";
import { readOfferId } from "../domain/offer.ts";
import { isPriceChange, type PriceEvent } from "../domain/price-event.ts";
import { biggestMoves, type MeterMove, movesWithin, type PriceMove } from "../domain/price-move.ts";
import type { Run } from "../domain/run.ts";
import { formatCount, formatDay, formatDelta, formatMeter, formatPlural } from "./format.ts";
import { paths } from "./paths.ts";
import type { Names } from "./seller-label.ts";

/** What the history holds that pages of changes and feeds tell. */
export interface ChangeRecord {
  /** Newest day first, like the next two. */
  readonly moves: readonly PriceMove[];
  readonly arrivals: readonly ModelDay[];
  readonly departures: readonly ModelDay[];
  /** Everything the last 90 days' lines say, false kinds too. */
  readonly recent: readonly PriceEvent[];
  readonly asOf: string;
}

export interface Namer extends Names {
  /** Null = no page: the model is known by old readings only. */
  model(id: string): string | null;
  /** Whether a platform's own price of a model is the maker's list price. */
  isList(platform: string, model: string): boolean;
}

/** A model by name, with its page where there is one. */
export interface ModelLink {
  readonly name: string;
  readonly path: string | null;
}

/** One moved card: a row. */
export interface MoveLine {
  readonly model: ModelLink;
  readonly day: string;
  readonly seller: string;
  /** Whose word it is: `routed`, `maker’s list, copied by models.dev`. */
  readonly voice: string;
  readonly input: MeterText | null;
  readonly output: MeterText | null;
  /** The other meters, in one cell. */
  readonly others: string;
}

/** `1.40 → 0.63`, `−55 %`. */
export interface MeterText {
  readonly turn: string;
  readonly delta: string;
  readonly side: "under" | "over" | undefined;
}

export interface DayLines {
  readonly day: string;
  readonly id: string;
  readonly lines: readonly MoveLine[];
}

export interface BiggestLines {
  readonly days: number;
  readonly cuts: readonly MoveLine[];
  readonly rises: readonly MoveLine[];
}

export interface ModelDayLine extends ModelLink {
  readonly day: string;
}

/** Everything the page of changes shows, as text. */
export interface ChangesPage {
  readonly answer: string;
  readonly limits: readonly string[];
  readonly biggest: readonly BiggestLines[];
  readonly days: readonly DayLines[];
  readonly arrivals: readonly ModelDayLine[];
  readonly departures: readonly ModelDayLine[];
}

/** Days listed in full; the JSON has 90. */
const LISTED_DAYS = 30;
const WINDOWS = [7, 30, 90] as const;
const BIGGEST = 5;

export function changesPage(record: ChangeRecord, run: Run, namer: Namer): ChangesPage {
  const { moves, asOf } = record;
  const listed = movesWithin(moves, asOf, LISTED_DAYS);
  const inWindow = (days: readonly ModelDay[]) => days.filter(({ day }) => day > addDays(asOf, -LISTED_DAYS) && day <= asOf);
  const days = [...Map.groupBy(listed, ({ day }) => day)];
  return {
    answer: answerText(listed),
    limits: limitTexts(record, run),
    biggest: WINDOWS.map((window) => biggestLines(movesWithin(moves, asOf, window), window, namer)),
    days: days.map(([day, own]) => ({ day: formatDay(day), id: day, lines: own.map((move) => moveLine(move, namer)) })),
    arrivals: inWindow(record.arrivals).map((each) => modelDayLine(each, namer)),
    departures: inWindow(record.departures).map((each) => modelDayLine(each, namer)),
  };
}

/** A move as a row. */
export function moveLine(move: PriceMove, namer: Namer): MoveLine {
  const text = (meter: "input" | "output") => move.meters.filter((each) => each.meter === meter).map(meterText)[0] ?? null;
  const others = move.meters.filter(({ meter }) => meter !== "input" && meter !== "output");
  return {
    model: modelLink(move.model, namer),
    day: formatDay(move.day),
    seller: sellerOf(move, namer),
    voice: voiceText(move, namer),
    input: text("input"),
    output: text("output"),
    others: others.map((each) => `${METER_WORDS[each.meter] ?? each.meter} ${meterText(each).turn}`).join("; "),
  };
}

/** `StreamLake via OpenRouter (batch, eu)`, and the condition where it is not the base card. */
export function sellerOf({ offerId, platform, host, condition }: PriceMove, namer: Namer): string {
  const { region, tier, quantization, variant } = readOfferId(offerId);
  const apart = [region, tier === "standard" ? null : tier, quantization, variant, condition].filter((part) => part !== null);
  const name = host === null ? namer.platform(platform) : `${namer.host(host)} via ${namer.platform(platform)}`;
  return apart.length === 0 ? name : `${name} (${apart.join(", ")})`;
}

/** Whose word a move is: `routed price`, `maker’s list, copied by models.dev`, `seller’s own`. */
export function voiceText({ voice, source, platform, model }: PriceMove, namer: Namer): string {
  if (voice === "routed") return "routed price";
  const isList = namer.isList(platform, model);
  if (voice === "copy") return `${isList ? "maker’s list, " : ""}copied by ${source}`;
  return isList ? "maker’s list" : "seller’s own";
}

export const METER_WORDS: Readonly<Record<string, string>> = {
  cacheRead: "cache read",
  cacheWrite5m: "cache write",
  cacheWrite1h: "cache write, 1 h",
  imageOutput: "image output",
  audioOutput: "audio output",
  audioCacheRead: "audio cache read",
};

function meterText({ old, now, bps }: MeterMove): MeterText {
  return {
    turn: `${formatMeter(old, undefined)} → ${formatMeter(now, undefined)}`,
    delta: bps === null ? "–" : formatDelta(bps),
    side: now < old ? "under" : "over",
  };
}

function modelLink(id: string, namer: Namer): ModelLink {
  const name = namer.model(id);
  return name === null ? { name: id, path: null } : { name, path: paths.model(id) };
}

const modelDayLine = ({ model, day }: ModelDay, namer: Namer): ModelDayLine => ({
  ...modelLink(model, namer),
  day: formatDay(day),
});

/** Only moves of input or output: a cache price alone is a small part of a bill. */
function biggestLines(moves: readonly PriceMove[], days: number, namer: Namer): BiggestLines {
  const main = moves.filter(({ meters }) => meters.some(({ meter }) => meter === "input" || meter === "output"));
  const lines = (side: "cut" | "rise") => biggestMoves(main, side, BIGGEST).map((move) => moveLine(move, namer));
  return { days, cuts: lines("cut"), rises: lines("rise") };
}

function answerText(moves: readonly PriceMove[]): string {
  const cuts = moves.filter(({ bps }) => bps !== null && bps < 0).length;
  const of = (voice: PriceMove["voice"]) => formatCount(moves.filter((move) => move.voice === voice).length);
  return (
    `${formatPlural(moves.length, "price card")} moved in ${LISTED_DAYS} days: ${formatCount(cuts)} down, ${formatCount(moves.length - cuts)} up. ` +
    `${of("routed")} are prices OpenRouter routes to, ${of("copy")} are known by a copy only, ${of("seller")} by the seller’s own word.`
  );
}

function limitTexts({ recent, asOf }: ChangeRecord, run: Run): readonly string[] {
  const moved = recent.filter(isPriceChange);
  const noted = (note: PriceEvent["note"]) => formatCount(recent.filter((event) => event.note === note).length);
  const late = run.sources.flatMap(({ name, readAt, offers }) =>
    offers === 0 || readAt.slice(0, 10) === asOf ? [] : [`${name} ${formatDay(readAt)}`],
  );
  return [
    `A change bears the day it was seen. Between two readings of a source nothing is known: a price that moved and came back in between left no trace. ${late.length === 0 ? "" : `Last read on another day than ${formatDay(asOf)}: ${late.join(", ")}.`}`,
    "A routed price is what OpenRouter charges when it chooses the host. It moves when a host comes, goes or is busy, and is no cut by the maker.",
    "A copy may be late, and may mend a mistake of its own that no seller ever charged.",
    `Not counted among the ${formatPlural(moved.length, "moved figure")} of 90 days: ${noted("transient")} that were back within three days, ${noted("clock")} of time windows, ${noted("otherSource")} where another source took over, ${noted("correction")} corrections, ${noted("repointed")} of ids that now mean another model, ${noted("vanished")} that were no longer listed. Nor is a first sight of an offer a change.`,
  ];
}
