import type { Prices } from "../../domain/offer/meter.ts";
import type { Offer, SecondReading } from "../../domain/offer/offer.ts";
import type { NamedOffer } from "../../domain/offer/seller-names.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { disagrees } from "../../domain/source/disagreement.ts";
import type { SourceRef } from "../../domain/source/source-ref.ts";
import { formatMeter, formatShortDay } from "../../site/format.ts";
import { sellerText } from "../../site/words/seller-label.ts";
import { sourceName } from "../../site/words/source-name.ts";

export interface ReadPrice {
  readonly text: string;
  readonly source: string;
  readonly url: string;
}

/** One offer that not all sources read alike: the price in use, and everybody else's, those who agree too. */
export interface DisagreementLine {
  readonly offer: string;
  readonly used: ReadPrice;
  readonly others: readonly (ReadPrice & { readonly isOther: boolean })[];
}

/** Offers with a second reading that differs from the price in use, in the order of the offers. */
export function disagreementLines(
  offers: readonly ReadOffer[],
  secondsOf: (offerId: string) => readonly SecondReading[],
): readonly DisagreementLine[] {
  return offers.flatMap((offer) => {
    const seconds = besideUsed(offer, secondsOf(offer.id)).map((second) => ({
      second,
      isOther: disagrees(offer.prices, second.prices),
    }));
    if (!seconds.some(({ isOther }) => isOther)) return [];
    const onCache = seconds.some(({ second }) => disagrees(offer.prices, second.prices, ["cacheRead"]));
    return {
      offer: sellerText(offer),
      used: readPrice(offer.prices, offer.restsOn, onCache),
      others: seconds.map(({ second, isOther }) => ({ ...readPrice(second.prices, second.source, onCache), isOther })),
    };
  });
}

type ReadOffer = Offer & NamedOffer & Pick<AssessedOffer, "restsOn">;
type Reading = Pick<SecondReading, "source" | "prices">;

/**
 * What else was read than what the offers' table names as the source: where a person's reading vouches for a catalogue's price, the catalogue is
 * what else was read.
 */
function besideUsed({ prices, source, restsOn }: ReadOffer, seconds: readonly SecondReading[]): readonly Reading[] {
  if (restsOn.id === source.id) return seconds;
  return [{ source, prices }, ...seconds.filter((second) => second.source.id !== restsOn.id)];
}

/** `5.00 / 25.00`, with the cached input where sources differ on it: `5.00 / 25.00, cached input 0.50`. */
function readPrice({ input, output, cacheRead }: Prices, source: SourceRef, onCache: boolean): ReadPrice {
  const cache = onCache && cacheRead !== undefined ? `, cached input ${formatMeter(cacheRead, undefined)}` : "";
  const text = `${formatMeter(input, undefined)} / ${formatMeter(output, undefined)}${cache}`;
  return { text, source: `${sourceName(source)}, ${formatShortDay(source.readAt)}`, url: source.url };
}
