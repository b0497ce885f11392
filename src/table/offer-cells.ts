import type { DoubtRule } from "../domain/doubt/doubt.ts";
import type { Offer } from "../domain/offer/offer.ts";
import { CURRENCY_HOLD } from "../domain/platform/currency-hold.ts";
import type { RankedOffer } from "../domain/ranking/cheapest.ts";
import type { SheetRow } from "../domain/reference/model-sheet.ts";
import { formatDay } from "../site/format.ts";
import { doubtText } from "../site/words/doubt-text.ts";
import { uncountedText } from "../site/words/evidence-text.ts";
import { TOO_SMALL } from "../site/words/month-cell.ts";
import { billedText } from "./billed-text.ts";
import type { Note } from "./column.ts";

/** What a table needs of an offer: its month, its difference to list, and whether it is the list price itself. */
export interface OfferLine extends RankedOffer, Pick<SheetRow, "deltas" | "comparedOn"> {
  readonly isList: boolean;
  /** The model has no list price: the difference is to the median host. */
  readonly isToMedian: boolean;
}

/** The row's fragment on a model's page: the offer id without the model, `@openrouter;host=streamlake`. */
export const offerAnchor = ({ id, model }: Pick<Offer, "id" | "model">): string => id.slice(model.length);

/** What a row says that asks what it is compared with: there is no list price to be at where the median host stands for it. */
export const equalText = ({ isToMedian }: Pick<OfferLine, "isToMedian">): string => (isToMedian ? "= median" : "= list");

/** What differences are to, for a head or a note. */
export const TO_MEDIAN = "vs median host";

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
    .map(([name, { amount, per }]) => `${wordsOf(name)}: $${amount} per ${per}`);
  return [...doubts, ...held, ...unread, ...retires, ...ends, ...fit, ...ownKey, ...consent, ...units];
}

/** `videoOutput` → `video output`, `cacheWrite12h` → `cache write 12h`. */
const wordsOf = (name: string): string => name.replace(/[A-Z]|\d+/g, (part) => ` ${part.toLowerCase()}`);

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

/** Since when a guard holds the row, and why: `cacheWrite5m from $1.38 per million tokens` says its meter in words, its unit stands above it. */
const heldText = ({ since, detail }: NonNullable<RankedOffer["offer"]["heldBecause"]>): string =>
  `held since ${formatDay(since)}: ${detail
    .replaceAll(" per million tokens", "")
    .replaceAll(/cache(R?)\w+/g, (_, isRead) => (isRead ? "cached input" : "cache writes"))}`;
