import type { Maker } from "../../../../src/domain/model/maker.ts";
import type { ExcludedSeller } from "../../../../src/domain/platform/excluded-seller.ts";
import type { Platform } from "../../../../src/domain/platform/platform.ts";
import type { PlatformAlias } from "../../../../src/domain/platform/platform-alias.ts";

/** The curated tables a second-hand source needs. `readCurated` returns them among others. */
export interface SellerTables {
  /** The platforms that somebody wrote down. */
  readonly platforms: readonly Pick<Platform, "id">[];
  readonly platformAliases: readonly PlatformAlias[];
  readonly excludedSellers: readonly ExcludedSeller[];
  readonly makers: readonly Maker[];
}

/** Our platform for a source's name, or the fixed phrase why it has none. */
export type FoundSeller = { readonly platform: string; readonly region: string | null } | { readonly why: string };

/**
 * Looks the names of one source up; of several names for one row the first in a table decides. A name in no table is our own id where
 * `unknown` is `same` (models.dev), and left out where it is `skip` (LiteLLM).
 * `azure-cognitive-services` → `azure`; `lmstudio` → why: `runs on your own machine`.
 */
export function sellerFinder(source: ExcludedSeller["source"], tables: SellerTables, unknown: "same" | "skip") {
  const sellerByName = new Map<string, FoundSeller>([
    ...tables.platformAliases
      .filter((row) => row.source === source)
      .map(({ name, platform, region }) => [name, { platform, region: region ?? null }] as const),
    ...tables.excludedSellers.filter((row) => row.source === source).map(({ name, kind }) => [name, { why: kind }] as const),
  ]);
  return (...names: readonly [string, ...string[]]): FoundSeller => {
    const namedSeller = names.map((name) => sellerByName.get(name)).find((each) => each !== undefined);
    if (namedSeller !== undefined) return namedSeller;
    return unknown === "same" ? { platform: names[0], region: null } : { why: "platform not in the alias table" };
  };
}

export type SellerFinder = ReturnType<typeof sellerFinder>;
