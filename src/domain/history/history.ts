import { daysBetween } from "../money/days.ts";
import type { MicroUsdPerMTok } from "../money/money.ts";
import { readOfferId } from "../offer/offer-id.ts";
import type { SourceRef } from "../source/source-ref.ts";
import { type SourceId, sourceFacts } from "../source/sources.ts";
import { type Change, compareChanges } from "./change.ts";
import { changeNoteOf, type FigureMove, markRenumbered } from "./change-note.ts";
import { type Figure, type Figures, figureSource, figuresOf, type Ledger, type PricedOffer } from "./ledger.ts";

/** What else is known about the way from one state to the next. */
export interface StepContext {
  readonly day: string;
  /** Offers whose upstream id means another model since. */
  readonly repointed: ReadonlySet<string>;
  /** Offers whose figures the source says it corrected. */
  readonly mended: ReadonlySet<string>;
  /** The day of the night before, where days lie between; absent = the night before was yesterday's. */
  readonly notBefore?: string | undefined;
}

const NONE: ReadonlySet<string> = new Set();

const onDay = (day: string): StepContext => ({ day, repointed: NONE, mended: NONE });

/**
 * The lines that lead from what history says stands to today's offers: one per figure that differs, for a new offer one per figure it has,
 * for a vanished one one per figure it had. `before` are the offers as they were, where they are at hand: rules look at them.
 */
export function changesSince(
  ledger: Ledger,
  before: readonly PricedOffer[],
  after: readonly PricedOffer[],
  between: StepContext,
): readonly Change[] {
  const previous = new Map(before.map((offer) => [offer.id, offer]));
  const listed = new Set(after.map(({ id }) => id));
  const gone = [...ledger.keys()].filter((id) => !listed.has(id));
  const lines = (id: string, offer: PricedOffer | null) =>
    changesOfOffer({ id, known: ledger.get(id) ?? null, before: previous.get(id) ?? null, after: offer, between });
  return inFileOrder([...after.flatMap((offer) => lines(offer.id, offer)), ...gone.flatMap((id) => lines(id, null))]);
}

/** The lines that lead from one ledger to another, where no offers are at hand. */
export function changesOfLedger(from: Ledger, to: Ledger, day: string): readonly Change[] {
  const ids = [...new Set([...from.keys(), ...to.keys()])];
  return inFileOrder(
    ids.flatMap((id) => {
      const now = new Map([...(to.get(id) ?? [])].filter(([, { micro }]) => micro !== null));
      const step = { id, known: from.get(id) ?? null, before: null, after: null, between: onDay(day) };
      return changesOfFigures(step, now.size === 0 ? null : now);
    }),
  );
}

/** One offer on its way: what history knows of it, how it was, how it is (null = gone). */
export interface OfferStep {
  readonly id: string;
  readonly known: Figures | null;
  readonly before: PricedOffer | null;
  readonly after: PricedOffer | null;
  readonly between: StepContext;
}

/** The lines of one offer, unsorted. */
export function changesOfOffer(step: OfferStep): readonly Change[] {
  return changesOfFigures(step, step.after === null ? null : figuresOf(step.after));
}

/** The lines of a day in the order of the files. */
export const inFileOrder = (changes: readonly Change[]): readonly Change[] => markRenumbered(changes).toSorted(compareChanges);

function changesOfFigures(step: OfferStep, now: Figures | null): readonly Change[] {
  const { id, known, before, after, between } = step;
  const then = before === null ? null : figuresOf(before);
  const repointed = between.repointed.has(id) && known !== null;
  const about = { day: between.day, known, now, before, after, repointed, mended: between.mended.has(id) };
  const keys = [...new Set([...(now?.keys() ?? []), ...(known?.keys() ?? [])])];
  return keys.flatMap((key) => {
    const [old, figure] = [known?.get(key), now?.get(key)];
    const shown = figure ?? old;
    const isSame = priceOf(old) === priceOf(figure) && !(repointed && figure !== undefined);
    if (shown === undefined || isSame) return [];
    const spoke = sourceOf(then?.get(key), old) ?? shown.source;
    const speaks = figure?.source ?? after?.source.id ?? shown.source;
    const { meter, condition } = shown;
    const line = lineOf(id, { ...about, meter, condition, old: priceOf(old), new: priceOf(figure), sources: [spoke, speaks] });
    const notBefore = lastSeenOn(step, readBefore(before, then?.get(key), shown));
    return [notBefore === undefined ? line : { ...line, notBefore }];
  });
}

/** Where the old figure was read; for a figure that is new, where its source read the offer before, or null = that source is new here too. */
function readBefore(before: PricedOffer | null, then: Figure | undefined, shown: Figure): SourceRef | null {
  if (before === null) return null;
  const { meter, condition, source } = then ?? shown;
  const lastSource = figureSource(before, meter, condition);
  return then !== undefined || lastSource.id === source ? lastSource : null;
}

/**
 * The last day on which somebody saw the old figure, where days lie between: the night before, or the last reading of a source that was silent
 * since. What a person wrote down is dated by its row. Read on 2026-11-17, other on 2026-11-20 → `2026-11-17`; read the day before → undefined.
 */
function lastSeenOn({ between: { day, notBefore } }: OfferStep, source: SourceRef | null): string | undefined {
  if (source === null || sourceFacts(source.id).copies === "transcribed") return notBefore;
  const readOn = source.readAt.slice(0, 10);
  if (daysBetween(readOn, day) <= 1) return notBefore;
  return notBefore === undefined || readOn < notBefore ? readOn : notBefore;
}

const priceOf = (figure: Figure | undefined): MicroUsdPerMTok | null => figure?.micro ?? null;

/** The offer as it was knows better than history who spoke: a source may change without a line. */
const sourceOf = (then: Figure | undefined, old: Figure | undefined): SourceId | undefined =>
  then !== undefined && then.micro === old?.micro ? then.source : old?.source;

function lineOf(offerId: string, move: FigureMove): Change {
  const { model, platform, host, region, tier } = readOfferId(offerId);
  const { day, meter, condition, old, new: now, sources } = move;
  return {
    day,
    model,
    offerId,
    platform,
    host,
    region,
    tier,
    meter,
    condition,
    old,
    new: now,
    note: changeNoteOf(move),
    source: sources[1],
  };
}
