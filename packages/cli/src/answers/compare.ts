import type { Assumption } from "../../../../src/domain/cost/landed-cost.ts";
import { compareText } from "../../../../src/domain/money/compare-text.ts";
import { microUsd, millionthText } from "../../../../src/domain/money/micro-usd.ts";
import type { PurchaseAssumption } from "../../../../src/domain/purchase/purchase.ts";
import { DEFAULT_RANK_OPTIONS, type RankedOffer, rankOffers } from "../../../../src/domain/ranking/cheapest.ts";
import type { PriceBook, PublishedOffer } from "../site/price-book.ts";
import type { SiteModel } from "../site/shapes.ts";
import { type OfferRow, offerRow, passesFilter } from "./offer-row.ts";
import { workloadCalled } from "./workload.ts";

/** A month of a workload at one offer, all in. */
export interface SellerRow extends OfferRow {
  /** Dollars, decimal text. */
  readonly usdPerMonth: string;
  /** The most it may be where a fee is unknown; rows are ranked by it. */
  readonly usdPerMonthUpper: string;
  readonly assumptions: readonly (Assumption | PurchaseAssumption)[];
}

/** Who sells a model, the cheapest for a workload first. */
export interface SellersAnswer {
  readonly model: string;
  readonly name: string;
  /** Those that may be called the cheapest: confirmed, current, standard tier, not free. */
  readonly sellers: readonly SellerRow[];
  /** Other platforms where the month is the same to the millionth of a dollar as at the first of them. */
  readonly tiedWith: readonly string[];
}

/** A model at its cheapest seller; null = no confirmed price. */
export interface ComparedModel extends Omit<SellersAnswer, "sellers"> {
  readonly cheapest: SellerRow | null;
}

export interface CompareAnswer {
  readonly asOf: string;
  readonly workload: string;
  readonly region: string | null;
  /** By the month at the cheapest seller; those without a confirmed price last. */
  readonly models: readonly ComparedModel[];
}

/** Every seller of a model that may be called the cheapest, for a workload, in a region or anywhere. */
export async function rankedSellers(
  book: PriceBook,
  model: SiteModel,
  workloadId: string,
  region: string | null,
): Promise<SellersAnswer> {
  const offers = await book.offersOf(model.id);
  const inRegion = offers.filter((offer) => passesFilter(offer, { platform: null, host: null, region, tier: null }));
  const ranked = rankOffers(inRegion, workloadCalled(workloadId), book.sellers, DEFAULT_RANK_OPTIONS);
  const sellers = ranked.flatMap(sellerRow);
  return { model: model.id, name: model.name, sellers, tiedWith: tiedPlatforms(sellers) };
}

function tiedPlatforms([first, ...others]: readonly SellerRow[]): readonly string[] {
  const tied = others.filter(({ usdPerMonthUpper }) => usdPerMonthUpper === first?.usdPerMonthUpper);
  return [...new Set(tied.map(({ platform }) => platform))].filter((platform) => platform !== first?.platform);
}

/** Models side by side, each at its cheapest seller. */
export async function modelsAtCheapestSeller(
  book: PriceBook,
  models: readonly SiteModel[],
  workloadId: string,
  region: string | null,
): Promise<CompareAnswer> {
  const answers = await Promise.all(models.map((model) => rankedSellers(book, model, workloadId, region)));
  const rows = answers.map(({ sellers: [cheapest = null], ...about }): ComparedModel => ({ ...about, cheapest }));
  const ticks = ({ cheapest }: ComparedModel) => (cheapest === null ? Number.MAX_VALUE : Number(cheapest.usdPerMonthUpper));
  const sorted = rows.toSorted((a, b) => ticks(a) - ticks(b) || compareText(a.model, b.model));
  return { asOf: book.asOf, workload: workloadId, region, models: sorted };
}

function sellerRow({ offer, month, landed, ineligible }: RankedOffer<PublishedOffer>): readonly SellerRow[] {
  if (ineligible !== null || month.kind !== "priced" || landed === null) return [];
  return [
    {
      ...offerRow(offer),
      usdPerMonth: usdText(landed.usd),
      usdPerMonthUpper: usdText(landed.upperUsd),
      assumptions: [...month.assumptions, ...landed.assumptions],
    },
  ];
}

/** Dollars to the millionth: 1_800.000000001 → `"1800"`. */
export const usdText = (usd: number): string => millionthText(microUsd(usd) / 1e6);
