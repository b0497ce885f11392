import type { Offer } from "./offer.ts";

/**
 * How far an offer is from the plain one, 0 = plain. What counts most: a host in between, then a variant, a region, a quantization; so of
 * two offers the one with the smaller number stands for the platform. `eu` and fp8 → 3, a variant alone → 4.
 */
export function distanceFromPlain({
  host,
  region,
  quantization,
  variant,
}: Pick<Offer, "host" | "region" | "quantization" | "variant">): number {
  const regional = region === null || region === "global" ? 0 : 2;
  return (host === null ? 0 : 8) + (variant === null ? 0 : 4) + regional + (quantization === null ? 0 : 1);
}
