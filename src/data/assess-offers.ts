import { join } from "node:path";
import { z } from "zod";
import { WorkloadPresets } from "../domain/cost/workload.ts";
import { doubtContext } from "../domain/doubt/doubt-context.ts";
import { judgeOffers } from "../domain/doubt/judge-offers.ts";
import type { Model } from "../domain/model/model.ts";
import { type ExchangeRates, ratesOn } from "../domain/money/exchange-rate.ts";
import { Hosts } from "../domain/offer/host.ts";
import { ListPrice } from "../domain/offer/list-price.ts";
import type { Offer, SecondReading } from "../domain/offer/offer.ts";
import { inDollars } from "../domain/platform/billed-price.ts";
import { Mirror } from "../domain/platform/mirror.ts";
import { Platform, Platforms } from "../domain/platform/platform.ts";
import { PremiumHost } from "../domain/platform/premium-host.ts";
import { QuotedCurrency } from "../domain/platform/quoted-currency.ts";
import type { AssessedOffer } from "../domain/source/assessed-offer.ts";
import { knownOffers } from "../domain/source/known-offer.ts";
import { jsonFilesOf, readJson } from "./rows.ts";

/** What people wrote down that says how far a price can be relied on. */
export interface CuratedTables {
  readonly presets: z.output<typeof WorkloadPresets>;
  readonly platforms: readonly Platform[];
  readonly hosts: z.output<typeof Hosts>;
  readonly mirrors: readonly Mirror[];
  readonly listPrices: readonly ListPrice[];
  readonly quotedCurrencies: readonly QuotedCurrency[];
  readonly premiumHosts: readonly PremiumHost[];
}

/** The tables of a curated directory; throws where a file breaks its schema. */
export function readCuratedTables(curated: string): CuratedTables {
  const file = (name: string) => join(curated, name);
  return {
    presets: readJson(file("workloads.json"), WorkloadPresets),
    platforms: [
      ...readJson(file("platforms.json"), Platforms),
      ...jsonFilesOf(file("platforms")).map((path) => readJson(path, Platform)),
    ],
    hosts: readJson(file("hosts.json"), Hosts),
    mirrors: readJson(file("mirrors.json"), z.array(Mirror)),
    listPrices: jsonFilesOf(file("list-prices")).flatMap((path) => readJson(path, z.array(ListPrice))),
    quotedCurrencies: readJson(file("quoted-currencies.json"), z.array(QuotedCurrency)),
    premiumHosts: readJson(file("premium-hosts.json"), z.array(PremiumHost)),
  };
}

/** What a night keeps of the catalogue, as far as it is judged. */
export interface StoredCatalogue {
  readonly asOf: string;
  readonly models: readonly Pick<Model, "id" | "openWeights">[];
  readonly offers: readonly Offer[];
  readonly seconds: readonly SecondReading[];
  readonly rates: readonly ExchangeRates[];
}

/** Every offer, in its order, with how its price is known and what speaks against it: for the site's build and for the night's rankings alike. */
export function assessOffers(
  { asOf, models, offers, seconds, rates }: StoredCatalogue,
  tables: CuratedTables,
): readonly AssessedOffer[] {
  const secondsByOffer = Map.groupBy(seconds, ({ offer }) => offer);
  const tonight = ratesOn(rates, asOf);
  const known = knownOffers(offers, { asOf, ...tables, secondsOf: (id) => secondsByOffer.get(id) ?? [] }).map((offer) =>
    inDollars(offer, tables.quotedCurrencies, tonight),
  );
  const context = doubtContext({ asOf, ...tables });
  const openWeights = new Map(models.map((model) => [model.id, model.openWeights]));
  const doubts = new Map(
    [...Map.groupBy(known, ({ model }) => model)].flatMap(([model, modelOffers]) => [
      ...judgeOffers(modelOffers, { openWeights: openWeights.get(model) ?? null }, context),
    ]),
  );
  return known.map((offer) => ({ ...offer, doubts: doubts.get(offer.id) ?? [] }));
}
