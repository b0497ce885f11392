import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { Host } from "../../domain/offer/host.ts";
import type { Seller, Sellers } from "../../domain/offer/seller.ts";
import type { NamesById } from "../../domain/offer/seller-names.ts";
import type { Platform } from "../../domain/platform/platform.ts";
import type { Api, ApiDialect } from "../../domain/request/api.ts";

/** `/api/sellers.json`, the site's own file and no contract: what bills and labels in the browser need of platforms and hosts. */
export interface SellersJson {
  /** By platform id. */
  readonly platforms: Readonly<Record<string, Seller & SellerDialect>>;
  /** Host slug → name, where it is another than the slug. */
  readonly hosts: Readonly<Record<string, string>>;
  /** The default first. */
  readonly presets: readonly WorkloadPreset[];
}

/** How a platform's API is spoken: what tells whether a request buys an offer. Absent = nobody wrote it down. */
export interface SellerDialect {
  readonly dialect?: ApiDialect;
}

/** `/api/access.json`, the site's own file and no contract: by platform id, what is read once somebody asks for a request. */
export type AccessJson = Readonly<Record<string, SellerAccess>>;

/** How a request reaches a platform; absent = nobody wrote it down. */
export interface SellerAccess {
  readonly api?: Api;
  /** The environment variable its own tools read the key from. */
  readonly keyEnv?: string;
}

/** Platforms, the hosts behind them, and what access to them costs. */
interface WhoSells {
  readonly platforms: readonly Platform[];
  readonly hosts: readonly Host[];
  readonly sellers: Sellers;
}

type AccessOf = (platform: Platform) => SellerAccess;

/** How requests reach those platforms of which anything is known. */
export function accessJson(platforms: readonly Platform[], accessOf: AccessOf): AccessJson {
  const all = platforms.map((platform) => [platform.id, accessOf(platform)] as const);
  return Object.fromEntries(all.filter(([, access]) => Object.keys(access).length > 0));
}

/** The sellers as the modules of the calculator and the comparisons read them: names, fees and what access costs. */
export function sellersJson(
  { platforms, hosts, sellers }: WhoSells,
  presets: readonly WorkloadPreset[],
  accessOf: AccessOf,
): SellersJson {
  return {
    platforms: Object.fromEntries(
      platforms.flatMap((platform) => {
        const seller = sellers.get(platform.id);
        const dialect = accessOf(platform).api?.dialect;
        return seller === undefined ? [] : [[platform.id, { ...seller, ...(dialect === undefined ? {} : { dialect }) }]];
      }),
    ),
    hosts: Object.fromEntries(hosts.flatMap(({ slug, name }) => (slug === name ? [] : [[slug, name]]))),
    presets,
  };
}

/** What `sellersJson` wrote, as the engine and the labels want it. */
export function readSellersJson({ platforms, hosts }: SellersJson): { readonly sellers: Sellers; readonly names: NamesById } {
  return {
    sellers: new Map(Object.entries(platforms)),
    names: { platform: (id) => platforms[id]?.name ?? id, host: (slug) => hosts[slug] ?? slug },
  };
}
