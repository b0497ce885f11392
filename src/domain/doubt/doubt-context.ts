import type { WorkloadPreset } from "../cost/workload.ts";
import { valueOn } from "../money/fact.ts";
import type { Host } from "../offer/host.ts";
import type { ListPrice } from "../offer/list-price.ts";
import type { Mirror } from "../platform/mirror.ts";
import { type Platform, sellerOn } from "../platform/platform.ts";
import type { PremiumHost } from "../platform/premium-host.ts";
import type { QuotedCurrency } from "../platform/quoted-currency.ts";
import { tierShares } from "../platform/tier-share.ts";
import type { DoubtContext } from "./judge-offers.ts";

/** The curated tables the rules read. */
export interface DoubtTables {
  readonly asOf: string;
  readonly presets: readonly WorkloadPreset[];
  readonly platforms: readonly Platform[];
  readonly hosts: readonly Host[];
  readonly mirrors: readonly Mirror[];
  readonly quotedCurrencies: readonly QuotedCurrency[];
  readonly premiumHosts: readonly PremiumHost[];
  readonly listPrices: readonly ListPrice[];
}

/** What `judgeOffers` needs, once a build; which lists were copied last is said by who knows the offers. Months are those of the preset `chat`, whatever workload a page shows. Throws without that preset. */
export function doubtContext({
  asOf,
  presets,
  platforms,
  hosts,
  mirrors,
  quotedCurrencies,
  premiumHosts,
  listPrices,
}: DoubtTables): DoubtContext {
  const chat = presets.find(({ id }) => id === "chat");
  if (chat === undefined) throw new Error("no preset chat: doubts are counted in its months");
  const currencies = new Map(platforms.map(({ id, billing }) => [id, valueOn(billing, asOf)?.currency]));
  return {
    ...{ asOf, listPrices },
    tierShareBps: tierShares(platforms, asOf),
    chat,
    listCopies: new Map(),
    resoldLists: new Map(
      platforms.flatMap(({ id, resells }) => {
        const resold = valueOn(resells, asOf);
        return resold === null ? [] : [[id, resold.platform] as const];
      }),
    ),
    mirrors,
    quotedCurrencies,
    sellers: new Map(platforms.map((platform) => [platform.id, sellerOn(platform, asOf, hosts)])),
    premiumHosts: new Set(premiumHosts.map(({ platform }) => platform)),
    billedIn: (platform) => {
      const currency = currencies.get(platform);
      return currency === "USD" ? undefined : currency;
    },
  };
}
