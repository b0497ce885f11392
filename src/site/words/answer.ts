import type { Names } from "../../domain/offer/seller-names.ts";
import type { RankedOffer } from "../../domain/ranking/cheapest.ts";
import type { Reference } from "../../domain/reference/delta.ts";
import { standardInputs } from "../../domain/reference/standard-inputs.ts";
import { formatDelta, formatMultiple, formatPlural, formatUsdRange } from "../format.ts";
import { sellerText } from "./seller-label.ts";
import { sourceName } from "./source-name.ts";

/** A run of plain and stressed text: the answer is a sentence with the winner in bold. */
export interface Phrase {
  readonly text: string;
  readonly strong?: true;
}

/** The sentence without its stress. */
export const plainText = (phrases: readonly Phrase[]): string => phrases.map(({ text }) => text).join("");

/** What the answer is made from: a model's sheet, or the same offers ranked anew in the browser. */
export interface Answerable {
  readonly model: { readonly makerName: string };
  readonly reference: Reference | null;
  /** By landed month, unpriced last. */
  readonly rows: readonly RankedOffer[];
  readonly cheapest: RankedOffer | null;
}

/**
 * The first thing the page says, made from data: `Cheapest for chat is …`. A winner only second-hand sources know is said to be so, and
 * the best first-hand one named.
 */
export function answerOf(sheet: Answerable, workloadName: string, names: Names): readonly Phrase[] {
  const size = sizeOf(sheet);
  if (sheet.rows.length === 0) return [{ text: "No platform we read sells this model." }];
  const { cheapest } = sheet;
  if (cheapest === null || cheapest.landed === null) return [{ text: `No price is known that counts as cheapest. ${size}` }];
  const month = `${formatUsdRange(cheapest.landed.usd, cheapest.landed.upperUsd)} a month${againstReference(sheet, cheapest, names)}`;
  return [
    { text: `Cheapest for ${workloadName.toLowerCase()} is ` },
    { text: sellerText(cheapest.offer, names), strong: true },
    { text: ` at ${month}${unconfirmed(sheet, cheapest, names)}. ${size}` },
  ];
}

function unconfirmed({ rows }: Answerable, cheapest: RankedOffer, names: Names): string {
  if (cheapest.offer.source.hand === "first") return "";
  const doubt = `, by ${sourceName(cheapest.offer.source)}’s figure, not confirmed by the platform`;
  const confirmed = rows.find(({ ineligible, offer }) => ineligible === null && offer.source.hand === "first");
  if (confirmed === undefined || confirmed.landed === null) return doubt;
  return `${doubt}; cheapest by its own word is ${sellerText(confirmed.offer, names)} at ${formatUsdRange(confirmed.landed.usd, confirmed.landed.upperUsd)}`;
}

/** `46 % under Anthropic’s own API`: the landed month against the list offer's, where there is one. */
function againstReference({ reference, rows, model }: Answerable, cheapest: RankedOffer, names: Names): string {
  if (reference === null) return "";
  if (reference.kind === "medianHost") return ` (no list price: ${model.makerName} does not list it itself, as far as we read)`;
  if (reference.offer.id === cheapest.offer.id) return `, ${possessive(model.makerName)} own API`;
  const list = rows.find(({ offer }) => offer.id === reference.offer.id)?.landed?.upperUsd ?? null;
  if (list === null || list === 0 || cheapest.landed === null) return "";
  const bps = Math.round(((cheapest.landed.upperUsd - list) / list) * 10_000);
  const seller = `${possessive(names.platform(reference.offer.platform))} own API`;
  if (bps === 0) return `, the same as ${seller}`;
  return `, ${formatDelta(Math.abs(bps)).slice(1)} ${bps < 0 ? "under" : "over"} ${seller}`;
}

const possessive = (name: string): string => `${name}’${name.endsWith("s") ? "" : "s"}`;

function sizeOf({ rows }: Answerable): string {
  const platforms = new Set(rows.map(({ offer }) => offer.platform)).size;
  const inputs = standardInputs({ rows });
  const spread = inputs.length < 2 ? 1 : Math.max(...inputs) / Math.min(...inputs);
  const apart = spread > 1 ? `, ${formatMultiple(spread)} apart on input` : "";
  return `${formatPlural(rows.length, "offer")} on ${formatPlural(platforms, "platform")}${apart}.`;
}
