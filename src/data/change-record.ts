import type { Change } from "../domain/history/change.ts";
import { foldTransients, type PriceEvent, withoutGonePrices } from "../domain/history/price-event.ts";
import { LISTED_DAYS, movesWithin, type PriceMove, priceMoves } from "../domain/history/price-move.ts";
import { type ModelDay, modelArrivals, modelDepartures, withoutMoved } from "../domain/model/model-arrival.ts";
import { addDays } from "../domain/money/days.ts";
import { isListSeller } from "../domain/offer/list-seller.ts";
import type { NamesById } from "../domain/offer/seller-names.ts";
import { billedIn, gone, modelById, movedModels, names, offersOf, quotedCurrencies, run, sellers } from "./catalog.ts";
import { history } from "./history.ts";

/** What pages and feeds call models and sellers. */
export const changeNames: ChangeNames = {
  ...names,
  model: (id) => modelById.get(id)?.name ?? null,
  isList: (platform, model) => isListSeller(sellers, platform, model),
  billedIn,
  isDoubted: ({ model, offerId, condition, meters }) =>
    offersOf(model).some(
      ({ id, doubts, prices }) =>
        id === offerId && condition === null && doubts.length > 0 && meters.every(({ meter, now }) => prices[meter] === now),
    ),
};

/** The longest window that the page of changes looks back over. */
const RECENT_DAYS = 90;

let changed: ReadonlySet<string> | null = null;

/** The platforms that the page of changes lists a price of. */
export function changedPlatforms(): ReadonlySet<string> {
  const { moves, asOf } = changeRecord();
  changed ??= new Set(movesWithin(moves, asOf, LISTED_DAYS).map(({ platform }) => platform));
  return changed;
}

let record: WatchedRecord | null = null;

/** What the history holds that pages of changes and feeds tell, worked out once a build. */
export function changeRecord(): WatchedRecord {
  record ??= readRecord();
  return record;
}

function readRecord(): WatchedRecord {
  const { allChanges } = history();
  const events = withoutGonePrices(foldTransients(allChanges), gone);
  const from = addDays(run.asOf, -RECENT_DAYS);
  const moves = priceMoves(events);
  const moved = new Set(movesWithin(moves, run.asOf, RECENT_DAYS).map(({ platform }) => platform));
  return {
    moves,
    inOtherCurrencies: quotedCurrencies
      .filter(({ platform, currency }) => currency !== null && moved.has(platform))
      .map(({ platform }) => platform),
    arrivals: withoutMoved(modelArrivals(allChanges), movedModels),
    departures: withoutMoved(modelDepartures(allChanges, isListed), movedModels),
    recent: events.filter(({ day }) => day > from),
    readSince: firstDays(allChanges),
    asOf: run.asOf,
  };
}

const isListed = (model: string): boolean => offersOf(model).some(({ status }) => status !== "retired");

/** The first day of each source's lines, which are oldest first. */
function firstDays(changes: readonly Change[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { source, day } of changes) if (!first.has(source)) first.set(source, day);
  return first;
}

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

/** The same with what says how much of it could be seen. */
export interface WatchedRecord extends ChangeRecord {
  /** The first day of each source in the history, by its id: before it nothing that it says is known. */
  readonly readSince: ReadonlyMap<string, string>;
  /** Platforms among the moves that bill in another currency: what history has of them is a catalogue's dollars. */
  readonly inOtherCurrencies: readonly string[];
}

export interface ChangeNames extends NamesById {
  /** Null = no page: the model is known by old readings only. */
  model(id: string): string | null;
  /** Whether a platform's own price of a model is the maker's list price. */
  isList(platform: string, model: string): boolean;
  /** What a platform bills in, where that is no dollar and the figure is dollars as its source wrote them. */
  billedIn(move: Pick<PriceMove, "platform" | "source">): string | null;
  /** Whether the price it moved to still stands, and something speaks against it. */
  isDoubted(move: Pick<PriceMove, "model" | "offerId" | "condition" | "meters">): boolean;
}
