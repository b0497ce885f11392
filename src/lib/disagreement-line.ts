import type { Prices } from "../domain/meter.ts";
import type { Offer, SecondReading } from "../domain/offer.ts";
import type { SourceRef } from "../domain/reading.ts";
import { formatMeter, formatShortDay } from "./format.ts";
import { sourceName } from "./offer-row.ts";
import { type Names, sellerText } from "./seller-label.ts";

interface ReadPrice {
  readonly text: string;
  readonly source: string;
  readonly url: string;
}

/** One offer of which two sources say different things. */
export interface DisagreementLine {
  readonly offer: string;
  readonly used: ReadPrice;
  readonly other: ReadPrice;
}

/** More than half a percent apart on input or output: less is rounding. */
const TOLERANCE_BPS = 50;

/** Second readings that differ from the price in use, in the order of the offers. */
export function disagreementLines(
  offers: readonly Offer[],
  secondsOf: (offerId: string) => readonly SecondReading[],
  names: Names,
): readonly DisagreementLine[] {
  return offers.flatMap((offer) =>
    secondsOf(offer.id)
      .filter((second) => disagrees(offer.prices, second.prices))
      .map((second) => ({
        offer: sellerText(offer, names),
        used: readPrice(offer.prices, offer.source),
        other: readPrice(second.prices, second.source),
      })),
  );
}

/** Two cards that both name a meter and differ on it by more than the tolerance. */
export function disagrees(a: Prices, b: Prices): boolean {
  return (["input", "output"] as const).some((meter) => {
    const [x, y] = [a[meter], b[meter]];
    return x !== undefined && y !== undefined && Math.abs(x - y) * 10_000 > TOLERANCE_BPS * Math.max(x, y);
  });
}

function readPrice({ input, output }: Prices, source: SourceRef): ReadPrice {
  const text = `${formatMeter(input, undefined)} / ${formatMeter(output, undefined)}`;
  return { text, source: `${sourceName(source)}, ${formatShortDay(source.readAt)}`, url: source.url };
}
