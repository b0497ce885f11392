import type { AssessedOffer } from "../../../domain/source/assessed-offer.ts";
import { sourceLine } from "../../../site/address/source-line.ts";
import { formatPrice } from "../../../site/format.ts";
import { newIssue } from "../../../site/home.ts";
import { sellerText } from "../../../site/words/seller-label.ts";

/** The form for a wrong price of a model. */
export const wrongPriceOf = (model: string): string => `${newIssue("wrong-price")}&model=${model}`;

/** The same with what the site shows of one offer filled in: model, platform, prices, source and day. */
export function wrongPriceForm(offer: AssessedOffer): string {
  const prices = REPORTED.flatMap((meter) => {
    const price = offer.prices[meter];
    return price === undefined ? [] : [`${meter} ${formatPrice(price)}`];
  });
  const platform = sellerText(offer);
  const fields = new URLSearchParams({
    title: `${offer.model} at ${platform}`,
    model: offer.model,
    platform,
    value: `shown here: ${prices.join(", ")}; should be: `,
    source: sourceLine(offer.restsOn, offer),
    day: offer.restsOn.readAt.slice(0, 10),
  });
  return `${newIssue("wrong-price")}&${fields}`;
}

/** The meters that a report begins with. */
const REPORTED = ["input", "output", "cacheRead", "cacheWrite5m"] as const;
