import { join } from "node:path";
import { z } from "zod";
import { WorkloadPresets } from "../domain/cost/workload.ts";
import { type Host, Hosts } from "../domain/offer/host.ts";
import { ListPrice, UndatedPrice } from "../domain/offer/list-price.ts";
import { Mirror } from "../domain/platform/mirror.ts";
import { Platform, Platforms } from "../domain/platform/platform.ts";
import { PremiumHost } from "../domain/platform/premium-host.ts";
import { QuotedCurrency } from "../domain/platform/quoted-currency.ts";
import { SearchingModel } from "../domain/reference/searches/searching-model.ts";
import { jsonFilesOf, readJson } from "./rows.ts";

/** What people wrote down that says how far a price can be relied on. */
export interface CuratedTables {
  readonly presets: z.output<typeof WorkloadPresets>;
  readonly platforms: readonly Platform[];
  readonly hosts: readonly Host[];
  readonly mirrors: readonly Mirror[];
  readonly listPrices: readonly ListPrice[];
  readonly undatedPrices: readonly UndatedPrice[];
  readonly quotedCurrencies: readonly QuotedCurrency[];
  readonly premiumHosts: readonly PremiumHost[];
  readonly searchingModels: readonly SearchingModel[];
}

/** The tables of a curated directory; throws where a file breaks its schema. */
export const readCuratedTables = (curated: string): CuratedTables => ({
  ...readSellerTables(curated),
  presets: readJson(join(curated, "workloads.json"), WorkloadPresets),
  undatedPrices: readJson(join(curated, "undated-prices.json"), z.array(UndatedPrice)),
  quotedCurrencies: readJson(join(curated, "quoted-currencies.json"), z.array(QuotedCurrency)),
  searchingModels: readJson(join(curated, "searching-models.json"), z.array(SearchingModel)),
});

/**
 * Those of them that a night reads before there is a price to judge: who sells, who runs weights for whom, who copies whose API, and what is listed.
 */
export const readSellerTables = (
  curated: string,
): Pick<CuratedTables, "platforms" | "hosts" | "premiumHosts" | "mirrors" | "listPrices"> => ({
  platforms: [
    ...readJson(join(curated, "platforms.json"), Platforms),
    ...jsonFilesOf(join(curated, "platforms")).map((path) => readJson(path, Platform)),
  ],
  hosts: readJson(join(curated, "hosts.json"), Hosts),
  premiumHosts: readJson(join(curated, "premium-hosts.json"), z.array(PremiumHost)),
  mirrors: readJson(join(curated, "mirrors.json"), z.array(Mirror)),
  listPrices: jsonFilesOf(join(curated, "list-prices")).flatMap((path) => readJson(path, z.array(ListPrice))),
});
