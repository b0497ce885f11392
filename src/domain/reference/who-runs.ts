import type { Offer } from "../offer/offer.ts";
import type { Sellers } from "../offer/seller.ts";

/** Who runs the weights, no matter who takes the money: `novita` at OpenRouter is the platform `novita-ai`; a host that is no platform keeps its slug. */
export function whoRuns({ host, platform }: Pick<Offer, "host" | "platform">, sellers: Sellers): string {
  for (const [id, { hosts }] of sellers) if (hosts?.includes(host ?? "")) return id;
  return host ?? platform;
}
