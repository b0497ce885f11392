import type { Offer } from "./offer.ts";

/** Ids → names, both for platforms and for the hosts behind routers. */
export interface Names {
  platform(id: string): string;
  host(slug: string): string;
}

/** What an offer is named from. */
export type NamedOffer = Pick<Offer, "platform" | "host" | "region" | "tier" | "quantization" | "variant">;
