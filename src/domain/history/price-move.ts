import { compareText } from "../money/compare-text.ts";
import { addDays } from "../money/days.ts";
import type { MicroUsdPerMTok } from "../money/money.ts";
import { METERS, type Meter } from "../offer/meter.ts";
import { deltaBps } from "../reference/delta.ts";
import { isCatalogue, type SourceId, sourceFacts } from "../source/sources.ts";
import { isPriceChange, type PriceEvent } from "./price-event.ts";

/**
 * Who says that a price moved. `seller`: the seller's own page or list. `routed`: what OpenRouter charges when it chooses the host, which
 * moves with the hosts. `copy`: a second-hand list, which may be late or correct a mistake of its own.
 */
export type MoveOrigin = "seller" | "routed" | "copy";

/** One card of one offer that really moved on one day: all its meters together. */
export interface PriceMove {
  readonly day: string;
  /** The day of the reading before, where days lie between; absent = it moved on `day`. */
  readonly notBefore?: string | undefined;
  readonly model: string;
  readonly offerId: string;
  readonly platform: string;
  readonly host: string | null;
  readonly condition: string | null;
  readonly source: SourceId;
  readonly origin: MoveOrigin;
  /** In the order of `METERS`. */
  readonly meters: readonly MeterMove[];
  /** The first meter with a share: input before output before the rest; null = from free. */
  readonly bps: number | null;
}

export interface MeterMove {
  readonly meter: Meter;
  readonly old: MicroUsdPerMTok;
  readonly now: MicroUsdPerMTok;
  readonly bps: number | null;
}

/**
 * Events → moves, newest day first, then by offer and condition. False kinds are left out; a card that moves twice on one day is one move
 * from its first price to its last. GLM-5.2 at DigitalOcean, input 1.4 → 0.63 and output 4.4 → 1.98 on one day, is one move of −5500.
 */
export function priceMoves(events: readonly PriceEvent[]): readonly PriceMove[] {
  const cards = Map.groupBy(events.filter(isPriceChange), cardKey);
  return [...cards.values()].flatMap(moveOf).toSorted(compareMoves);
}

/** Days that the page of changes lists in full; the JSON has 90. */
export const LISTED_DAYS = 30;

/**
 * The moves of the last so many days, the day of the data included. `readOn`: source id → the day it was last read. A night may tell on
 * 20 November what a source showed that was last read on 30 September: such a move is not one of the last seven days.
 */
export function movesWithin(
  moves: readonly PriceMove[],
  asOf: string,
  days: number,
  readOn: ReadonlyMap<string, string> = new Map(),
): readonly PriceMove[] {
  const from = addDays(asOf, 1 - days);
  return moves.filter(({ day, source }) => day >= from && day <= asOf && (readOn.get(source) ?? day) >= from);
}

/** The greatest moves to one side, greatest first: one per model, its own greatest, so that many sellers of one model are one line. */
export function biggestMoves(moves: readonly PriceMove[], side: "cut" | "rise", count: number): readonly PriceMove[] {
  const sign = side === "cut" ? -1 : 1;
  const size = ({ bps }: PriceMove) => (bps ?? 0) * sign;
  const sorted = moves.filter((move) => size(move) > 0).toSorted((a, b) => size(b) - size(a) || compareMoves(a, b));
  const seen = new Set<string>();
  const first = sorted.filter(({ model }) => !seen.has(model) && seen.add(model));
  return first.slice(0, count);
}

const cardKey = ({ day, offerId, condition }: PriceEvent): string => `${day} ${offerId} ${condition ?? ""}`;

function moveOf(events: readonly PriceEvent[]): readonly PriceMove[] {
  const meters = METERS.flatMap((meter) =>
    meterMove(
      meter,
      events.filter((event) => event.meter === meter),
    ),
  );
  const [first] = events;
  if (first === undefined || meters.length === 0) return [];
  const { day, notBefore, model, offerId, platform, host, condition, source } = first;
  const bps = meters.find((each) => each.bps !== null)?.bps ?? null;
  return [{ day, notBefore, model, offerId, platform, host, condition, source, origin: voiceOf(source), meters, bps }];
}

function meterMove(meter: Meter, events: readonly PriceEvent[]): readonly MeterMove[] {
  const old = events[0]?.lastKnown ?? null;
  const now = events.at(-1)?.new ?? null;
  return old === null || now === null || old === now ? [] : [{ meter, old, now, bps: deltaBps(now, old) }];
}

function voiceOf(source: SourceId): MoveOrigin {
  if (sourceFacts(source).isRouted) return "routed";
  return isCatalogue(source) ? "copy" : "seller";
}

function compareMoves(a: PriceMove, b: PriceMove): number {
  return compareText(b.day, a.day) || compareText(a.offerId, b.offerId) || compareText(a.condition ?? "", b.condition ?? "");
}
