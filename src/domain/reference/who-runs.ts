import type { Offer } from "../offer/offer.ts";
import type { Seller } from "../offer/seller.ts";

/** Platform id → what routers call it among their hosts. */
export type SellersHosts = ReadonlyMap<string, Pick<Seller, "hosts">>;

/** Who runs the weights, no matter who takes the money: `novita` at OpenRouter is the platform `novita-ai`; a host that is no platform keeps its slug. */
export function whoRuns({ host, platform }: Pick<Offer, "host" | "platform">, sellers: SellersHosts): string {
  for (const [id, { hosts }] of sellers) if (hosts?.includes(host ?? "")) return id;
  return host ?? platform;
}
