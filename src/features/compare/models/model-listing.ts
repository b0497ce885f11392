import type { Assumption } from "../../../domain/cost/landed-cost.ts";
import type { Workload, WorkloadPreset } from "../../../domain/cost/workload.ts";
import type { Model } from "../../../domain/model/model.ts";
import type { Sellers } from "../../../domain/offer/seller.ts";
import { cheapestOf, DEFAULT_RANK_OPTIONS, type RankedOffer, rankOffers } from "../../../domain/ranking/cheapest.ts";
import { type Reference, referenceFor } from "../../../domain/reference/delta.ts";
import { type ListMonth, listMonth as monthAtList } from "../../../domain/reference/months/list-month.ts";
import type { AssessedOffer } from "../../../domain/source/assessed-offer.ts";
import { winnerText } from "../../../site/words/seller-label.ts";
import type { CompareChoice } from "../platforms/compared-platform.ts";
import type { ComparedModel, ComparedModelRow, ModelMonth, MonthRange } from "./compared-model.ts";

/** A model with its offers, as its public file has them. */
export interface SoldModelFile {
  readonly model: Model;
  readonly offers: readonly AssessedOffer[];
}

/** Who sells, and the workloads a month is counted for. */
export interface SellersAndPresets {
  readonly sellers: Sellers;
  readonly presets: readonly WorkloadPreset[];
}

/** A model with its list price, what it can, and its months: at the cheapest seller that counts in the region, and at list. */
export function comparedModel(
  row: ComparedModelRow,
  { model, offers }: SoldModelFile,
  choice: CompareChoice,
  { sellers, presets }: SellersAndPresets,
): ComparedModel {
  const reference = referenceFor(offers, model.maker, sellers);
  const offersInRegion = offers.filter(({ regionGroup }) => choice.region === "any" || regionGroup === choice.region);
  const monthOf = (workload: Workload): ModelMonth => {
    const options = { ...DEFAULT_RANK_OPTIONS, counted: choice.counted };
    const cheapest = cheapestOf(rankOffers(offersInRegion, workload, sellers, options));
    const range = monthRange(cheapest?.landed ?? null, cheapest);
    return {
      best: cheapest === null || range === null ? null : { ...range, seller: winnerText(cheapest) },
      list: listMonth(offers, reference, workload, sellers),
    };
  };
  return {
    ...row,
    makerName: model.makerName,
    price: reference === null ? null : { ...reference.prices, isList: reference.kind === "list" },
    contextTokens: model.contextTokens,
    maxOutputTokens: model.maxOutputTokens,
    takes: model.inputModalities,
    makes: model.outputModalities,
    tools: model.tools,
    reasoning: model.reasoning,
    structuredOutput: model.structuredOutput,
    openWeights: model.openWeights,
    releasedOn: model.releasedOn,
    chosen: monthOf(choice.workload),
    months: presets.map(monthOf),
  };
}

/** The list price's own month; a request that does not fit has none. */
function listMonth(
  offers: readonly AssessedOffer[],
  reference: Reference | null,
  workload: Workload,
  sellers: Sellers,
): MonthRange | null {
  const rows = rankOffers(offers, workload, sellers, DEFAULT_RANK_OPTIONS).filter(
    ({ ineligible }) => ineligible !== "doesNotFit",
  );
  const row = reference?.kind === "list" ? rows.find(({ offer }) => offer.id === reference.offer.id) : undefined;
  return monthRange(monthAtList(reference, rows), row ?? null);
}

/** To a hundredth of a cent: what a comparison distinguishes. The offer’s row says what the month takes for granted. */
function monthRange(landed: ListMonth | null, row: RankedOffer | null): MonthRange | null {
  if (landed === null) return null;
  const rounded = (usd: number) => Math.round(usd * 10_000) / 10_000;
  const assumed = row?.month.kind === "priced" ? row.month.assumptions.flatMap((each) => ASSUMED[each] ?? []).join("; ") : "";
  return { usd: rounded(landed.upperUsd), lowUsd: rounded(landed.usd), ...(assumed === "" ? {} : { assumed }) };
}

/** What most changes a month, in words. */
const ASSUMED: Readonly<Partial<Record<Assumption, string>>> = {
  cacheReadBilledAsInput: "no cached-input price: billed as input",
  batchBilledAsStandard: "no batch price that counts: billed as standard",
  olderBatchNotCounted: "batch price too old to count: billed as standard",
  batchDearerThanStandard: "batch costs more: billed as standard",
};
