import { fromUsdPerMTok, fromUsdPerToken, MicroUsdPerMTok } from "../../../src/domain/money/money.ts";
import { METERS, type Meter, type Prices } from "../../../src/domain/offer/meter.ts";

/** One price as upstream writes it: its key, the meter it is for, its value. */
export interface RawPrice {
  readonly key: string;
  readonly meter: Meter;
  readonly value: unknown;
}

export interface ReadPrices {
  readonly prices: Prices;
  /** Keys whose value is no price: negative, or no number. */
  readonly unread: readonly string[];
}

const READERS = { perMTok: fromUsdPerMTok, perToken: fromUsdPerToken } as const;

/**
 * JSON numbers, or numbers written as text (`"6.25E-06"`), → meters, in the order of `METERS`. `6.25e-6` per token → 6_250_000. The shortest decimal
 * text of a number is what upstream wrote, so nothing is lost; float noise (`0.011999999999999997` per million) ends in the rounding at the sixth decimal.
 * Zero is a placeholder in these sources, never a price, except input and output of a free variant (`free`).
 */
export function readPrices(
  raw: readonly RawPrice[],
  unit: keyof typeof READERS,
  { free }: { readonly free: boolean },
): ReadPrices {
  const amounts = new Map<Meter, MicroUsdPerMTok>();
  const unread: string[] = [];
  for (const { key, meter, value } of raw) {
    const amount = amountOf(value, unit);
    const isFree = free && (meter === "input" || meter === "output");
    if (amount === null) unread.push(key);
    else if (amount > 0 || isFree) amounts.set(meter, amount);
  }
  return { prices: inMeterOrder(amounts), unread };
}

function amountOf(value: unknown, unit: keyof typeof READERS): MicroUsdPerMTok | null {
  if (typeof value !== "number" && typeof value !== "string") return null;
  return MicroUsdPerMTok.safeParse(READERS[unit](value)).data ?? null;
}

/** A card with its meters in the order of `METERS`, as every row is written; a meter without an amount is left out. */
export function inMeterOrder(amounts: ReadonlyMap<Meter, MicroUsdPerMTok>): Prices {
  const prices: Prices = {};
  for (const meter of METERS) {
    const amount = amounts.get(meter);
    if (amount !== undefined) prices[meter] = amount;
  }
  return prices;
}

/** The meters of a tier that differ from the base card; a tier that changes nothing is left out. */
export function changesAnything(base: Prices, tier: Prices): boolean {
  return METERS.some((meter) => tier[meter] !== undefined && tier[meter] !== base[meter]);
}
