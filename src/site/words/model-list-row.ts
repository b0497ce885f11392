import type { Workload } from "../../domain/cost/workload.ts";
import type { RankedOffer } from "../../domain/ranking/cheapest.ts";
import { fits } from "../../domain/ranking/eligibility.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { standardInputs } from "../../domain/reference/standard-inputs.ts";
import { formatDay, formatPrice, formatTokens, formatUsdRange, WORDS } from "../format.ts";
import { type Answerable, winnerInList } from "./answer.ts";
import { EVIDENCE_WORDS } from "./evidence-text.ts";
import { sellerText } from "./seller-label.ts";

/** One model in the list: text for the cells, marks for the small ladder. */
export interface ModelListRow {
  readonly id: string;
  readonly name: string;
  readonly makerName: string;
  readonly isRetired: boolean;
  /** `0.14 / 0.28`, or the word for why there is none. */
  readonly list: string;
  readonly month: string;
  /** Who charges the least, without the router's name in a list of its hosts. */
  readonly cheapest: string;
  readonly marks: readonly number[];
  readonly parity: number | null;
  readonly platforms: number;
  readonly context: string;
  /** `2026-04`. */
  readonly released: string;
}

/** What lists show of a model: list price, cheapest seller and spread, as figures and words. */
export function modelListRow(sheet: ModelSheet): ModelListRow {
  const { model, reference, unconfirmedList, rows } = sheet;
  const list = reference?.kind === "list" ? reference.prices : null;
  return {
    id: model.id,
    name: model.name,
    makerName: model.makerName,
    isRetired: model.status === "retired",
    list:
      list === null ? (unconfirmedList === null ? "–" : "unconfirmed") : `${priceText(list.input)} / ${priceText(list.output)}`,
    ...monthAndSeller(sheet),
    marks: standardInputs(sheet),
    parity: list?.input ?? null,
    platforms: new Set(rows.map(({ offer }) => offer.platform)).size,
    context: model.contextTokens === null ? WORDS.unknown : formatTokens(model.contextTokens),
    released: model.releasedOn?.slice(0, 7) ?? WORDS.unknown,
  };
}

/** Where nothing may win, what was last confirmed or what one catalogue reports, and said to be so. */
function monthAndSeller(sheet: ModelSheet): Pick<ModelListRow, "month" | "cheapest"> {
  const { cheapest, rows } = sheet;
  if (cheapest?.landed != null)
    return { month: formatUsdRange(cheapest.landed.usd, cheapest.landed.upperUsd), cheapest: winnerInList({ rows, cheapest }) };
  return { month: monthGap(rows, rows, ANY_SIZE), cheapest: otherSellerText(sheet) };
}

/** `last confirmed $59.86 at Novita, 8 Aug 2026`, `reported from $191 at UnoRouter, one catalogue only`. */
export function otherSellerText({
  cheapest,
  lastConfirmed,
  cheapestReported,
}: Pick<Answerable, "cheapest" | "lastConfirmed" | "cheapestReported">): string {
  if (cheapest !== null) return "";
  if (lastConfirmed?.landed != null)
    return `last confirmed ${formatUsdRange(lastConfirmed.landed.usd, lastConfirmed.landed.upperUsd)} at ${sellerText(lastConfirmed.offer)}, ${formatDay(lastConfirmed.offer.restsOn.readAt)}`;
  if (cheapestReported?.landed != null)
    return `reported from ${formatUsdRange(cheapestReported.landed.usd, cheapestReported.landed.upperUsd)} at ${sellerText(cheapestReported.offer)}, ${EVIDENCE_WORDS.reported}`;
  return "";
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
