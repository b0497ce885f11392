import { isOwnList, type ListDifference } from "../../domain/platform/list-difference.ts";
import { isComparedWithList, type PlatformRow, type PlatformSummary } from "../../domain/platform/platform-summary.ts";
import { isAtList } from "../../domain/reference/months/list-month.ts";
import { formatCount, formatDelta, formatPlural } from "../../site/format.ts";
import { sellerLabel } from "../../site/words/seller-label.ts";
import type { PlatformOfferLine } from "./platform-offer-columns.ts";
import type { ModelPriceLine } from "./platform-prices.ts";

/** Its offers that differ most from list, at the standard tier: cheapest and most expensive first. */
export function extremeOffers(rows: readonly PlatformRow[], many: number) {
  const compared = rows.filter(({ row, sheet }) => isComparedWithList(row, sheet));
  const sorted = compared.toSorted((a, b) => bpsOf(a) - bpsOf(b) || (a.row.offer.id < b.row.offer.id ? -1 : 1));
  const line = (each: PlatformRow): PlatformOfferLine => ({ ...lineOf(each), isList: false });
  return {
    cheaper: sorted
      .filter((each) => bpsOf(each) < 0)
      .slice(0, many)
      .map(line),
    dearer: sorted
      .filter((each) => bpsOf(each) > 0)
      .slice(-many)
      .toReversed()
      .map(line),
  };
}

/** A platform's offers, each with its model. */
export const platformLines = (rows: readonly PlatformRow[]): readonly ModelPriceLine[] =>
  rows.map(({ row, sheet }) => ({
    ...lineOf({ row, sheet }),
    isList: isAtList(row.offer, sheet.reference),
    model: sheet.model,
  }));

const lineOf = ({ row, sheet }: PlatformRow): Omit<PlatformOfferLine, "isList"> => ({
  ...row,
  isToMedian: sheet.reference?.kind === "medianHost",
  modelName: sheet.model.name,
  seller: sellerLabel(row.offer),
});

/**
 * `Sells 243 models in 260 offers. Its median input price is at list: of 195 comparable offers, 12 are cheaper, 180 equal and 3 more expensive.`
 * Of Xpersona, 63 % under list, also `10 of these 11 prices are in doubt.`
 */
export function platformAnswer(summary: PlatformSummary, inDoubt: number): string {
  const { models, offers, compared, cheaper, equal, dearer, medianDeltaBps } = summary;
  const size = `Sells ${formatPlural(models, "model")} in ${formatPlural(offers, "offer")}.`;
  if (compared === 0 || medianDeltaBps === null) return `${size} ${uncomparedText(summary)}`;
  const apart = formatDelta(Math.abs(medianDeltaBps)).slice(1);
  const median = medianDeltaBps === 0 ? "at" : `${apart} ${medianDeltaBps < 0 ? "under" : "over"}`;
  return `${size} Its median input price is ${median} list: of ${formatPlural(compared, "comparable offer")}, ${standingText({ cheaper, equal, dearer })}.${doubtsText(inDoubt, compared)}`;
}

/** What is in doubt of the prices a median is of; nothing where none is. */
function doubtsText(inDoubt: number, compared: number): string {
  if (inDoubt === 0) return "";
  if (inDoubt < compared)
    return ` ${formatCount(inDoubt)} of these ${formatCount(compared)} prices ${inDoubt === 1 ? "is" : "are"} in doubt.`;
  return compared === 1 ? " This price is in doubt." : " All these prices are in doubt.";
}

/** `14 are cheaper, 3 equal and 2 more expensive`; what none is, is not said. */
function standingText({ cheaper, equal, dearer }: Pick<PlatformSummary, "cheaper" | "equal" | "dearer">): string {
  const parts = [
    { many: cheaper, word: "cheaper" },
    { many: equal, word: "equal" },
    { many: dearer, word: "more expensive" },
  ].filter(({ many }) => many > 0);
  const texts = parts.map(({ many, word }, at) =>
    at === 0 ? `${formatCount(many)} ${many === 1 ? "is" : "are"} ${word}` : `${formatCount(many)} ${word}`,
  );
  return new Intl.ListFormat("en-GB").format(texts);
}

/** Why nothing is compared: a maker's own price is the list price. */
function uncomparedText({ models, sets }: PlatformSummary): string {
  if (sets === 0) return "None of them can be compared with a maker’s list price.";
  return `It makes ${sets === models ? "them" : `${formatCount(sets)} of them`} and sets the list price itself.`;
}

/**
 * What the list of platforms says first: how many sell, how many of them ask the list price, for how many of these nobody tells the fee on top,
 * and how many prices are their own word.
 */
export function listAnswer(lines: readonly ListedPlatform[]): string {
  const selling = lines.filter(({ models }) => models > 0);
  const compared = selling.filter(({ difference }) => difference.compared > 0 && !isOwnList(difference));
  const atList = compared.filter(({ difference }) => difference.atList * 2 > difference.compared);
  const ofUnknownFee = atList.filter(({ difference }) => difference.isFeeUnknown);
  const fee =
    ofUnknownFee.length === 0
      ? ""
      : `, ${formatCount(ofUnknownFee.length)} of these before a credit purchase fee that is not published`;
  const readAtSource = selling.filter(({ isReadAtSource }) => isReadAtSource);
  return `${formatCount(selling.length)} of the ${formatPlural(lines.length, "platform")} here sell language-model tokens. Of ${formatCount(compared.length)} that sell other makers’ models with a list price, ${formatCount(atList.length)} ask the list price for most of them${fee}. The prices of ${formatCount(readAtSource.length)} are read at the platform itself, by our job or by a catalogue that copies its API.`;
}

/** What the sentence over the list reads of a platform. */
interface ListedPlatform {
  readonly models: number;
  readonly difference: ListDifference;
  readonly isReadAtSource: boolean;
}

const bpsOf = ({ row }: PlatformRow): number => row.deltas?.bps.input ?? 0;
