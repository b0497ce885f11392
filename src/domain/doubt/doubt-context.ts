import type { WorkloadPreset } from "../cost/workload.ts";
import { valueOn } from "../money/fact.ts";
import type { Host } from "../offer/host.ts";
import type { ListPrice } from "../offer/list-price.ts";
import type { Tier } from "../offer/offer.ts";
import type { Mirror } from "../platform/mirror.ts";
import { type Platform, sellerOn } from "../platform/platform.ts";
import type { PremiumHost } from "../platform/premium-host.ts";
import type { QuotedCurrency } from "../platform/quoted-currency.ts";
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

/** What `judgeOffers` needs, once a build. Months are those of the preset `chat`, whatever workload a page shows. Throws without that preset. */
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
  const byId = new Map(platforms.map((platform) => [platform.id, platform]));
  return {
    ...{ asOf, listPrices },
    tierShareBps: (id, tier) => tierShareBps(byId.get(id), tier, asOf),
    chat,
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

/** What a platform says of a tier, where input and output are one share of the standard price. */
function tierShareBps(platform: Platform | undefined, tier: Tier, asOf: string): number | null {
  const discounts = [...(platform?.batch ?? []), ...(platform?.tiers ?? [])].filter(
    ({ value, validFrom, validTo }) => value.tier === tier && (validFrom ?? "") <= asOf && asOf < (validTo ?? "9999"),
  );
  const shares = new Set(
    discounts.flatMap(({ value: { inputOfBps, outputOfBps } }) => [inputOfBps ?? null, outputOfBps ?? null]),
  );
  const [share = null] = shares;
  return shares.size === 1 ? share : null;
}
