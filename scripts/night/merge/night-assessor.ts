import { assessOffers, type StoredCatalogue } from "../../../src/data/assess-offers.ts";
import { type CuratedTables, readCuratedTables } from "../../../src/data/curated-tables.ts";
import { ratesOn } from "../../../src/domain/money/exchange-rate.ts";
import type { AssessedOffer } from "../../../src/domain/source/assessed-offer.ts";

/** What people wrote down, and a night's offers judged by it. */
export interface NightAssessor {
  readonly tables: CuratedTables;
  assess(catalogue: StoredCatalogue): readonly AssessedOffer[];
}

/** Reads the curated tables once, and assesses a catalogue once: what a night asks for again with the same rows and rates is there. */
export function nightAssessor(curated: string): NightAssessor {
  const tables = readCuratedTables(curated);
  let last: { readonly of: StoredCatalogue; readonly assessed: readonly AssessedOffer[] } | null = null;
  const assess = (catalogue: StoredCatalogue) => {
    if (last === null || !isSame(last.of, catalogue)) last = { of: catalogue, assessed: assessOffers(catalogue, tables) };
    return last.assessed;
  };
  return { tables, assess };
}

type Comparison = (a: StoredCatalogue, b: StoredCatalogue) => boolean;

/** How each field is compared: one that a catalogue gains has to say it here, or types fail. */
const IS_SAME: Readonly<Record<keyof StoredCatalogue, Comparison>> = {
  asOf: (a, b) => a.asOf === b.asOf,
  models: (a, b) => a.models === b.models,
  offers: (a, b) => a.offers === b.offers,
  seconds: (a, b) => a.seconds === b.seconds,
  rates: (a, b) => JSON.stringify(ratesOn(a.rates, a.asOf)) === JSON.stringify(ratesOn(b.rates, b.asOf)),
};

const isSame: Comparison = (a, b) => Object.values(IS_SAME).every((isFieldSame) => isFieldSame(a, b));
