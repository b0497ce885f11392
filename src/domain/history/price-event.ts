import { compareText } from "../money/compare-text.ts";
import type { MicroUsdPerMTok } from "../money/money.ts";
import type { GoneOffer } from "../offer/gone-offer.ts";
import type { Change } from "./change.ts";
import { figureKey, revertedMove } from "./ledger.ts";

/** One thing that happened to one figure: a line of history, or the lines of a price that came back. */
export interface PriceEvent extends Change {
  /** The day it ended: for `transient` the day the price was back, else its own day. */
  readonly until: string;
  /** What a `transient` showed in between, null = no price; else empty. */
  readonly between: readonly (MicroUsdPerMTok | null)[];
  /** The last figure known before it, across any time without one. */
  readonly lastKnown: MicroUsdPerMTok | null;
}

/**
 * Lines of history → events: a price that is back within three days is one event, at the price it had before and after.
 * `z-ai/glm-5.2` 0.76 → 0.252 (08-08) → 0.07 (08-09) → 0.76 (08-10) is one `transient` of 08-08 until 08-10, between 0.252 and 0.07.
 */
export function foldTransients(changes: readonly Change[]): readonly PriceEvent[] {
  const chains = Map.groupBy(changes, ({ offerId, meter, condition }) => `${offerId} ${figureKey(meter, condition)}`);
  return [...chains.values()].flatMap((chain) => foldChain(withoutTakenBack(withoutLastMoves(chain)))).toSorted(compareEvents);
}

/** A price that really moved: from one figure to another, no false kind, even if the offer was gone in between. */
export function isPriceChange({ note, new: now, lastKnown }: PriceEvent): boolean {
  return (note === null || note === "returned") && now !== null && lastKnown !== null && now !== lastKnown;
}

/**
 * Events without the price changes of offers that were gone by then: a source that is late may go on moving the price of what nobody sells.
 * Crof closed on 15 September; what models.dev copied on 30 September is no change.
 */
export function withoutGonePrices(
  events: readonly PriceEvent[],
  gone: readonly Pick<GoneOffer, "id" | "goneOn">[],
): readonly PriceEvent[] {
  const goneOn = new Map(gone.map((each) => [each.id, each.goneOn]));
  return events.filter((event) => !isPriceChange(event) || event.day < (goneOn.get(event.offerId) ?? "9999"));
}

/** A figure that moves on the day it vanishes only vanishes, from what it was the day before: nobody could pay it in between. */
function withoutLastMoves(chain: readonly Change[]): readonly Change[] {
  if (chain.every(({ note }) => note !== "vanished")) return chain;
  return chain.flatMap((change, index) => {
    const isUndone = chain.slice(index + 1).some(({ day, note }) => day === change.day && note === "vanished");
    if (isUndone) return [];
    const first = chain.find(({ day }) => day === change.day);
    return [change.note === "vanished" && first !== undefined ? { ...change, old: first.old } : change];
  });
}

/**
 * What another source holds against a move on the same day, at the price of before, did not move: LiteLLM's 1.25 → 2 of Grok 4.20 at Vertex,
 * which models.dev has at 1.25 as before.
 */
function withoutTakenBack(chain: readonly Change[]): readonly Change[] {
  const isTakenBack = (index: number): boolean => {
    const [move, back] = [chain[index], chain[index + 1]];
    if (back?.note !== "otherSource" || move === undefined || move.day !== back.day) return false;
    return chain.slice(0, index).findLast((change) => change.new !== null)?.new === back.new;
  };
  return chain.filter((_, index) => !isTakenBack(index) && !isTakenBack(index - 1));
}

function foldChain(chain: readonly Change[]): readonly PriceEvent[] {
  const done: PriceEvent[] = [];
  const open: PriceEvent[] = [];
  let lastKnown: MicroUsdPerMTok | null = null;
  for (const change of chain) {
    if (change.note === "repointed") done.push(...open.splice(0));
    const undone = change.note === "transient" ? revertedMove(open, change.new, change.day) : -1;
    const dip = undone === -1 ? [] : open.splice(undone);
    const [first] = dip;
    if (first === undefined) {
      open.push({ ...change, until: change.day, between: [], lastKnown });
    } else {
      done.push({ ...first, new: change.new, note: "transient", until: change.day, between: dip.map((event) => event.new) });
    }
    lastKnown = change.new ?? lastKnown;
  }
  return [...done, ...open];
}

function compareEvents(a: PriceEvent, b: PriceEvent): number {
  return (
    compareText(a.day, b.day) ||
    compareText(a.offerId, b.offerId) ||
    compareText(a.condition ?? "", b.condition ?? "") ||
    compareText(a.meter, b.meter) ||
    compareText(a.until, b.until)
  );
}
