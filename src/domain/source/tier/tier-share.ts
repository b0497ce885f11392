import type { Tier } from "../../offer/offer.ts";
import type { Platform } from "../../platform/platform.ts";

/** What is read of a platform for it. */
export type TieredPlatform = Pick<Platform, "id" | "batch" | "tiers">;

/** What a platform says of a tier in basis points of its standard price, where input and output are one share: batch at OpenAI → 5,000. Null = it says none. */
export function tierShareBps(platform: TieredPlatform | undefined, tier: Tier, asOf: string): number | null {
  const discounts = [...(platform?.batch ?? []), ...(platform?.tiers ?? [])].filter(
    ({ value, validFrom, validTo }) => value.tier === tier && (validFrom ?? "") <= asOf && asOf < (validTo ?? "9999"),
  );
  const shares = new Set(
    discounts.flatMap(({ value: { inputOfBps, outputOfBps } }) => [inputOfBps ?? null, outputOfBps ?? null]),
  );
  const [share = null] = shares;
  return shares.size === 1 ? share : null;
}
