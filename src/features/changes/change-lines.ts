import type { ChangeNames, WatchedRecord } from "../../data/change-record.ts";
import { biggestMoves, LISTED_DAYS, type MeterMove, movesWithin, type PriceMove } from "../../domain/history/price-move.ts";
import { makerOfId } from "../../domain/model/maker-of-id.ts";
import type { ModelDay } from "../../domain/model/model-arrival.ts";
import { addDays } from "../../domain/money/days.ts";
import { readOfferId } from "../../domain/offer/offer-id.ts";
import type { Run } from "../../domain/source/run.ts";
import { formatDay, formatDelta, formatMeter } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { METER_WORDS } from "../../site/words/meter-words.ts";
import { regionText } from "../../site/words/seller-label.ts";
import { spanText } from "../../site/words/span-text.ts";
import type { MoveFacts } from "./changes-state.ts";
import { changesAnswer, lastDays, limitTexts, windowText } from "./changes-text.ts";

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
  /** What it can be filtered by. */
  readonly facts: MoveFacts;
  /** The first figure that moved. */
  readonly figure: Pick<PriceMove, "offerId" | "condition"> & Pick<MeterMove, "meter">;
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
  /** How many moved, and who could not say so. */
  readonly says: string;
  readonly cuts: readonly MoveLine[];
  readonly rises: readonly MoveLine[];
}

export interface ModelDayLine extends ModelLink {
  readonly day: string;
}

/** What the record of changes says, as text. */
export interface ChangeLines {
  readonly answer: string;
  readonly limits: readonly string[];
  readonly biggest: readonly BiggestLines[];
  readonly days: readonly DayLines[];
  readonly arrivals: readonly ModelDayLine[];
  readonly departures: readonly ModelDayLine[];
}

const WINDOWS = [7, 30, 90] as const;
const BIGGEST = 5;

/** What changed within the listed days, day by day, and what begins and ends. */
export function changeLines(record: WatchedRecord, run: Run, names: ChangeNames): ChangeLines {
  const { moves, asOf } = record;
  const listed = movesWithin(moves, asOf, LISTED_DAYS);
  const inWindow = (days: readonly ModelDay[]) => days.filter(({ day }) => day > addDays(asOf, -LISTED_DAYS) && day <= asOf);
  const days = [...Map.groupBy(listed, ({ day }) => day)];
  const readOn = lastDays(run);
  return {
    answer: changesAnswer(record, readOn, LISTED_DAYS),
    limits: limitTexts(record, run, names),
    biggest: WINDOWS.map((window) => ({
      ...biggestLines(movesWithin(moves, asOf, window, readOn), window, names),
      says: windowText(record, run, window),
    })),
    days: days.map(([day, moved]) => ({ day: formatDay(day), id: day, lines: moved.map((move) => moveLine(move, names)) })),
    arrivals: inWindow(record.arrivals).map((each) => modelDayLine(each, names)),
    departures: inWindow(record.departures).map((each) => modelDayLine(each, names)),
  };
}

/** What days, newest first, are of: `The newest days with a change: 5 Nov 2026 to 20 Nov 2026`. */
export function daysSpan(days: readonly Pick<DayLines, "day">[]): string {
  const [last, first] = [days[0]?.day, days.at(-1)?.day];
  if (last === undefined) return "No day with a change";
  return first === last ? `The newest day with a change: ${last}` : `The newest days with a change: ${first} to ${last}`;
}

/** A move as a row. */
export function moveLine(move: PriceMove, names: ChangeNames): MoveLine {
  const text = (meter: "input" | "output") => move.meters.filter((each) => each.meter === meter).map(meterText)[0] ?? null;
  const others = move.meters.filter(({ meter }) => meter !== "input" && meter !== "output");
  return {
    model: modelLink(move.model, names),
    day: spanText(move.day, move.notBefore),
    seller: sellerOf(move, names),
    voice: originText(move, names),
    input: text("input"),
    output: text("output"),
    others: others.map((each) => `${METER_WORDS[each.meter]} ${meterText(each).turn}`).join("; "),
    facts: {
      maker: makerOfId(move.model),
      platform: move.platform,
      word: move.origin,
      bps: move.meters.map(({ bps }) => bps),
    },
    figure: { offerId: move.offerId, condition: move.condition, meter: move.meters[0]?.meter ?? "input" },
  };
}

/** `StreamLake via OpenRouter (eu, batch)`, `Amazon Bedrock (in region)`, and the condition where it is not the base card. */
export function sellerOf({ offerId, platform, host, condition }: PriceMove, names: ChangeNames): string {
  const { tier, quantization, variant, ...key } = readOfferId(offerId);
  const distinguishing = [regionText(key), tier === "standard" ? null : tier, quantization, variant, condition].filter(
    (part) => part !== null,
  );
  const name = host === null ? names.platform(platform) : `${names.host(host)} via ${names.platform(platform)}`;
  return distinguishing.length === 0 ? name : `${name} (${distinguishing.join(", ")})`;
}

/** Whose word a move is: `routed price`, `maker’s list, copied by models.dev`, `seller’s own`; and `, in doubt` where something speaks against it. */
export const originText = (move: PriceMove, names: ChangeNames): string =>
  `${voiceText(move, names)}${names.isDoubted(move) ? ", in doubt" : ""}`;

function voiceText(move: PriceMove, names: ChangeNames): string {
  const { origin, source, platform, model } = move;
  if (origin === "routed") return "routed price";
  const isList = names.isList(platform, model);
  const [currency, copied] = [names.billedIn(move), `${isList ? "maker’s list, " : ""}copied by ${source}`];
  const voice = origin === "copy" ? copied : isList ? "maker’s list" : "seller’s own";
  return currency === null ? voice : `${voice}, billed in ${currency}`;
}

function meterText({ old, now, bps }: MeterMove): MeterText {
  return {
    turn: `${formatMeter(old, undefined)} → ${formatMeter(now, undefined)}`,
    delta: bps === null ? "–" : formatDelta(bps),
    side: now < old ? "under" : "over",
  };
}

function modelLink(id: string, names: ChangeNames): ModelLink {
  const name = names.model(id);
  return name === null ? { name: id, path: null } : { name, path: paths.model(id) };
}

const modelDayLine = ({ model, day }: ModelDay, names: ChangeNames): ModelDayLine => ({
  ...modelLink(model, names),
  day: formatDay(day),
});

/** Only moves of input or output: a cache price alone is a small part of a bill. */
function biggestLines(moves: readonly PriceMove[], days: number, names: ChangeNames): Omit<BiggestLines, "says"> {
  const main = moves.filter(({ meters }) => meters.some(({ meter }) => meter === "input" || meter === "output"));
  const lines = (side: "cut" | "rise") => biggestMoves(main, side, BIGGEST).map((move) => moveLine(move, names));
  return { days, cuts: lines("cut"), rises: lines("rise") };
}
