import { doubtContext } from "../domain/doubt/doubt-context.ts";
import { judgeOffers } from "../domain/doubt/judge-offers.ts";
import { newestListCopies } from "../domain/doubt/rules/not-in-newer-list.ts";
import { makerOfId } from "../domain/model/maker-of-id.ts";
import type { Model } from "../domain/model/model.ts";
import { type ExchangeRates, ratesOn } from "../domain/money/exchange-rate.ts";
import type { Offer, SecondReading } from "../domain/offer/offer.ts";
import { namesOf, withNames } from "../domain/offer/seller-names.ts";
import { inDollars } from "../domain/platform/currency/billed-price.ts";
import { searchPriceOf, withSearchInRequest } from "../domain/reference/searches/search-with-each-request.ts";
import { assumedTiers, listCards } from "../domain/reference/tiers/assumed-tiers.ts";
import { assumedWindows } from "../domain/reference/tiers/assumed-windows.ts";
import { longestPrompt, withPromptLimit } from "../domain/reference/tiers/longest-prompt.ts";
import type { AssessedOffer } from "../domain/source/assessed-offer.ts";
import { knownOffers } from "../domain/source/known/known-offer.ts";
import type { CuratedTables } from "./curated-tables.ts";

/** What a night keeps of the catalogue, as far as it is judged. */
export interface StoredCatalogue {
  readonly asOf: string;
  readonly models: readonly Pick<Model, "id" | "openWeights" | "contextTokens" | "tools" | "outputModalities">[];
  readonly offers: readonly Offer[];
  readonly seconds: readonly SecondReading[];
  readonly rates: readonly ExchangeRates[];
}

/**
 * Every offer, in its order, with who sells it, how its price is known and what speaks against it: for the site's build and for the night's rankings
 * alike. One whose context nobody states has its model's, as the finder and the files in other tools' forms have it: Together's page names no
 * context of Llama 3.3 70B, and it takes no 300,000 tokens there. What a copy leaves out of the prices of long prompts is assumed to be as at the maker,
 * and so are a router's peak hours and the longest prompt. What searches with every request is billed a search with each.
 */
export function assessOffers(
  { asOf, models, offers, seconds, rates }: StoredCatalogue,
  tables: CuratedTables,
): readonly AssessedOffer[] {
  const secondsByOffer = Map.groupBy(seconds, ({ offer }) => offer);
  const tonight = ratesOn(rates, asOf);
  const pricedOffers = knownOffers(offers, { asOf, ...tables, secondsOf: (id) => secondsByOffer.get(id) ?? [] }).map((offer) =>
    inDollars(offer, tables.quotedCurrencies, tonight),
  );
  const context = { ...doubtContext({ asOf, ...tables }), listCopies: newestListCopies(pricedOffers, tables.mirrors) };
  const modelById = new Map(models.map((model) => [model.id, model]));
  const doubts = new Map(
    [...Map.groupBy(pricedOffers, ({ model }) => model)].flatMap(([model, modelOffers]) => [
      ...judgeOffers(modelOffers, modelById.get(model) ?? { openWeights: null }, context),
    ]),
  );
  const names = namesOf(tables.platforms, tables.hosts);
  const judged = pricedOffers.map((offer) => ({
    ...offer,
    contextTokens: offer.contextTokens ?? modelById.get(offer.model)?.contextTokens ?? null,
    doubts: doubts.get(offer.id) ?? [],
  }));
  const { sellers } = context;
  const searching = new Set(tables.searchingModels.map(({ model }) => model));
  const known = new Map(
    [...Map.groupBy(judged, ({ model }) => model)].map(([id, own]) => {
      const { openWeights = null } = modelById.get(id) ?? {};
      const longest = longestPrompt(own, openWeights, sellers);
      const searchPrice = searching.has(id) ? searchPriceOf(own, sellers) : null;
      return [id, { openWeights, longest, searchPrice, cards: listCards(own, makerOfId(id), sellers) }] as const;
    }),
  );
  return judged.map((offer) => {
    const { openWeights = null, longest = null, searchPrice = null, cards = null } = known.get(offer.model) ?? {};
    const tiers = assumedTiers(offer, cards, openWeights, sellers);
    const windows = assumedWindows(offer, cards, sellers);
    const assumed = {
      ...(tiers.length === 0 ? {} : { assumedTiers: tiers }),
      ...(windows.length === 0 ? {} : { assumedWindows: windows }),
      ...(searching.has(offer.model) ? { unitPrices: withSearchInRequest(offer, searchPrice) } : {}),
    };
    return withNames({ ...withPromptLimit(offer, longest), ...assumed }, names);
  });
}
