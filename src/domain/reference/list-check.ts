import { compareText } from "../money/compare-text.ts";
import type { Condition } from "../offer/condition.ts";
import type { Prices } from "../offer/meter.ts";
import type { SecondReading } from "../offer/offer.ts";
import type { Sellers } from "../offer/seller.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import { disagrees } from "../source/disagreement.ts";
import { isCatalogue, type SourceId } from "../source/sources.ts";
import { makersOffer } from "./delta.ts";
import { makersEndpoint } from "./makers-endpoint.ts";

/** Who says a maker's price: its page, its endpoint on OpenRouter, or a catalogue of its platform. */
export interface ListReading {
  readonly source: SourceId;
  readonly day: string;
  readonly prices: Prices;
  readonly url: string;
}

/** A list price, and what was said later and otherwise. */
export interface ListDispute {
  readonly list: ListReading;
  readonly other: ListReading;
}

/**
 * The nightly check of one model's list price: against the maker's own endpoint on
 * OpenRouter and every catalogue. Never a change by itself. Null = nobody says
 * otherwise: of a page only what was said later counts.
 * Qwen3.7 Plus at 0.4/1.6 on Alibaba's page of 7 October, 0.32/1.28 at Alibaba on OpenRouter of 20 November → both.
 */
export function listDispute(
  offers: readonly AssessedOffer[],
  maker: string,
  sellers: Sellers,
  secondsOf: (offerId: string) => readonly SecondReading[],
): ListDispute | null {
  const atMaker = makersOffer(offers, maker, sellers);
  if (atMaker === null || atMaker.doubts.length > 0) return null;
  const voices = [...voicesOf(atMaker, secondsOf(atMaker.id)), ...endpointVoices(offers, maker, sellers)];
  const list =
    newest(voices.filter(({ source }) => !isCatalogue(source) && source !== ENDPOINT)) ?? newest(voices.filter(isEndpoint));
  if (list === null) return null;
  // A page knows better than what was said before it; an endpoint is held against whatever was said.
  const since = isEndpoint(list) ? "" : ([list.day, atMaker.effectiveFrom ?? ""].toSorted(compareText).at(-1) ?? "");
  const cards = [list.prices, ...(disagrees(atMaker.prices, list.prices, PAIR) ? [] : windowCards(atMaker))];
  const other = newest(voices.filter((each) => each.day > since && isNone(each, cards)));
  return other === null ? null : { list, other };
}

const ENDPOINT: SourceId = "openrouter-endpoints";
const PAIR = ["input", "output"] as const;
const isEndpoint = ({ source }: ListReading): boolean => source === ENDPOINT;

function voicesOf(listed: AssessedOffer, seconds: readonly SecondReading[]): readonly ListReading[] {
  return [listed, ...seconds].map(({ source, prices }) => ({
    ...{ source: source.id, day: source.readAt.slice(0, 10), url: source.url },
    prices,
  }));
}

/** The endpoint in its own right, whatever catalogues say of the maker's platform. */
function endpointVoices(offers: readonly AssessedOffer[], maker: string, sellers: Sellers): readonly ListReading[] {
  const endpoint = makersEndpoint(offers, maker, sellers, null);
  if (endpoint === null) return [];
  const { offer, seenOn } = endpoint;
  return [{ source: ENDPOINT, day: seenOn, url: offer.source.url, prices: offer.prices }];
}

/** A window's card is the list price too: one catalogue writes DeepSeek's peak, another what it asks at night. */
const windowCards = (listed: AssessedOffer): readonly Prices[] =>
  listed.conditions.filter(isWindow).map(({ prices }) => ({ ...listed.prices, ...prices }));

const isWindow = (condition: Condition): boolean => "utc" in condition;

const isNone = ({ prices }: ListReading, cards: readonly Prices[]): boolean =>
  cards.every((card) => disagrees(card, prices, PAIR));

const newest = (voices: readonly ListReading[]): ListReading | null =>
  voices.toSorted((a, b) => compareText(b.day, a.day) || compareText(a.source, b.source))[0] ?? null;
