import type { Prices } from "../../offer/meter.ts";
import type { Doubt, SlipFactor } from "../doubt.ts";
import type { PricedRow } from "../priced-row.ts";

/** Factors this close are one: prices are rounded. */
const TOLERANCE = 0.02;
const MIN_SELLERS = 3;

/** A price per thousand, per hundred million …: what a slip of units makes of a price. */
const POWERS_OF_TEN = [10, 100, 1_000, 10_000, 100_000, 1_000_000];

/**
 * Currencies taken for dollars, by how many of them a dollar was in the sources of 2026: the yuan between 6.7 and 7.3. Not the euro: it is as
 * far from a dollar as a region's surcharge of 10 %, and says nothing.
 */
const EXCHANGE_RATES = [{ currency: "CNY", from: 6.7, to: 7.3 }] as const;

/**
 * (c) A first-hand input or output that at least three sellers ask times a power of ten or an exchange rate, while fewer ask it as it stands:
 * 0.0023 where three ask 2.3. Hosts differ by such factors at random: of each seller the other meter must be off by the same factor, or not at
 * all. A discount that the platform states explains it.
 */
export function unitSlip({ offer, isFirstHand }: PricedRow, rivals: readonly PricedRow[]): Doubt | null {
  if (!isFirstHand || offer.discountBps !== null) return null;
  for (const meter of ["input", "output"] as const) {
    const price = offer.prices[meter] ?? 0;
    const slip = price === 0 ? null : slipOf(rivals.flatMap((rival) => ratiosTo(offer.prices, rival, meter) ?? []));
    if (slip !== null) return { rule: "unitSlip", meter, price, ...slip };
  }
  return null;
}

/** What one other offer asks of each meter, as a multiple of the price in question. */
interface Ratios {
  readonly seller: string;
  readonly ratio: number;
  readonly otherRatio: number;
}

function ratiosTo(prices: Prices, { seller, offer }: PricedRow, meter: "input" | "output"): Ratios | null {
  const other = meter === "input" ? "output" : "input";
  const ratio = ratioOf(offer.prices[meter], prices[meter]);
  const otherRatio = ratioOf(offer.prices[other], prices[other]);
  return ratio === null || otherRatio === null ? null : { seller, ratio, otherRatio };
}

const ratioOf = (theirPrice: number | undefined, ownPrice: number | undefined): number | null =>
  theirPrice === undefined || ownPrice === undefined || theirPrice === 0 || ownPrice === 0 ? null : theirPrice / ownPrice;

function slipOf(ratios: readonly Ratios[]): { readonly factor: SlipFactor; readonly sellers: number } | null {
  // Most prices stand among others like them: too few sellers are as far off as the least factor.
  if (countSellers(ratios.filter(({ ratio }) => ratio >= LEAST_SLIP || ratio <= 1 / LEAST_SLIP)) < MIN_SELLERS) return null;
  const agree = countSellers(ratios.filter(({ ratio }) => isWithin(ratio, SAME)));
  for (const { factor, spans } of SLIPS) {
    const asking = spans.map((span) =>
      countSellers(
        ratios.filter(
          ({ ratio, otherRatio }) => isWithin(ratio, span) && (isWithin(otherRatio, span) || isWithin(otherRatio, SAME)),
        ),
      ),
    );
    const sellers = Math.max(...asking);
    if (sellers >= MIN_SELLERS && sellers > agree) return { factor, sellers };
  }
  return null;
}

const countSellers = (ratios: readonly Ratios[]): number => new Set(ratios.map(({ seller }) => seller)).size;

type Span = readonly [from: number, to: number];
const SAME: Span = [1, 1];

const isWithin = (ratio: number, [from, to]: Span): boolean => ratio >= from * (1 - TOLERANCE) && ratio <= to * (1 + TOLERANCE);

/** Every factor with the ratios it shows as, up and down. */
const SLIPS: readonly { readonly factor: SlipFactor; readonly spans: readonly Span[] }[] = [
  ...POWERS_OF_TEN.map((times) => ({
    factor: { kind: "powerOfTen", times } as const,
    spans: [[times, times] as const, [1 / times, 1 / times] as const],
  })),
  ...EXCHANGE_RATES.map(({ currency, from, to }) => ({
    factor: { kind: "exchangeRate", currency } as const,
    spans: [[from, to] as const, [1 / to, 1 / from] as const],
  })),
];

/** The least of those factors, rounded like them. */
const LEAST_SLIP =
  Math.min(...SLIPS.flatMap(({ spans }) => spans.flatMap(([from]) => (from > 1 ? [from] : [])))) * (1 - TOLERANCE);
