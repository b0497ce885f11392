import type { Offer } from "./offer.ts";

/** Ids → names, both for platforms and for the hosts behind routers. */
export interface NamesById {
  platform(id: string): string;
  host(slug: string): string;
}

/** Who sells an offer, by name: the row carries it, so that no function needs a table of names beside its rows. */
export interface SellerNames {
  readonly platformName: string;
  /** Null where the platform itself answers. */
  readonly hostName: string | null;
}

/** What an offer is named from. */
export type NamedOffer = Pick<Offer, "region" | "tier" | "quantization" | "variant"> & SellerNames;

/** A name for every platform and host; one nobody has named yet goes by its id. */
export function namesOf(
  platforms: readonly { readonly id: string; readonly name: string }[],
  hosts: readonly { readonly slug: string; readonly name: string }[],
): NamesById {
  const platformNames = new Map(platforms.map(({ id, name }) => [id, name]));
  const hostNames = new Map(hosts.map(({ slug, name }) => [slug, name]));
  return { platform: (id) => platformNames.get(id) ?? id, host: (slug) => hostNames.get(slug) ?? slug };
}

/** A row with the names of its seller: `{ platform: "openrouter", host: "streamlake" }` → OpenRouter, StreamLake. */
export function withNames<Row extends Pick<Offer, "platform" | "host">>(row: Row, names: NamesById): Row & SellerNames {
  const { platform, host } = row;
  return { ...row, platformName: names.platform(platform), hostName: host === null ? null : names.host(host) };
}
