import { type Change, compareChanges } from "../../../../src/domain/history/change.ts";
import { figuresOf } from "../../../../src/domain/history/ledger.ts";
import { compareText } from "../../../../src/domain/money/compare-text.ts";
import { addDays } from "../../../../src/domain/money/days.ts";
import type { MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import type { ListPrice } from "../../../../src/domain/offer/list-price.ts";
import type { Offer } from "../../../../src/domain/offer/offer.ts";
import { offerId } from "../../../../src/domain/offer/offer-id.ts";
import { matcher } from "../../../night/match/match.ts";
import type { History } from "../../../night/pipeline/history-files.ts";
import { listPriceReading } from "../../../night/sources/list-prices.ts";
import { modelsDev } from "../../../night/sources/models-dev/models-dev.ts";
import { piAi } from "../../../night/sources/pi-ai/pi-ai.ts";
import { type CardTables, type DatedCards, datedCards } from "./dated-cards.ts";
import { type AlsoKnown, gapChanges } from "./gap-changes.ts";
import { catalogueSteps, listSteps } from "./gap-steps.ts";

export interface GapInput {
  /** Where the recordings lie. */
  readonly from: string;
  readonly history: History;
  readonly offers: readonly Offer[];
  readonly tables: CardTables;
}

/** How far before the first night a price list's own dates are taken up: what nights have written since is beside them. */
const LIST_DAYS = 30;

/**
 * History with the days between its first night and its newest one filled in: lines are only added. The catalogues say what changed between two
 * of their readings, the price lists on which day; what is known of the day itself is left to the night.
 */
export async function fillGap({ from, history, offers, tables }: GapInput): Promise<History> {
  const { historyJoin, changes } = history;
  const lastNight = changes.at(-1)?.day;
  if (historyJoin === null || lastNight === undefined) return history;
  const sources = [piAi(tables.curated), modelsDev(tables.curated)];
  const readings = await Promise.all(
    sources.map((source) => datedCards(from, source, addDays(historyJoin.firstNight, 1), tables)),
  );
  const listFrom = addDays(historyJoin.firstNight, -LIST_DAYS);
  const steps = [
    ...readings.flatMap((each) => catalogueSteps(each)).filter(({ day }) => day > historyJoin.firstNight),
    ...listSteps(tables.curated.listPrices, offerIds(tables)).filter(({ day }) => day > listFrom),
  ].filter(({ day }) => day <= lastNight);
  const added = gapChanges(changes, steps, { today: standingNow(offers), lastSeen: lastSeenIn(readings.flat()) });
  const lateNight = historyJoin.lateNight ?? { day: lastNight, notBefore: historyJoin.firstNight };
  return { historyJoin: { ...historyJoin, lateNight }, changes: inOrder([...changes, ...added]) };
}

/** Sorted is stable: of two lines of one figure on one day the one that was there before stays first. */
const inOrder = (changes: readonly Change[]): readonly Change[] => changes.toSorted(compareChanges);

function offerIds({ curated, models }: CardTables): (row: ListPrice) => string | null {
  const match = matcher({ models, aliases: curated.aliases, neverJoin: curated.neverJoin });
  return (row) => {
    const reading = listPriceReading(row);
    const ownMatch = match.reading(reading);
    return ownMatch.kind === "known" ? offerId(ownMatch.modelId, reading.key) : null;
  };
}

/** The last of the readings before a day that had a figure at a price. */
function lastSeenIn(readings: readonly DatedCards[]): AlsoKnown["lastSeen"] {
  const newestFirst = readings.toSorted((a, b) => compareText(b.day, a.day));
  return (id, key, micro, before) =>
    newestFirst.find(({ day, cards }) => day < before && cards.get(id)?.get(key)?.micro === micro)?.day ?? null;
}

/** What each figure costs today: offer id → figure key → price. */
function standingNow(offers: readonly Offer[]): (id: string, key: string) => MicroUsdPerMTok | null {
  const figures = new Map(offers.map((offer) => [offer.id, figuresOf(offer)]));
  return (id, key) => figures.get(id)?.get(key)?.micro ?? null;
}
