import { daysBetween } from "../money/days.ts";
import type { MicroUsdPerMTok } from "../money/money.ts";
import { conditionKey } from "../offer/condition.ts";
import { METERS, type Meter } from "../offer/meter.ts";
import type { Offer } from "../offer/offer.ts";
import type { SourceRef } from "../source/source-ref.ts";
import type { SourceId } from "../source/sources.ts";
import type { Change } from "./change.ts";

/** A price that is back within so many days never moved: one event, marked `transient`. */
export const TRANSIENT_DAYS = 3;

/** A move that a return to its old price would undo. */
export interface RevertibleMove {
  readonly day: string;
  readonly old: MicroUsdPerMTok | null;
}

/** One figure of one offer, as history knows it. */
export interface Figure {
  readonly meter: Meter;
  /** `conditionKey` of its card, null = the base card. */
  readonly condition: string | null;
  /** Null = it had a figure once, now it has none. */
  readonly micro: MicroUsdPerMTok | null;
  /** The source of its last line. */
  readonly source: SourceId;
  /** The moves of the last days before its last line, oldest first. */
  readonly revertibleMoves: readonly RevertibleMove[];
}

/** Every figure an offer has or had, by `figureKey`. */
export type Figures = ReadonlyMap<string, Figure>;

/** What is valid after some lines of history: every offer ever seen, by id. */
export type Ledger = ReadonlyMap<string, Figures>;

/** The fields of an offer that history looks at. */
export type PricedOffer = Pick<Offer, "id" | "prices" | "conditions" | "unitPrices" | "source" | "meterSources" | "changedAt">;

/** A name for one figure of an offer: `"input"`, `"output prompt>272000"`. */
export const figureKey = (meter: Meter, condition: string | null): string =>
  condition === null ? meter : `${meter} ${condition}`;

/** Where an offer's figure was read: a cached input of another source's than its row → that source, where it was read last. */
export function figureSource(offer: PricedOffer, meter: Meter, condition: string | null): SourceRef {
  if (condition === null) return offer.meterSources[meter] ?? offer.source;
  return offer.conditions.find((each) => conditionKey(each) === condition)?.source ?? offer.source;
}

/** The figures an offer shows today, those without a price left out. */
export function figuresOf(offer: PricedOffer): Figures {
  const cards = [
    { condition: null, prices: offer.prices },
    ...offer.conditions.map((condition) => ({ condition: conditionKey(condition), prices: condition.prices })),
  ];
  const figures = cards.flatMap(({ condition, prices }) =>
    METERS.flatMap((meter): readonly Figure[] => {
      const micro = prices[meter];
      if (micro === undefined) return [];
      return [{ meter, condition, micro, source: figureSource(offer, meter, condition).id, revertibleMoves: [] }];
    }),
  );
  return new Map(figures.map((figure) => [figureKey(figure.meter, figure.condition), figure]));
}

/** What is valid if these are the offers of the day, and nothing is known of the days before. */
export function ledgerOf(offers: readonly PricedOffer[]): Ledger {
  return new Map(offers.map((offer) => [offer.id, figuresOf(offer)] as const).filter(([, figures]) => figures.size > 0));
}

/** What is valid at the end of a day (of all days, without one): every line up to it, oldest first. */
export function replay(changes: readonly Change[], day: string | null = null): Ledger {
  const ledger: WritableLedger = new Map();
  for (const change of changes) if (day === null || change.day <= day) recordChange(ledger, change);
  return ledger;
}

export type WritableLedger = Map<string, Map<string, Figure>>;

/** Adds one line to what is valid. */
export function recordChange(ledger: WritableLedger, change: Change): void {
  const figures = ledger.get(change.offerId) ?? new Map<string, Figure>();
  const key = figureKey(change.meter, change.condition);
  const { meter, condition, source } = change;
  figures.set(key, {
    meter,
    condition,
    micro: change.new,
    source,
    revertibleMoves: revertibleAfter(figures.get(key)?.revertibleMoves ?? [], change),
  });
  ledger.set(change.offerId, figures);
}

/** The place of the move that a return to `price` on `day` undoes, with all after it; -1 = it undoes none. */
export function revertedMove(moves: readonly RevertibleMove[], price: MicroUsdPerMTok | null, day: string): number {
  if (price === null) return -1;
  return moves.findIndex((move) => move.old === price && daysBetween(move.day, day) <= TRANSIENT_DAYS);
}

function revertibleAfter(moves: readonly RevertibleMove[], { day, old, new: now, note }: Change): readonly RevertibleMove[] {
  if (note === "repointed") return [];
  const undone = note === "transient" ? revertedMove(moves, now, day) : -1;
  if (undone !== -1) return moves.slice(0, undone);
  const recent = moves.filter((move) => daysBetween(move.day, day) <= TRANSIENT_DAYS);
  return old === null ? recent : [...recent, { day, old }];
}
