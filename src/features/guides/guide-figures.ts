import { models, offers, offersOf, rankedOf, sellers, sheetOf } from "../../data/catalog.ts";
import type { Workload, WorkloadPreset } from "../../domain/cost/workload.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import { isListSeller } from "../../domain/offer/list-seller.ts";
import { isListToday } from "../../domain/platform/list-difference.ts";
import { cheapestOf, DEFAULT_RANK_OPTIONS, type RankedOffer, rankOffers } from "../../domain/ranking/cheapest.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import type { Evidence } from "../../domain/source/evidence-class.ts";

/** The figures that guides print, each from the data of the day. */

/** As many platforms as make an example. */
const LEAST_PLATFORMS = 5;

/** The most used model whose list price its maker states and that enough platforms sell at a confirmed price; null = there is none today. */
export const exampleSheet = (fits: (sheet: ModelSheet) => boolean = () => true): ModelSheet | null =>
  models
    .toSorted(compareByUse)
    .map(({ id }) => sheetOf(id))
    .find((sheet) => isListToday(sheet) && platformsOf(sheet).length >= LEAST_PLATFORMS && fits(sheet)) ?? null;

/** Its list price charges for writing to the cache and less for reading from it, and its batches may count and make the workload cheaper. */
export function hasCacheAndBatch(sheet: ModelSheet, workload: Workload): boolean {
  const { input, cacheRead, cacheWrite5m } = listRow(sheet)?.offer.prices ?? {};
  if (input === undefined || cacheRead === undefined || cacheWrite5m === undefined || cacheWrite5m <= input) return false;
  const [atOnce, inBatches] = [0, 1].map((batchShare) =>
    listMonthUsd(sheet, { ...workload, cachedShare: 0, cacheWriteShare: 0, batchShare }),
  );
  return atOnce != null && inBatches != null && inBatches < atOnce;
}

/** A platform's cheapest row that may win, cheapest first. */
export function platformsOf({ rows }: ModelSheet): readonly RankedOffer[] {
  const eligible = rows.filter(({ ineligible, landed }) => ineligible === null && landed !== null);
  return [...Map.groupBy(eligible, ({ offer }) => offer.platform).values()].flatMap(([first]) => first ?? []);
}

/** The row of the list price itself. */
export const listRow = ({ rows, reference }: ModelSheet): RankedOffer | null =>
  reference?.kind === "list" ? (rows.find(({ offer }) => offer.id === reference.offer.id) ?? null) : null;

/** What a month of a changed workload costs at the offer of the list price, in dollars; null = it has no price. */
export function listMonthUsd({ model, reference }: ModelSheet, workload: Workload): number | null {
  const rows = rankOffers(offersOf(model.id), workload, sellers, DEFAULT_RANK_OPTIONS);
  const list = reference?.kind === "list" ? rows.find(({ offer }) => offer.id === reference.offer.id) : undefined;
  return list?.landed?.usd ?? null;
}

/** How many offers are known in each way. */
export function offersByEvidence(): ReadonlyMap<Evidence, number> {
  const counts = Map.groupBy(offers, ({ evidence }) => evidence);
  return new Map([...counts].map(([evidence, all]) => [evidence, all.length]));
}

/**
 * Of the models that are still listed, how many have a cheapest month of a workload, and how many of those have it at the maker itself: at its
 * own API, or at the cloud it sells them on, as Amazon its Nova.
 */
export function makerWins(preset: WorkloadPreset): { readonly won: number; readonly byMaker: number } {
  const winners = models.flatMap(({ id, status }) =>
    status === "current" ? (cheapestOf(rankedOf(id, preset))?.offer ?? []) : [],
  );
  return { won: winners.length, byMaker: winners.filter(({ platform, model }) => isListSeller(sellers, platform, model)).length };
}
