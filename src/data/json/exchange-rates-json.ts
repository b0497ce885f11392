import { type ExchangeRates, type PerUsd, perUsd } from "../../domain/money/exchange-rate.ts";

/** `/api/exchange-rates.json`: what the pages show amounts with in another currency than dollars. The site's own, no contract. */
export interface ExchangeRatesJson {
  /** The day the European Central Bank dates them with; null = no rate was read, and no page shows another currency. */
  readonly day: string | null;
  readonly perUsd: PerUsd;
}

/** The file of a day's rates: at 1.16 dollars a euro `EUR` is `0.862069`. No rates = no day and no currency. */
export const exchangeRatesJson = (rates: ExchangeRates | null): ExchangeRatesJson =>
  rates === null ? { day: null, perUsd: [] } : { day: rates.day, perUsd: perUsd(rates) };
