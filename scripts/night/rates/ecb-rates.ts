import { ExchangeRates } from "../../../src/domain/money/exchange-rate.ts";
import type { Body } from "../sources/source.ts";

/** The euro reference rates of the newest working day, about four in the afternoon in Frankfurt. */
export const ECB_RATES_URL = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml";

const DAY = /<Cube\s+time=(['"])(\d{4}-\d{2}-\d{2})\1\s*>/g;
const RATE = /<Cube\s+currency=(['"])([A-Z]{3})\1\s+rate=(['"])([\d.]+)\3\s*\/>/g;

/** The rates in a body of the bank; throws where it is not one day's list with the currencies platforms bill in. */
export function parseEcbRates({ url, readAt, content }: Body): ExchangeRates {
  const text = String(content);
  const days = [...text.matchAll(DAY)].map((match) => match[2]);
  if (days.length !== 1) throw new Error(`${url}: ${days.length} days of rates, not one`);
  const rates = [...text.matchAll(RATE)].map((match) => [match[2], match[4]] as const);
  const perEuro = Object.fromEntries(rates);
  if (Object.keys(perEuro).length !== rates.length) throw new Error(`${url}: a currency stands twice`);
  const { USD, CHF, CNY, GBP, JPY, INR } = perEuro;
  const quotedRates = { USD, CHF, CNY, GBP, ...(JPY === undefined ? {} : { JPY }), ...(INR === undefined ? {} : { INR }) };
  const parsedRates = ExchangeRates.safeParse({ day: days[0], url, readAt, perEuro: quotedRates });
  if (!parsedRates.success)
    throw new Error(`${url}: ${parsedRates.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`)[0]}`);
  return parsedRates.data;
}
