import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import { DEFAULT_RANK_OPTIONS, type RankedOffer, rankOffers } from "../../domain/ranking/cheapest.ts";
import type { CountedPrices } from "../../domain/ranking/eligibility.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";

/** A sheet's offers ranked for a workload by whose price counts. */
export type SheetRanks = (sheet: ModelSheet, preset: WorkloadPreset, counted: CountedPrices) => readonly RankedOffer[];

/** Ranks each sheet once for each workload, for all of the list's files. `confirmedOf`: where those that count at first are ranked already. */
export function sheetRanks(
  sellers: Sellers,
  confirmedOf: ((modelId: string, preset: WorkloadPreset) => readonly RankedOffer[]) | null = null,
): SheetRanks {
  const offersOf = new Map<ModelSheet, readonly RankedOffer["offer"][]>();
  const rankedBefore = new Map<string, readonly RankedOffer[]>();
  return (sheet, preset, counted) => {
    if (counted === "confirmed" && confirmedOf !== null) return confirmedOf(sheet.model.id, preset);
    const key = `${sheet.model.id} ${preset.id} ${counted}`;
    const offers = offersOf.get(sheet) ?? sheet.rows.map(({ offer }) => offer);
    const ranked = rankedBefore.get(key) ?? rankOffers(offers, preset, sellers, { ...DEFAULT_RANK_OPTIONS, counted });
    offersOf.set(sheet, offers);
    rankedBefore.set(key, ranked);
    return ranked;
  };
}
