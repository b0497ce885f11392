import type { Host } from "../domain/host.ts";
import type { Platform } from "../domain/platform.ts";
import type { Seller, Sellers } from "../domain/seller.ts";
import type { Names } from "./seller-label.ts";

/** `/api/sellers.json`, the site's own file and no contract: what bills and labels in the browser need of platforms and hosts. */
export interface SellersJson {
  /** By platform id. */
  readonly platforms: Readonly<Record<string, Seller & { readonly name: string }>>;
  /** Host slug → name, where it is another than the slug. */
  readonly hosts: Readonly<Record<string, string>>;
}

export function sellersJson(platforms: readonly Platform[], hosts: readonly Host[], sellers: Sellers): SellersJson {
  return {
    platforms: Object.fromEntries(
      platforms.flatMap(({ id, name }) => {
        const seller = sellers.get(id);
        return seller === undefined ? [] : [[id, { name, ...seller }]];
      }),
    ),
    hosts: Object.fromEntries(hosts.flatMap(({ slug, name }) => (slug === name ? [] : [[slug, name]]))),
  };
}

/** What `sellersJson` wrote, as the engine and the labels want it. */
export function readSellersJson({ platforms, hosts }: SellersJson): { readonly sellers: Sellers; readonly names: Names } {
  return {
    sellers: new Map(Object.entries(platforms)),
    names: { platform: (id) => platforms[id]?.name ?? id, host: (slug) => hosts[slug] ?? slug },
  };
}
