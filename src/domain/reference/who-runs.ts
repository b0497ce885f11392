import type { Offer } from "../offer/offer.ts";
import type { Sellers } from "../offer/seller.ts";

/** Who runs the weights, no matter who takes the money: `novita` at OpenRouter is the platform `novita-ai`; a host that is no platform keeps its slug. */
export function whoRuns({ host, platform }: Pick<Offer, "host" | "platform">, sellers: Sellers): string {
  if (host === null) return platform;
  return [...sellers].find(([, { hosts }]) => hosts?.includes(host))?.[0] ?? host;
}
