import type { Mirror } from "../../platform/mirror.ts";
import type { QuotedCurrency } from "../../platform/quoted-currency.ts";
import { isFirstHand } from "../../source/evidence-class.ts";
import type { Doubt } from "../doubt.ts";
import type { PricedRow } from "../priced-row.ts";

export interface CurrencyContext {
  readonly mirrors: readonly Mirror[];
  readonly quotedCurrencies: readonly QuotedCurrency[];
  /** What a platform bills in, where that is no dollar; null = somebody looked and found none. Undefined = dollars, or nobody looked. */
  readonly billedIn: (platform: string) => string | null | undefined;
}

/**
 * (d) A copied figure of a platform that bills in another currency, or in one nobody established, where nobody knows how it became dollars:
 * Moark's yuan stand as dollars in models.dev, Zhipu's yuan list as the dollar list of its international site. None where the dated rate of the bank turned what the platform asks into dollars.
 */
export function unknownCurrency({ offer }: PricedRow, { mirrors, quotedCurrencies, billedIn }: CurrencyContext): Doubt | null {
  if (isFirstHand(offer.evidence) || offer.billed?.rate != null) return null;
  const quoted = quotedCurrencies.find(({ platform }) => platform === offer.platform);
  if (quoted !== undefined) {
    const { currency, figuresAre } = quoted;
    return figuresAre === "converted" ? null : { rule: "unknownCurrency", currency, figuresAre };
  }
  const billed = billedIn(offer.platform);
  const isConverted = mirrors.some(({ platform, currency }) => platform === offer.platform && currency !== null);
  return billed === undefined || isConverted ? null : { rule: "unknownCurrency", currency: billed, figuresAre: "unchecked" };
}
