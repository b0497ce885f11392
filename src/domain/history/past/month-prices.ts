import { cacheAboveInput, cheaperTier } from "../../doubt/rules/broken-card.ts";
import { isMediaOf } from "../../doubt/rules/media-as-text.ts";
import { normaliseModelId } from "../../model/model-slug.ts";
import { compareText } from "../../money/compare-text.ts";
import { addDays } from "../../money/days.ts";
import { type Condition, compareConditions, readConditionKey } from "../../offer/condition.ts";
import type { ListPrice } from "../../offer/list-price.ts";
import { isListSeller } from "../../offer/list-seller.ts";
import type { Prices } from "../../offer/meter.ts";
import type { OfferKey } from "../../offer/offer.ts";
import { offerId, readOfferId } from "../../offer/offer-id.ts";
import type { Sellers } from "../../offer/seller.ts";
import { billedCurrency } from "../../platform/currency/billed-currency.ts";
import type { Mirror } from "../../platform/mirror.ts";
import type { QuotedCurrency } from "../../platform/quoted-currency.ts";
import { isConditional } from "../../ranking/eligibility.ts";
import { isFirstHand } from "../../source/evidence-class.ts";
import type { Change } from "../change.ts";
import { type CardSpan, pricesOf, spansByOffer } from "./card-span.ts";
import { evidenceEdges, evidenceOn, type PastEvidence, type Witnesses } from "./past-evidence.ts";
import { readerDays } from "./reader-days.ts";

/** What people wrote down that says how far a price of the past can be relied on. */
export interface PastContext {
  readonly mirrors: readonly Mirror[];
  readonly sellers: Sellers;
  readonly listPrices: readonly ListPrice[];
  readonly quotedCurrencies: readonly QuotedCurrency[];
}

/** One card of one offer on some days of a month. */
export interface MonthPrice extends OfferKey, PastEvidence {
  readonly offerId: string;
  readonly model: string;
  /** The maker's own list price: its API, standard tier, no region. */
  readonly isList: boolean;
  /** Both included, both in the month. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** The day the card was first read, in this month or before. */
  readonly seenOn: string;
  /** The day of the reading before, where days lie between: it began at some time between the two. Null = on `seenOn`, as far as anybody knows. */
  readonly notBefore: string | null;
  readonly prices: Prices;
  readonly conditions: Condition[];
}

/** The prices of a month, apart by how they are known. */
export interface MonthPrices {
  /** Eligible: confirmed, and not free. */
  readonly confirmed: readonly MonthPrice[];
  /** List prices that a single catalogue alone gives. */
  readonly reported: readonly MonthPrice[];
}

/** Days on which a card was valid and known in the same way: what the prices of a month are cut from. */
export type PastPriceSpan = Omit<MonthPrice, "firstDay" | "lastDay"> & { readonly from: string; readonly to: string | null };

/**
 * Every list price and every price at OpenRouter that history holds, and what other platforms said themselves, each with how it was known on its
 * days, by offer and day. Only lines of the days themselves count, so what comes later changes no past day. What is not billed in dollars is left out: of
 * the past only the dollars its source wrote are known. Worked out once, asked month by month.
 */
export function pastPricesOf(
  changes: readonly Change[],
  { mirrors, sellers, listPrices, quotedCurrencies }: PastContext,
): readonly PastPriceSpan[] {
  const spans = spansByOffer(changes);
  const days = readerDays(changes);
  const rows = Map.groupBy(listPrices, (row) => cardName(row, row.upstreamId));
  const media = mediaCards(spans);
  const byOffer = [...spans].toSorted(([a], [b]) => compareText(a, b));
  return byOffer.flatMap(([id, spansOfOffer]) => {
    const sold = readOfferId(id);
    if (!isSoldToAll(sold, sellers)) return [];
    const isList = isListPrice(sold, sellers);
    const witnesses = {
      media: media.get(sold.model) ?? [],
      mirrors,
      days,
      rows: rows.get(cardName(sold, sold.model)) ?? [],
      routed: isList ? (spans.get(routedOffer(sold.model)) ?? []) : [],
    };
    const pieces = spansOfOffer
      .flatMap((span) => piecesOf({ offerId: id, ...sold, isList }, span, witnesses))
      .filter((piece) => billedCurrency(piece, quotedCurrencies) === null);
    return isMainSeller(sold, sellers) ? pieces : pieces.filter(({ evidence }) => isFirstHand(evidence));
  });
}

/**
 * The prices of a month (`2026-07`) up to a day of it, by offer and day. Claude at $5/$25 since 5 February, asked for July: 1 July to 31 July, seen
 * on 5 February; cut to $4 on 21 August, it has two rows in August.
 */
export function monthPrices(past: readonly PastPriceSpan[], month: string, through: string): MonthPrices {
  const cut = spansInMonth(past, month, through).map(({ span, firstDay, lastDay }): MonthPrice => {
    const { from: _from, to: _to, ...price } = span;
    return { ...price, firstDay, lastDay };
  });
  return {
    confirmed: cut.filter(({ evidence }) => evidence !== "reported"),
    reported: cut.filter(({ evidence }) => evidence === "reported"),
  };
}

/** The days of a month on which a piece was valid, both included. */
export interface SpanInMonth extends Pick<MonthPrice, "firstDay" | "lastDay"> {
  readonly span: PastPriceSpan;
}

/**
 * The pieces of each month, for months that follow on each other, oldest first: a piece of May and June stands under both. Ten years have a million
 * pairs of a piece and a month, and a tenth of them meet: only those are looked at.
 */
export function spansByMonth(
  past: readonly PastPriceSpan[],
  months: readonly { readonly month: string; readonly through: string }[],
): ReadonlyMap<string, readonly PastPriceSpan[]> {
  const byMonth = months.map(({ month }): readonly [string, PastPriceSpan[]] => [month, []]);
  const placeOfMonth = new Map(months.map(({ month }, place) => [month, place]));
  for (const span of past)
    for (let place = placeOfMonth.get(span.from.slice(0, 7)) ?? 0; place < months.length; place += 1) {
      const month = months[place];
      if (month === undefined || !meets(span, `${month.month}-01`, month.through)) break;
      byMonth[place]?.[1].push(span);
    }
  return new Map(byMonth);
}

/** The pieces that meet a month. Ten years have a hundred thousand pairs of the two that do: no piece is copied. */
export function spansInMonth(past: readonly PastPriceSpan[], month: string, through: string): readonly SpanInMonth[] {
  const first = `${month}-01`;
  const meeting = past.filter((span) => meets(span, first, through));
  return meeting.map((span) => ({
    span,
    firstDay: span.from < first ? first : span.from,
    lastDay: span.to === null || span.to > through ? through : addDays(span.to, -1),
  }));
}

const meets = ({ from, to }: Pick<PastPriceSpan, "from" | "to">, first: string, through: string): boolean =>
  from <= through && (to === null || to > first);

type Sold = ReturnType<typeof readOfferId>;

/** One name for a card, however its platform and we spell the model. */
const cardName = ({ platform, region, tier }: Pick<OfferKey, "platform" | "region" | "tier">, model: string): string =>
  `${platform} ${normaliseModelId(model)} ${region ?? ""} ${tier}`;

const routedOffer = (model: string): string =>
  offerId(model, { platform: "openrouter", host: null, region: null, tier: "standard", quantization: null, variant: null });

/** Neither free, nor on a condition, nor with a key of one's own. */
const isSoldToAll = (sold: Sold, sellers: Sellers): boolean =>
  sold.tier !== "free" && !isConditional(sold) && sellers.get(sold.platform)?.kind !== "byok";

const isListPrice = ({ platform, model, tier, region, variant }: Sold, sellers: Sellers): boolean =>
  isListSeller(sellers, platform, model) && tier === "standard" && region === null && variant === null;

const isMainSeller = ({ platform, model }: Sold, sellers: Sellers): boolean =>
  platform === "openrouter" || isListSeller(sellers, platform, model);

/** A card that names its model's images or speech beside its text, and the day from which it is known. */
type MediaCard = Pick<PastPriceSpan, "from" | "prices">;

/** By model. */
function mediaCards(spans: ReadonlyMap<string, readonly CardSpan<Change>[]>): ReadonlyMap<string, readonly MediaCard[]> {
  const cards = [...spans].flatMap(([id, spansOfOffer]) =>
    spansOfOffer.flatMap((span) => {
      const prices = pricesOf(span, null);
      const isMedia = prices.imageOutput !== undefined || prices.audioOutput !== undefined;
      return isMedia ? [{ model: readOfferId(id).model, from: span.from, prices }] : [];
    }),
  );
  return Map.groupBy(cards, ({ model }) => model);
}

/** A copied card whose text output is what another, known by that day, asks for images or speech: Gemini 3 Pro Image at 2/120. */
const isMediaAsText = ({ prices }: Pick<PastPriceSpan, "prices">, day: string, media: readonly MediaCard[]): boolean =>
  media.some((card) => card.from <= day && isMediaOf(prices.output ?? 0, card.prices));

/** A span, cut where its evidence changes; days on which nobody had read it for long are left out. */
function piecesOf(
  about: Sold & Pick<MonthPrice, "offerId" | "isList">,
  span: CardSpan<Change>,
  witnesses: Witnesses & { readonly media: readonly MediaCard[] },
): readonly PastPriceSpan[] {
  const prices = pricesOf(span, null);
  if ((prices.input ?? 0) + (prices.output ?? 0) === 0) return [];
  const card = { ...about, prices, conditions: conditionsOf(span), seenOn: span.from, notBefore: notBeforeOf(span) };
  const known = witnesses.media.map(({ from }) => from).filter((day) => day > span.from && day < (span.to ?? "9999"));
  const days = [...new Set([...evidenceEdges(span, witnesses), ...known])].toSorted();
  const pieces = days.flatMap((from, index): readonly PastPriceSpan[] => {
    const evidence = evidenceOn(from, { ...about, span }, witnesses);
    if (evidence === null || isBroken(card, evidence)) return [];
    if (!isFirstHand(evidence.evidence) && isMediaAsText(card, from, witnesses.media)) return [];
    return [{ ...card, ...evidence, from, to: days[index + 1] ?? span.to }];
  });
  return pieces.reduce<readonly PastPriceSpan[]>(joined, []);
}

/** A platform's own card that cannot be right as it stands. */
function isBroken(offer: Pick<PastPriceSpan, "prices" | "conditions">, { evidence }: PastEvidence): boolean {
  const card = { offer, isFirstHand: isFirstHand(evidence) };
  return cacheAboveInput(card) !== null || cheaperTier(card) !== null;
}

/** Pieces that follow on each other and are known alike are one. */
function joined(pieces: readonly PastPriceSpan[], next: PastPriceSpan): readonly PastPriceSpan[] {
  const last = pieces.at(-1);
  const isAlike = last?.to === next.from && last.evidence === next.evidence && last.sourceUrl === next.sourceUrl;
  return last !== undefined && isAlike ? [...pieces.slice(0, -1), { ...last, to: next.to }] : [...pieces, next];
}

function conditionsOf(span: CardSpan<Change>): Condition[] {
  const keys = [...new Set(span.figures.flatMap(({ condition }) => condition ?? []))];
  return keys.map((key) => ({ ...readConditionKey(key), prices: pricesOf(span, key) })).toSorted(compareConditions);
}

const notBeforeOf = ({ from, figures }: CardSpan<Change>): string | null =>
  figures.find(({ day, notBefore }) => day === from && notBefore !== undefined)?.notBefore ?? null;
