import { BLEND_3_TO_1, type Regret, regretBetween } from "../../domain/cost/regret.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import { DEFAULT_RANK_OPTIONS, rankOffers } from "../../domain/ranking/cheapest.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { formatDelta, formatUsd } from "../format.ts";
import { sellerText } from "./seller-label.ts";

/** What the usual way to compare prices would cost here, nothing where it picks the same seller: `A 3:1 blend of input and output would pick Poe, $12.30 a month more (+8 %).` */
export function regretText(regret: Regret, offers: readonly AssessedOffer[]): string {
  if (regret.kind === "noChoice") return "";
  if (regret.blendWinner === regret.workloadWinner) return "";
  const chosen = offers.find(({ id }) => id === regret.blendWinner);
  const seller = chosen === undefined ? regret.blendWinner : sellerText(chosen);
  const picks = `A 3:1 blend of input and output would pick ${seller}`;
  if (regret.kind === "cannotServe") return `${picks}, which cannot serve this workload.`;
  if (regret.extraUsd === 0) return `${picks}, at the same cost.`;
  const share = regret.extraBps === 0 ? "" : ` (${formatDelta(regret.extraBps)})`;
  return `${picks}, ${formatUsd(regret.extraUsd)} a month more${share}.`;
}

/** The same for a sheet's own workload. */
export function sheetRegret({ rows }: ModelSheet, sellers: Sellers): string {
  const offers = rows.map(({ offer }) => offer);
  return regretText(regretBetween(rankOffers(offers, BLEND_3_TO_1, sellers, DEFAULT_RANK_OPTIONS), rows), offers);
}
