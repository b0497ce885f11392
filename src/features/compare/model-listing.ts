import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import type { Names } from "../../domain/offer/seller-names.ts";
import { cheapestOf, DEFAULT_RANK_OPTIONS, rankOffers } from "../../domain/ranking/cheapest.ts";
import type { Counted } from "../../domain/ranking/eligibility.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { winnerText } from "../../site/words/seller-label.ts";
import type { ComparedModel, SellerMonth } from "./compared-platform.ts";

/** A model with its list price, what it can, and its cheapest month for each preset. */
export function comparedModel(
  { model, reference, rows }: ModelSheet,
  presets: readonly WorkloadPreset[],
  sellers: Sellers,
  names: Names,
): ComparedModel {
  const offers = rows.map(({ offer }) => offer);
  const monthsOf = (counted: Counted) =>
    presets.map((preset): SellerMonth | null => {
      const cheapest = cheapestOf(rankOffers(offers, preset, sellers, { ...DEFAULT_RANK_OPTIONS, counted }));
      if (cheapest === null || cheapest.landed === null) return null;
      const [usd, lowUsd] = [cheapest.landed.upperUsd, cheapest.landed.usd].map((month) => Math.round(month * 10_000) / 10_000);
      return usd === undefined || lowUsd === undefined ? null : { usd, lowUsd, seller: winnerText(cheapest.offer, names) };
    });
  return {
    id: model.id,
    name: model.name,
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
    months: monthsOf("reported"),
    confirmedMonths: monthsOf("confirmed"),
  };
}
