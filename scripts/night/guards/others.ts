import { daysBetween } from "../../../src/domain/money/days.ts";
import type { Prices } from "../../../src/domain/offer/meter.ts";
import type { Offer } from "../../../src/domain/offer/offer.ts";
import { type SellersHosts, whoRuns } from "../../../src/domain/reference/who-runs.ts";
import { differs } from "../../../src/domain/source/disagreement.ts";
import { isCatalogue, type SourceId, sourceFacts } from "../../../src/domain/source/sources.ts";
import { isWitnessFor } from "../../../src/domain/source/witness.ts";
import { type Matcher, matcher } from "../match/match.ts";
import { cardFigures, type PriceCard } from "../merge/card-figures.ts";
import { readingId, type StoredReading } from "../merge/reading-row.ts";
import { rowOfferId } from "../merge/row-offer.ts";
import type { Curated } from "../pipeline/curated.ts";
import type { Store } from "../pipeline/store.ts";
import type { Parsed, Reading } from "../sources/source.ts";
import type { PricesLastNight } from "./sellers-disagree.ts";

/** What everybody else says of a row: other sellers of its model last night, other sources of its offer tonight. */
export interface OtherPrices {
  pricesLastNight(reading: StoredReading): PricesLastNight;
  /** What catalogues ask for the row tonight at its platform and tier, in any region and through any host. */
  catalogueCards(reading: StoredReading): readonly Prices[];
  /** A source that says the same of the offer tonight, or null. */
  witness(reading: StoredReading, figures: FiguresToConfirm): SourceId | null;
}

export interface FiguresToConfirm {
  /** A witness names all of these, and agrees. */
  readonly wanted: readonly string[];
  /** About these it says nothing else. */
  readonly moved: readonly string[];
}

/** Where nothing else is known: the first night, or one source alone. */
export const NO_OTHER_PRICES: OtherPrices = {
  pricesLastNight: () => ({ offer: null, sellers: [], isPremium: false }),
  catalogueCards: () => [],
  witness: () => null,
};

interface Tonight {
  readonly sources: readonly { readonly source: { readonly id: SourceId }; readonly parsed: Parsed | null }[];
  readonly before: Pick<Store, "readings" | "models" | "offers">;
  readonly curated: Pick<Curated, "aliases" | "neverJoin" | "premiumHosts" | "platformOfHost">;
  readonly day: string;
}

/** Looks nothing up until it is asked: most rows are as they were. Models are those of last night, so that no row vouches for itself. */
export function otherPricesTonight(tonight: Tonight): OtherPrices {
  const { before, curated, day } = tonight;
  const match = once(() => matcher({ models: before.models, aliases: curated.aliases, neverJoin: curated.neverJoin }));
  const sold = once(() => Map.groupBy(before.offers, ({ model }) => model));
  const all = once(() => rowsOf(tonight));
  const byPlatform = once(() => Map.groupBy(all(), ({ key }) => key.platform));
  const rowsAt = onceEach((platform: string) => rowsByOffer(byPlatform().get(platform) ?? [], match()));
  const catalogues = once(() => catalogueRows(all(), match()));
  const sellers = hostsBySeller(curated.platformOfHost);
  return {
    pricesLastNight: (reading) => {
      const model = modelOf(reading, match());
      if (model === null) return NO_OTHER_PRICES.pricesLastNight(reading);
      const isPremium = curated.premiumHosts.has(whoRuns(reading.key, sellers));
      return { ...askedFor(sold().get(model) ?? [], rowOfferId(model, reading.key), sellers), isPremium };
    },
    catalogueCards: (reading) => {
      const names = namesOf(reading, match());
      return [...new Set(names.flatMap((name) => catalogues().get(name) ?? []))];
    },
    witness: (reading, figures) => {
      const model = modelOf(reading, match());
      const { platform } = reading.key;
      const rows = model === null ? [] : (rowsAt(platform).get(rowOfferId(model, reading.key)) ?? []);
      const isFresh = ({ source }: Reading) => daysBetween(source.readAt.slice(0, 10), day) <= sourceFacts(source.id).budgetDays;
      const witness = rows.find(
        (row) => isWitnessFor(reading.source.id, row.source.id, platform) && isFresh(row) && agrees(reading, row, figures),
      );
      return witness?.source.id ?? null;
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let memo: { readonly value: Value } | null = null;
  return () => {
    memo ??= { value: make() };
    return memo.value;
  };
}

function onceEach<Value>(make: (name: string) => Value): (name: string) => Value {
  const memoByName = new Map<string, Value>();
  return (name) => {
    const value = memoByName.get(name) ?? make(name);
    memoByName.set(name, value);
    return value;
  };
}

function modelOf(reading: Reading, match: Matcher): string | null {
  const ownMatch = match.reading(reading);
  return ownMatch.kind === "known" ? ownMatch.modelId : null;
}

/** What each source says tonight, or said last where it was not read. */
function rowsOf({ sources, before }: Tonight): readonly Reading[] {
  return sources.flatMap(({ source, parsed }) => {
    const now = parsed?.readings ?? [];
    const idsNow = new Set(now.map(readingId));
    return [...now, ...(before.readings.get(source.id) ?? []).filter((row) => !idsNow.has(readingId(row)) && row.held === null)];
  });
}

function catalogueRows(rows: readonly Reading[], match: Matcher): ReadonlyMap<string, readonly Prices[]> {
  const namedRows = rows
    .filter(({ source }) => isCatalogue(source.id))
    .flatMap((row) => namesOf(row, match).map((name) => ({ name, row })));
  const groups = [...Map.groupBy(namedRows, ({ name }) => name)];
  return new Map(groups.map(([name, group]) => [name, group.map(({ row }) => row.prices)]));
}

/** By what two sources may know one row: the platform's id of it, and the model it is of. */
function namesOf(row: Reading, match: Matcher): readonly string[] {
  const model = modelOf(row, match);
  const sold = `${row.key.platform} ${row.key.tier} ${row.key.variant ?? ""}`;
  return [`${sold} id ${row.upstreamId.toLowerCase()}`, ...(model === null ? [] : [`${sold} model ${model}`])];
}

function rowsByOffer(rows: readonly Reading[], match: Matcher): ReadonlyMap<string, readonly Reading[]> {
  const placed = rows.flatMap((row) => {
    const model = modelOf(row, match);
    return model === null ? [] : [{ id: rowOfferId(model, row.key), row }];
  });
  const groups = [...Map.groupBy(placed, ({ id }) => id)];
  return new Map(groups.map(([id, group]) => [id, group.map(({ row }) => row)]));
}

function agrees(card: PriceCard, other: PriceCard, { wanted, moved }: FiguresToConfirm): boolean {
  const [ours, theirs] = [cardFigures(card), cardFigures(other)];
  return moved.every((name) => {
    const [a, b] = [ours.get(name)?.micro, theirs.get(name)?.micro];
    return b === undefined ? !wanted.includes(name) : a !== undefined && !differs(a, b);
  });
}

/** One card for each who runs the model elsewhere, under whatever name: the first of its standard offers, by id. */
function askedFor(offers: readonly Offer[], id: string, known: SellersHosts): Omit<PricesLastNight, "isPremium"> {
  const storedOffer = offers.find((offer) => offer.id === id);
  const sellers = new Map<string, Prices>();
  for (const offer of offers) {
    const isAsked = offer.id !== id && offer.tier === "standard" && offer.status !== "retired";
    const seller = whoRuns(offer, known);
    if (isAsked && !sellers.has(seller)) sellers.set(seller, offer.prices);
  }
  return { offer: storedOffer?.prices ?? null, sellers: [...sellers.values()] };
}

const hostsBySeller = (platformOfHost: ReadonlyMap<string, string>): SellersHosts =>
  new Map(
    [...Map.groupBy(platformOfHost, ([, platform]) => platform)].map(([id, hosts]) => [
      id,
      { hosts: hosts.map(([slug]) => slug) },
    ]),
  );
