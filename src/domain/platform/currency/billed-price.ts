import type { ExchangeRates } from "../../money/exchange-rate.ts";
import { usdDay, usdFor } from "../../money/exchange-rate.ts";
import { divide, multiply, ONE, type Rational, rational, toDecimal } from "../../money/rational.ts";
import { METERS, type Prices } from "../../offer/meter.ts";
import type { Offer } from "../../offer/offer.ts";
import { CURRENCY_HOLD } from "../currency-hold.ts";
import type { QuotedCurrency } from "../quoted-currency.ts";
import { isQuoted } from "./billed-currency.ts";

/** What a platform asks in the currency it bills in, and how that became dollars. */
export interface BilledPrice {
  readonly currency: NonNullable<QuotedCurrency["currency"]>;
  /** Millionths of that currency per million tokens; null = it cannot be worked out from the catalogue's figures. */
  readonly prices: Prices | null;
  /** Dollars for one, four decimals, with the bank's day; null = no dated rate was read, and the offer is held. */
  readonly rate: { readonly usd: string; readonly day: string; readonly url: string } | null;
}

type Billable = Pick<Offer, "platform" | "upstreamId" | "prices" | "conditions" | "source" | "status" | "heldBecause">;

/**
 * An offer of a platform that bills in another currency, which a catalogue shows in dollars: brought back to what the platform asks, and from
 * there to dollars at the bank's dated rate. Cortecs' $0.557 in models.dev was €0.50 times its constant 1.114: at 1.16 it is $0.58. Without a
 * rate, or where nobody knows how the figures became dollars, the offer is held; a number that was never dollars is not shown as dollars.
 */
export function inDollars<Sold extends Billable>(
  offer: Sold,
  quoted: readonly QuotedCurrency[],
  rates: ExchangeRates | null,
): Sold & { readonly billed?: BilledPrice } {
  const row = rowOf(offer, quoted);
  if (row === undefined || row.currency === null || !isQuoted(offer.source.id)) return offer;
  const { currency } = row;
  const asked = askedAt(row);
  if (asked === null) return held(offer, row, { currency, prices: null, rate: null });
  const prices = pricesBy(offer.prices, asked);
  const day = rates === null ? null : usdDay(rates, currency);
  if (rates === null || day === null) return held(offer, row, { currency, prices, rate: null });
  const usd = usdFor(rates, currency);
  const dollars = (price: number) => multiply(asked(price), usd);
  return {
    ...offer,
    prices: pricesBy(offer.prices, dollars),
    conditions: offer.conditions.map((condition) => ({ ...condition, prices: pricesBy(condition.prices, dollars) })),
    billed: { currency, prices, rate: { usd: toDecimal(usd, 4), day, url: rates.url } },
  };
}

/** What is known of the platform's figures, with the rate that this one of them was converted at. */
function rowOf({ platform, upstreamId }: Billable, quoted: readonly QuotedCurrency[]): QuotedCurrency | undefined {
  const row = quoted.find((each) => each.platform === platform);
  const otherRate = row?.otherRates?.[upstreamId];
  return row === undefined || otherRate === undefined ? row : { ...row, rate: otherRate ?? undefined };
}

/** From a catalogue's dollars to what the platform asks in its own currency; null = not known. */
function askedAt({ figuresAre, rate, isToTheCent }: QuotedCurrency): ((price: number) => Rational) | null {
  if (figuresAre === "unconverted") return whole;
  if (figuresAre !== "converted" || rate === undefined) return null;
  const back = divide(ONE, rational(rate)) ?? ONE;
  return (price) => (isToTheCent ? roundest(price, Number(rate)) : null) ?? multiply(whole(price), back);
}

const CENT = 10_000;
/** From one unit of the currency down to half a hundredth: what price lists are in. */
const STEPS = [100, 50, 10, 5, 1, 0.5].map((cents) => cents * CENT);

/** The roundest price that becomes a figure of whole cents at a rate: $0.06 is 0.05 francs at 1.24, and not 0.0484. Null = none does. */
function roundest(price: number, rate: number): Rational | null {
  if (price % CENT !== 0) return null;
  const nearest = STEPS.map((step) => Math.round(price / rate / step) * step);
  const round = nearest.find((each) => each > 0 && Math.abs(each * rate - price) <= CENT / 2);
  return round === undefined ? null : whole(round);
}

const whole = (price: number): Rational => ({ numerator: BigInt(price), denominator: 1n });

function held<Sold extends Billable>(offer: Sold, row: QuotedCurrency, billed: BilledPrice) {
  const shown = { ...offer, ...(row.figuresAre === "unconverted" ? { prices: {}, conditions: [] } : {}), billed };
  if (offer.status === "retired") return shown;
  return {
    ...shown,
    status: "held" as const,
    heldBecause: offer.heldBecause ?? { rule: CURRENCY_HOLD, since: offer.source.readAt, detail: holdText(row) },
  };
}

function holdText({ currency, figuresAre, rate }: QuotedCurrency): string {
  const holdReason = figuresAre === "converted" && rate === undefined ? "convertedSomehow" : figuresAre;
  return `bills in ${currency}; ${HOLD_WORDS[holdReason]}`;
}

const HOLD_WORDS = {
  converted: "no dated rate read",
  unconverted: "no dated rate read",
  convertedSomehow: "converted at a rate nobody wrote down",
  anotherMarkets: "the figures are another market’s",
  unchecked: "nobody checked how the figures became dollars",
} as const;

const pricesBy = (prices: Prices, change: (price: number) => Rational): Prices =>
  Object.fromEntries(
    METERS.flatMap((meter) => {
      const price = prices[meter];
      return price === undefined ? [] : [[meter, rounded(change(price))]];
    }),
  );

/** Rounded half to even at the millionth. */
const rounded = (price: Rational): number => Number(toDecimal(price, 0));
