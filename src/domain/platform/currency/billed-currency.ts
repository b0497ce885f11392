import { isPlatformSource, platformReader } from "../../source/platforms/platform-sources.ts";
import { isCatalogue, type SourceId } from "../../source/sources.ts";
import type { QuotedCurrency } from "../quoted-currency.ts";

/**
 * The currency a platform bills in, where a figure as its source wrote it is not what the platform asks: Cortecs' euros in models.dev, which move
 * with models.dev's rate too. Null = dollars, as far as anybody established.
 */
export function billedCurrency(
  { platform, source }: { readonly platform: string; readonly source: SourceId },
  quoted: readonly QuotedCurrency[],
): NonNullable<QuotedCurrency["currency"]> | null {
  return isQuoted(source) ? (quoted.find((row) => row.platform === platform)?.currency ?? null) : null;
}

/** Rows of people and of platforms are in dollars, but for the platforms that are read in the currency of their copies. */
export const isQuoted = (id: SourceId): boolean =>
  isCatalogue(id) || (isPlatformSource(id) && platformReader(id).isQuotedLikeCopies === true);
