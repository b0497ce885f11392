import type { Workload } from "../../domain/cost/workload.ts";
import type { Names } from "../../domain/offer/seller-names.ts";
import type { RankedOffer } from "../../domain/ranking/cheapest.ts";
import { fits } from "../../domain/ranking/eligibility.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { standardInputs } from "../../domain/reference/standard-inputs.ts";
import { formatPrice, formatTokens, formatUsdRange, WORDS } from "../format.ts";
import { sellerText } from "./seller-label.ts";

/** One model in the list: text for the cells, marks for the small ladder. */
export interface ModelLine {
  readonly id: string;
  readonly name: string;
  readonly makerName: string;
  readonly isRetired: boolean;
  /** `0.14 / 0.28`, or the word for why there is none. */
  readonly list: string;
  readonly month: string;
  /** Who asks the least, without the router's name in a list of its hosts. */
  readonly cheapest: string;
  readonly marks: readonly number[];
  readonly parity: number | null;
  readonly platforms: number;
  readonly context: string;
  /** `2026-04`. */
  readonly released: string;
}

export function modelLine(sheet: ModelSheet, names: Names): ModelLine {
  const { model, reference, cheapest, rows } = sheet;
  const list = reference?.kind === "list" ? reference.prices : null;
  return {
    id: model.id,
    name: model.name,
    makerName: model.makerName,
    isRetired: model.status === "retired",
    list: list === null ? "–" : `${priceText(list.input)} / ${priceText(list.output)}`,
    month:
      cheapest?.landed == null ? monthGap(rows, rows, ANY_SIZE) : formatUsdRange(cheapest.landed.usd, cheapest.landed.upperUsd),
    cheapest: cheapest === null ? "" : sellerText(cheapest.offer, names),
    marks: standardInputs(sheet),
    parity: list?.input ?? null,
    platforms: new Set(rows.map(({ offer }) => offer.platform)).size,
    context: model.contextTokens === null ? WORDS.unknown : formatTokens(model.contextTokens),
    released: model.releasedOn?.slice(0, 7) ?? WORDS.unknown,
  };
}

/** The list shows one workload that everything free has room for. */
const ANY_SIZE = { inputTokens: 0, outputTokens: 0 };

const priceText = (micro: number | null): string =>
  micro === null ? WORDS.unknown : micro === 0 ? WORDS.free : formatPrice(micro);

/**
 * Why a model has no cheapest month for a workload: somebody gives it away, nobody takes so much at once, or no price by the token is
 * known. `ranked` are the offers that could be cheapest.
 */
export function monthGap(
  all: readonly Pick<RankedOffer, "offer">[],
  ranked: readonly Pick<RankedOffer, "month" | "ineligible">[],
  workload: Pick<Workload, "inputTokens" | "outputTokens">,
): string {
  if (all.some(({ offer }) => offer.tier === "free" && offer.status === "current" && fits(offer, workload))) return WORDS.free;
  if (ranked.some(({ ineligible }) => ineligible === "doesNotFit")) return WORDS.doesNotFit;
  const reasons = new Set(ranked.flatMap(({ month }) => (month.kind === "unpriced" ? month.why : [])));
  const [only] = reasons;
  return only === undefined || reasons.size > 1 ? WORDS.unknown : WORDS[only];
}
