import type { DoubtRule } from "../domain/doubt/doubt.ts";
import type { Meter } from "../domain/offer/meter.ts";
import type { Offer } from "../domain/offer/offer.ts";
import { CURRENCY_HOLD } from "../domain/platform/currency-hold.ts";
import type { RankedOffer } from "../domain/ranking/cheapest.ts";
import type { SheetRow } from "../domain/reference/model-sheet.ts";
import { sourceLine } from "../site/address/source-line.ts";
import { formatDay, formatDelta, formatMeter, formatShortDay, formatUsdDelta, WORDS } from "../site/format.ts";
import { doubtText } from "../site/words/doubt-text.ts";
import { evidenceWord, uncountedText } from "../site/words/evidence-text.ts";
import { TOO_SMALL } from "../site/words/month-cell.ts";
import { sourceName } from "../site/words/source-name.ts";
import { billedText } from "./billed-text.ts";
import { noteText } from "./cell-pieces.ts";
import type { Cell, Note } from "./column.ts";

/** What a table needs of an offer: its month, its difference to list, and whether it is the list price itself. */
export interface OfferLine extends RankedOffer, Pick<SheetRow, "deltas" | "comparedOn"> {
  readonly isList: boolean;
  /** The model has no list price: the difference is to the median host. */
  readonly isToMedian: boolean;
}

/** The row's fragment on a model's page: the offer id without the model, `@openrouter;host=streamlake`. */
export const offerAnchor = ({ id, model }: Pick<Offer, "id" | "model">): string => id.slice(model.length);

/** A meter's price: the figure, or the word for why there is none. */
export function meterCell({ offer }: OfferLine, meter: Meter): Cell {
  const price = offer.prices[meter];
  const text = offer.tier === "free" && price === 0 ? WORDS.free : formatMeter(price, offer.gaps[meter]);
  return price !== undefined && price > 0 ? { text } : { text, side: "none" };
}

/** The input's difference to list in per cent, and the output's where it is another by over a percent. */
export function deltaCell(line: OfferLine): Cell {
  if (line.isList) return { text: "list", side: "none" };
  if (line.offer.tier === "free") return { text: WORDS.free, side: "under" };
  const difference = listDifference(line);
  if (difference === null) return { text: "–", side: "none" };
  const { main, output, only } = difference;
  if (main === 0) return equalInputCell(`${only}${equalText(line)}`, output);
  const text = only + formatDelta(main);
  // Where one of both is under and the other over, the row is neither.
  const side = main * (output ?? 0) < 0 ? "muted" : main < 0 ? "under" : "over";
  return output === null
    ? { text, side }
    : { text, side, notes: [`out ${formatDelta(output)}`], file: `${text}, out ${formatDelta(output)}` };
}

/** The input is equal: the side is the output's, where that is another. */
function equalInputCell(text: string, output: number | null): Cell {
  if (output === null) return { text, side: "none" };
  return { text: `in ${text}, out ${formatDelta(output)}`, side: output < 0 ? "under" : "over" };
}

/** What a row says that asks what it is compared with: there is no list price to be at where the median host stands for it. */
export const equalText = ({ isToMedian }: Pick<OfferLine, "isToMedian">): string => (isToMedian ? "= median" : "= list");

/** What differences are to, for a head or a note. */
export const TO_MEDIAN = "vs median host";

/** The same in dollars per million tokens: the input's; the output's, and said to be, where nothing is known of the input. */
export function dollarDeltaCell(line: OfferLine): Cell {
  const difference = line.isList || line.offer.tier === "free" ? null : listDifference(line);
  const isAtList = difference?.main === 0 && difference.output === null;
  const micro = isAtList ? 0 : (difference?.microUsdPerMTok ?? 0);
  return { text: micro === 0 ? "" : `${difference?.only ?? ""}${formatUsdDelta(micro)}`, side: "muted" };
}

/**
 * Null = nothing to compare with. `output` is set where it differs from the input's by over a percent. Basis points. `only` is set where one of
 * both is all that is known: `out −20 %` is no word on the price of input.
 */
function listDifference({ deltas, offer: { prices } }: OfferLine) {
  const { input = null, output = null } = deltas?.bps ?? {};
  const main = input ?? output;
  if (deltas === null || main === null) return null;
  const isOther = input !== null && output !== null && Math.abs(input - output) >= DIFFERING_BPS;
  const microUsdPerMTok = deltas.microUsdPerMTok[input === null ? "output" : "input"];
  const only = prices.input === undefined ? "out " : prices.output === undefined ? "in " : "";
  return { main, output: isOther ? output : null, only, microUsdPerMTok };
}

/** Input and output further apart than this are shown one by one. */
const DIFFERING_BPS = 100;

/** Where the price was read, the day, and how it is known. */
export function sourceCell({ offer }: OfferLine): Cell {
  const { restsOn } = offer;
  const day = { kind: "day", text: formatShortDay(restsOn.readAt) } as const;
  const evidenceNote = { kind: "note", text: evidenceWord(offer) } as const;
  return { text: sourceName(restsOn), href: sourceLine(restsOn, offer), pieces: [day, evidenceNote] };
}

/** What a reader must know before trusting the row. */
function warningsOf({ offer, ineligible }: RankedOffer): readonly string[] {
  const held = offer.heldBecause === null ? [] : [heldText(offer.heldBecause)];
  const unread = offer.unreadMeters.length === 0 ? [] : [`has an unread meter: ${offer.unreadMeters.join(", ")}`];
  const ends = offer.priceEndsOn === undefined ? [] : [`price certain until ${formatDay(offer.priceEndsOn)}`];
  const retires = offer.retiresOn === null ? [] : [`ends ${formatDay(offer.retiresOn)}`];
  const fit = ineligible === "doesNotFit" ? [TOO_SMALL] : [];
  const ownKey = ineligible === "ownKey" ? ["your own key"] : [];
  const doubts = offer.doubts.filter(({ rule }) => !isToldByHold(rule, offer)).map(doubtText);
  const consent = ineligible === "conditional" ? [conditionOf(offer.variant)] : [];
  const units = Object.entries(offer.unitPrices)
    .filter(([name]) => name !== "webSearch")
    .map(([name, { amount, per }]) => `${name}: $${amount} per ${per}`);
  return [...doubts, ...held, ...unread, ...retires, ...ends, ...fit, ...ownKey, ...consent, ...units];
}

/** A hold for the currency says what the doubt says. */
const isToldByHold = (rule: DoubtRule, { heldBecause }: RankedOffer["offer"]): boolean =>
  rule === "unknownCurrency" && heldBecause?.rule === CURRENCY_HOLD;

const conditionOf = (variant: string | null): string =>
  variant === "spot" ? "only while capacity is spare" : "only with consent to training on your requests";

/** Why the row does not count, in small words, and its warnings in the colour of what costs more. */
export function warningNotes(line: RankedOffer): readonly Note[] {
  const uncounted = uncountedText(line.offer, line.ineligible);
  const warnings = warningsOf(line).map((text) => ({ text, tone: "over" }) as const);
  const billed = line.offer.billed === undefined ? null : billedText(line.offer.billed);
  return [...(uncounted === null ? [] : [uncounted]), ...warnings, ...(billed === null ? [] : [billed])];
}

/** The same in one line, for files. */
export const warningText = (line: RankedOffer): string => warningNotes(line).map(noteText).join("; ");

/** Since when a guard holds the row, and why: `cacheWrite5m from $1.38 per million tokens` says its meter in words, its unit stands above it. */
const heldText = ({ since, detail }: NonNullable<RankedOffer["offer"]["heldBecause"]>): string =>
  `held since ${formatDay(since)}: ${detail
    .replaceAll(" per million tokens", "")
    .replaceAll(/cache(R?)\w+/g, (_, isRead) => (isRead ? "cached input" : "cache writes"))}`;
