import type { MicroUsdPerMTok } from "../money/money.ts";
import type { Meter } from "../offer/meter.ts";
import type { SourceId } from "../source/sources.ts";
import type { Change, ChangeNote } from "./change.ts";
import { type Figure, type Figures, figureKey, type PricedOffer, revertedMove } from "./ledger.ts";

/** One figure that differs between two states of an offer, with everything a rule may look at. */
export interface FigureMove {
  readonly day: string;
  readonly meter: Meter;
  readonly condition: string | null;
  readonly old: MicroUsdPerMTok | null;
  readonly new: MicroUsdPerMTok | null;
  /** The source of the old figure and of the new one. */
  readonly sources: readonly [SourceId, SourceId];
  /** What history knows of the offer; null = it was never seen. */
  readonly known: Figures | null;
  /** What it shows now; null = it is gone. */
  readonly now: Figures | null;
  /** The offer as it was and as it is, where they are at hand. */
  readonly before: PricedOffer | null;
  readonly after: PricedOffer | null;
  /** The upstream id means another model since. */
  readonly repointed: boolean;
  /** The source says that it corrected its copy. */
  readonly mended: boolean;
}

type Rule = (move: FigureMove) => boolean;

/** Each false kind of change has one rule; the first that holds names the line. */
const RULES: readonly (readonly [ChangeNote, Rule])[] = [
  ["repointed", ({ repointed }) => repointed],
  ["vanished", ({ now }) => now === null],
  ["transient", isReturn],
  ["noPrice", isUnpricedNow],
  ["unitChange", isOtherUnit],
  ["correction", isCorrection],
  ["otherSource", isOtherSource],
  ["returned", wasGone],
  ["clock", isClock],
];

/** Which kind of line a move makes, null = a plain one. */
export function changeNoteOf(move: FigureMove): ChangeNote | null {
  if (move.known === null) return null;
  return RULES.find(([, holds]) => holds(move))?.[0] ?? null;
}

/** The price is back where it was up to three days ago: `z-ai/glm-5.2` 0.76 → 0.252 → 0.07 → 0.76 within two days. */
export function isReturn(move: FigureMove): boolean {
  return revertedMove(figureOf(move)?.revertibleMoves ?? [], move.new, move.day) !== -1;
}

/** Listed at zero without being free, so at no known price: `qwen/qwen3-vl-30b-a3b-thinking` for 27 days. */
export function isUnpricedNow({ new: price, now }: FigureMove): boolean {
  return price === null && now !== null && !now.has("input") && !now.has("output");
}

/** Seen before, gone, back: `nousresearch/hermes-3-llama-3.1-405b:free` again and again. */
export function wasGone(move: FigureMove): boolean {
  return move.old === null && figureOf(move) !== null;
}

/**
 * A UTC window came or went, or the base card took over the price of a window that came or went with it: the same card, read at another
 * hour. `deepseek/deepseek-v4-flash-vision-exp`: 0.44 inside its windows, 0.22 outside, and at 17:20Z no windows at all.
 */
export function isClock(move: FigureMove): boolean {
  if (move.condition !== null) return move.condition.startsWith(WINDOW) && (move.old === null || move.new === null);
  const before = windowPrices(move.known, move.meter);
  const now = windowPrices(move.now, move.meter);
  const same = before.size === now.size && [...before.keys()].every((key) => now.has(key));
  return !same && (has(before, move.new) || has(now, move.old));
}

/** A price counted per image became one per token, or a copy per token or per thousand became one per million. */
export function isOtherUnit(move: FigureMove): boolean {
  const perImage = move.meter === "image" && move.before?.unitPrices["image"] !== undefined;
  return (perImage && move.old === null) || UNIT_FACTORS.some((factor) => wholeCardMovedBy(move, factor));
}

/**
 * Somebody's copy was wrong: the source says so, the decimal point slipped on the whole card (ERNIE 1.4/5.6 → 0.14/0.56), or a figure had
 * been rounded to the cent beside an unmoved card (GPT-5 cache read 0.13 → 0.125).
 */
export function isCorrection(move: FigureMove): boolean {
  if (!isSecondHand(move) || move.old === null) return false;
  return move.mended || SLIPS.some((factor) => wholeCardMovedBy(move, factor)) || wasRounded(move);
}

/** Another source speaks since, and it did not itself move at this reading. */
export function isOtherSource(move: FigureMove): boolean {
  const { after } = move;
  const [before, now] = move.sources;
  if (figureOf(move) === null || before === now) return false;
  const moved = after !== null && after.source.id === now && after.changedAt === after.source.readAt;
  return !moved;
}

/**
 * Offers with one key are numbered by price (`#2`), so a more expensive or cheaper one more moves the others up or down. Lines of one family that
 * only hand a price on are `renumbered`.
 */
export function markRenumbered(changes: readonly Change[]): readonly Change[] {
  const families = Map.groupBy(changes, ({ offerId, meter, condition }) => `${familyOf(offerId)} ${figureKey(meter, condition)}`);
  return changes.map((change) => {
    const family = families.get(`${familyOf(change.offerId)} ${figureKey(change.meter, change.condition)}`) ?? [];
    return family.some((other) => handsOn(change, other)) ? { ...change, note: "renumbered" } : change;
  });
}

const WINDOW = "utc ";
const UNIT_FACTORS = [1_000, 1_000_000];
const SLIPS = [10, 100];
const CENT = 10_000;

const figureOf = ({ known, meter, condition }: FigureMove): Figure | null => known?.get(figureKey(meter, condition)) ?? null;

const isSecondHand = ({ after }: FigureMove): boolean => after?.source.hand === "second";

function windowPrices(figures: Figures | null, meter: Meter): ReadonlyMap<string, MicroUsdPerMTok | null> {
  const windows = [...(figures?.values() ?? [])].filter((each) => each.meter === meter && each.condition?.startsWith(WINDOW));
  return new Map(windows.filter(({ micro }) => micro !== null).map(({ condition, micro }) => [condition ?? "", micro]));
}

const has = (prices: ReadonlyMap<string, MicroUsdPerMTok | null>, price: MicroUsdPerMTok | null): boolean =>
  price !== null && [...prices.values()].includes(price);

/** This figure, and input and output beside it, moved by the same factor, up or down. Only copies are judged by that. */
function wholeCardMovedBy(move: FigureMove, factor: number): boolean {
  if (!isSecondHand(move)) return false;
  const pairs = [
    [move.old, move.new],
    ...(["input", "output"] as const).map((meter) => [priceIn(move.known, meter), priceIn(move.now, meter)] as const),
  ] as const;
  return pairs.every(([old, now]) => isFactor(old, now, factor)) || pairs.every(([old, now]) => isFactor(now, old, factor));
}

function wasRounded({ old, new: price, known, now }: FigureMove): boolean {
  const isCardSame = (["input", "output"] as const).every((meter) => priceIn(known, meter) === priceIn(now, meter));
  if (!isCardSame || old === null || price === null) return false;
  return old % CENT === 0 && price % CENT !== 0 && Math.abs(old - price) * 2 <= CENT;
}

const priceIn = (figures: Figures | null, key: string): MicroUsdPerMTok | null => figures?.get(key)?.micro ?? null;

const isFactor = (low: number | null, high: number | null, factor: number): boolean =>
  low !== null && high !== null && low > 0 && low * factor === high;

const familyOf = (offerId: string): string => offerId.replace(/(;variant=)?#\d+$/, "");

function handsOn(change: Change, other: Change): boolean {
  if (other.offerId === change.offerId || change.note === "repointed") return false;
  return (change.new !== null && other.old === change.new) || (change.old !== null && other.new === change.old);
}
