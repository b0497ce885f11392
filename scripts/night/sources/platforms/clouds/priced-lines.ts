import type { MicroUsdPerMTok } from "../../../../../src/domain/money/money.ts";
import { METERS, type Meter, type Prices } from "../../../../../src/domain/offer/meter.ts";
import type { Tier } from "../../../../../src/domain/offer/offer.ts";
import type { Skipped } from "../../source.ts";
import { changesAnything } from "../../token-prices.ts";
import type { PlatformCard, ReadPlatformRow } from "../platform-card.ts";

/** One line of a cloud's price list: one meter of one card. */
export interface PricedLine {
  readonly upstreamId: string;
  readonly name: string;
  readonly region: string | null;
  readonly tier: Tier;
  readonly variant: string | null;
  readonly meter: Meter;
  /** Only for prompts of more tokens than this; null = for all. */
  readonly above: number | null;
  readonly amount: MicroUsdPerMTok;
  /** The line as the list writes it. */
  readonly raw: string;
}

/**
 * The cards that the lines of a price list make. Two prices of one meter: the higher counts, and it is reported. A card without input or output is not
 * whole and none.
 */
export function cardsOf(lines: readonly PricedLine[]): readonly ReadPlatformRow[] {
  const groups = [...Map.groupBy(lines, cardKey).values()];
  return groups.flatMap((group): readonly ReadPlatformRow[] => {
    const [first] = group;
    if (first === undefined) return [];
    const base = pricesOf(group.filter(({ above }) => above === null));
    if (base.prices.input === undefined || base.prices.output === undefined)
      return [{ subject: first.upstreamId, why: "card without input or output" }];
    return [cardOf(first, base.prices, group), ...base.twice];
  });
}

const cardKey = ({ upstreamId, region, tier, variant }: PricedLine): string => [upstreamId, region, tier, variant].join("|");

function cardOf(
  { upstreamId, name, region, tier, variant }: PricedLine,
  prices: Prices,
  group: readonly PricedLine[],
): PlatformCard {
  const bounds = [...new Set(group.flatMap(({ above }) => above ?? []))].toSorted((a, b) => a - b);
  const conditions = bounds
    .map((above) => ({ promptTokensAbove: above, prices: pricesOf(group.filter((line) => line.above === above)).prices }))
    .filter((condition) => changesAnything(prices, condition.prices));
  return { upstreamId, name, region, tier, variant, prices, conditions, raw: group.map(({ raw }) => raw).join(", ") };
}

function pricesOf(lines: readonly PricedLine[]): { readonly prices: Prices; readonly twice: readonly Skipped[] } {
  const prices: Prices = {};
  const twice: Skipped[] = [];
  for (const meter of METERS) {
    const amounts = [...new Set(lines.filter((line) => line.meter === meter).map(({ amount }) => amount))].toSorted(
      (a, b) => b - a,
    );
    const [highest] = amounts;
    if (highest !== undefined) prices[meter] = highest;
    if (amounts.length > 1)
      twice.push({ subject: lines[0]?.upstreamId ?? "", why: "meter listed at two prices: the higher counts" });
  }
  return { prices, twice };
}
