import { isSpeedVariant } from "../../../src/domain/model/variant-words.ts";
import { lowerMedian } from "../../../src/domain/money/median.ts";
import type { Prices } from "../../../src/domain/offer/meter.ts";
import { MAX_PEER_RATIO, MAX_PRICE_RATIO, MIN_PEERS } from "../../../src/domain/source/guard-limits.ts";
import { isUnitSlip, timesApart } from "../../../src/domain/source/unit-slip.ts";
import type { StoredReading } from "../merge/reading-row.ts";
import { type Objection, perMTokText } from "./objection.ts";

/** What was asked for a model last night. */
export interface PricesLastNight {
  /** The offer itself, also where it was read under another id; null = nobody sold it. */
  readonly offer: Prices | null;
  /** The model's other sellers at the standard tier, one card each. */
  readonly sellers: readonly Prices[];
  /** Whether the seller's high prices are known to be genuine. */
  readonly isPremium: boolean;
}

const HEADLINE = ["input", "output"] as const;

/** A tier has a price of its own, half for batch and six times for fast; so has a faster variant, and a host whose chips are faster. */
const MAX_TIER_RATIO = 3 * MAX_PEER_RATIO;

/**
 * A new row, or one under a new id, at a price nobody else asks for the model: over four times or under a quarter of the median of three other
 * sellers; of one or two, another unit or currency, or over twelve times. An offer that was there last night is compared with itself.
 */
export function sellersDisagree(
  { prices, key }: StoredReading,
  { offer, sellers, isPremium }: PricesLastNight,
): Objection | null {
  if (key.tier === "free") return null;
  const odd = HEADLINE.flatMap((meter) => {
    const [now, was] = [prices[meter] ?? 0, offer?.[meter] ?? 0];
    if (now === 0) return [];
    if (was > 0)
      return timesApart(now, was) > MAX_PRICE_RATIO
        ? [`${meter} at ${perMTokText(now)}, the offer stood at ${perMTokText(was)}`]
        : [];
    return oddAmong(now, knownPrices(sellers, meter), key.tier === "standard" && !isSpeedVariant(key.variant) && !isPremium).map(
      ({ median, count }) => `${meter} at ${perMTokText(now)}, ${count} other sellers at ${perMTokText(median)}`,
    );
  });
  return odd.length === 0 ? null : { rule: "sellersDisagree", detail: odd.join(", ") };
}

const knownPrices = (sellers: readonly Prices[], meter: (typeof HEADLINE)[number]): readonly number[] =>
  sellers
    .map((prices) => prices[meter] ?? 0)
    .filter((micro) => micro > 0)
    .toSorted((a, b) => a - b);

/** `isPlain`: at the standard tier of a seller like any other. */
function oddAmong(now: number, sorted: readonly number[], isPlain: boolean): readonly { median: number; count: number }[] {
  const median = lowerMedian(sorted);
  if (median === null) return [];
  const factor = now / median;
  const isFew = sorted.length < MIN_PEERS;
  const limit = isPlain && !isFew ? MAX_PEER_RATIO : MAX_TIER_RATIO;
  const isOdd = timesApart(now, median) > limit || (isFew && isPlain && isUnitSlip(factor));
  return isOdd ? [{ median, count: sorted.length }] : [];
}
