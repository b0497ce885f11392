import type { Prices } from "../../domain/offer/meter.ts";
import { offerId } from "../../domain/offer/offer-id.ts";
import type { RankableOffer } from "../../domain/ranking/cheapest.ts";
import { isMicroUsdPerMTok } from "./offer-json.ts";
import { readStored, type StoredOffer } from "./stored-offer.ts";

/**
 * Offers of many models, a column each, the models one after the other: half the bytes of as many objects. An id is read from the facts it is
 * made of, so none is here.
 */
export interface PackedOffers {
  /** How many each model has. */
  readonly counts: readonly number[];
  /** Each offer's price card among its model's own, in the order they first come. */
  readonly cards: readonly number[];
  /** By meter: of each card in millionths of a dollar per million tokens; null = no price. Others than `input` as `shareOf` says. */
  readonly prices: Readonly<Record<string, readonly (number | null)[]>>;
  /** Every other fact by its name. */
  readonly facts: Readonly<Record<string, FactColumn>>;
}

/** One fact of many things. */
export interface FactColumn<Word = unknown> {
  /** What they say, each once. */
  readonly words: readonly Word[];
  /** The place of each among them, one more than it is: 0 = it says what is usual. */
  readonly places: readonly number[];
}

/** `offersOf[1]` are the second model's. */
export function packOffers(offersOf: readonly (readonly StoredOffer[])[]): PackedOffers {
  const all = offersOf.flat();
  const cardsOfModel = offersOf.map((offers) => [
    ...new Map(offers.map(({ prices }) => [JSON.stringify(prices), prices])).entries(),
  ]);
  const cards = cardsOfModel.flatMap((each) => each.map(([, prices]) => prices));
  const meters = [...new Set(cards.flatMap((card) => Object.keys(card)))];
  const { id, prices, ...facts } = Object.fromEntries(all.flatMap((offer) => Object.keys(offer)).map((name) => [name, true]));
  return {
    counts: offersOf.map(({ length }) => length),
    cards: offersOf.flatMap((offers, at) => {
      const texts = cardsOfModel[at]?.map(([text]) => text) ?? [];
      return offers.map((offer) => texts.indexOf(JSON.stringify(offer.prices)));
    }),
    prices: Object.fromEntries(
      meters.map((meter) => [meter, cards.map((card) => (meter === "input" ? (card.input ?? null) : shareOf(card, meter)))]),
    ),
    facts: Object.fromEntries(Object.keys(facts).map((name) => [name, factColumn(all.map((offer) => Object(offer)[name]))])),
  };
}

/** What `packOffers` wrote: the offers of each of the models whose ids these are, as a month is computed from. */
export function unpackOffers(
  { counts, cards, prices, facts }: PackedOffers,
  ids: readonly string[],
): readonly (readonly RankableOffer[])[] {
  const columns = Object.entries(facts);
  let [at, firstCard] = [0, 0];
  return counts.map((count, model) => {
    const from = at;
    at += count;
    const places = cards.slice(from, at);
    const cardAt = firstCard;
    firstCard += Math.max(-1, ...places) + 1;
    return places.map((card, place) => {
      const ofOffer = factsAt(columns, from + place);
      return withId(ids[model] ?? "", { platform: "", ...ofOffer, prices: cardOf(prices, cardAt + card) });
    });
  });
}

/** What columns say of one thing. */
export const factsAt = (columns: readonly (readonly [name: string, column: FactColumn])[], at: number): object =>
  Object.fromEntries(
    columns.flatMap(([name, { words, places }]) => {
      const place = places[at] ?? 0;
      return place === 0 ? [] : [[name, words[place - 1]]];
    }),
  );

/** `[undefined, "eu", undefined, "eu"]` → words `["eu"]`, places `[0, 1, 0, 1]`; what is said often has the small numbers. */
export function factColumn<Word>(values: readonly (Word | undefined)[]): FactColumn<Word> {
  const texts = values.map((value) => JSON.stringify(value));
  const byText = Map.groupBy(
    texts.filter((text) => text !== undefined),
    (text) => text,
  );
  const words = [...byText].sort(([, many], [, more]) => more.length - many.length).map(([text]) => text);
  const placeOf = new Map(words.map((text, at) => [text, at + 1]));
  return { words: words.map((text) => JSON.parse(text)), places: texts.map((text) => placeOf.get(text) ?? 0) };
}

/** So many parts of the input's price are a price of another meter: a tenth is 100. */
const PARTS = 1_000;

/** A price as parts of the input's, 0 and above, where that is exact, else below 0 as it is: `{ input: 3000, cacheRead: 300 }` → 100; 0 is free, and −1 where there is no price of input to be a part of. */
function shareOf(card: Prices, meter: string): number | null {
  const price = new Map(Object.entries(card)).get(meter) ?? null;
  if (price === null) return null;
  const { input = 0 } = card;
  const share = input === 0 ? Number.NaN : (price * PARTS) / input;
  return Number.isInteger(share) && (share * input) / PARTS === price ? share : -1 - price;
}

function cardOf(columns: PackedOffers["prices"], at: number): Prices {
  const input = columns.input?.[at] ?? 0;
  return Object.fromEntries(
    Object.entries(columns).flatMap(([meter, column]) => {
      const value = column[at] ?? null;
      if (value === null) return [];
      const price = meter === "input" ? value : value < 0 ? -1 - value : (value * input) / PARTS;
      return isMicroUsdPerMTok(price) ? [[meter, price]] : [];
    }),
  );
}

function withId(model: string, facts: Omit<StoredOffer, "id">): RankableOffer {
  const offer = readStored(model, { ...facts, id: "" });
  return { ...offer, id: offerId(model, offer) };
}
