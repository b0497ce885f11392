import { claimCount, claimMedian, claimShare } from "../../domain/claim/claim-counts.ts";
import type { ClaimInputs } from "../../domain/claim/claim-verdict.ts";
import type { Workload } from "../../domain/cost/workload.ts";
import { cardFor } from "../../domain/offer/card.ts";
import type { Condition } from "../../domain/offer/condition.ts";
import type { Meter } from "../../domain/offer/meter.ts";
import type { Offer } from "../../domain/offer/offer.ts";
import { plainestOffer } from "../../domain/offer/plainest-offer.ts";
import type { Platform } from "../../domain/platform/platform.ts";
import { platformFigure, platformTrait } from "../../domain/platform/platform-figure.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { lookupName } from "./claim-formula.ts";

/** What claims are judged over: the site's own catalogue, or a test's. */
export interface ClaimCatalogue {
  readonly sheets: readonly ModelSheet[];
  readonly platforms: readonly Platform[];
  readonly asOf: string;
  /** The workload by which routes are compared. */
  readonly workload: Workload;
}

/** Today's figures for the claims. The list price is the sheet's own reference, so a claim and a model's page never differ. */
export function claimInputs({ sheets, platforms, asOf, workload }: ClaimCatalogue): ClaimInputs {
  const sheetOf = new Map(sheets.map((sheet) => [sheet.model.id, sheet]));
  const platformOf = new Map(platforms.map((platform) => [platform.id, platform]));
  const names = {
    model: (id: string) => sheetOf.get(id)?.model.name ?? id,
    platform: (id: string) => platformOf.get(id)?.name ?? id,
  };
  return {
    list: ({ model, meter, promptTokens, peak }) => {
      const reference = sheetOf.get(model)?.reference ?? null;
      if (reference?.kind !== "list") return null;
      return peak ? peakPrice(reference.offer, meter) : priceAt(reference.offer, meter, promptTokens);
    },
    price: ({ platform, model, meter, tier, promptTokens }) => {
      const rows = (sheetOf.get(model)?.rows ?? []).filter(({ offer }) => offer.host === null);
      const row = plainestOffer(rows, platform, tier);
      return row === null ? null : priceAt(row.offer, meter, promptTokens);
    },
    figure: (id, figure, topUpCents) => {
      const platform = platformOf.get(id);
      return platform === undefined ? null : platformFigure(platform, figure, asOf, topUpCents);
    },
    trait: (id, trait, day) => {
      const platform = platformOf.get(id);
      return platform === undefined ? null : platformTrait(platform, trait, day ?? asOf);
    },
    count: (what) => claimCount(what, sheets),
    share: (what) => claimShare(what, sheets, workload),
    median: (what) => claimMedian(what, sheets),
    name: (lookup) => lookupName(lookup, names),
  };
}

const priceAt = (offer: Offer, meter: Meter, promptTokens: number | undefined): number | null =>
  (promptTokens === undefined ? offer.prices : cardFor(offer, promptTokens, []))[meter] ?? null;

/** Inside the most expensive time window; an offer without windows has no peak. */
function peakPrice(offer: Offer, meter: Meter): number | null {
  const windows = offer.conditions.filter((condition: Condition) => "utc" in condition);
  const prices = windows.flatMap((window) => cardFor(offer, 0, [window])[meter] ?? []);
  return prices.length === 0 ? null : Math.max(...prices);
}
