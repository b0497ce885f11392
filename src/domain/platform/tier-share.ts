import type { Tier } from "../offer/offer.ts";
import type { Platform } from "./platform.ts";

/** A tier's share of a platform's standard price in basis points, by the platform's own word; null = it says none, or not one for all. */
export type TierShares = (platformId: string, tier: Tier) => number | null;

/** What the platforms say of their tiers on a day: `("openai", "batch")` → 5,000, half of input and output. */
export function tierShares(platforms: readonly Pick<Platform, "id" | "batch" | "tiers">[], asOf: string): TierShares {
  const byId = new Map(platforms.map((platform) => [platform.id, platform]));
  return (id, tier) => {
    const platform = byId.get(id);
    const discounts = [...(platform?.batch ?? []), ...(platform?.tiers ?? [])].filter(
      ({ value, validFrom, validTo }) => value.tier === tier && (validFrom ?? "") <= asOf && asOf < (validTo ?? "9999"),
    );
    const shares = new Set(
      discounts.flatMap(({ value: { inputOfBps, outputOfBps } }) => [inputOfBps ?? null, outputOfBps ?? null]),
    );
    const [share = null] = shares;
    return shares.size === 1 ? share : null;
  };
}
