import { type ExchangeRates, RATES_SOURCE_ID } from "../../../src/domain/money/exchange-rate.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import type { SourceStatus } from "../../../src/domain/source/run.ts";
import type { Store } from "../pipeline/store.ts";
import type { Io } from "../sources/source.ts";
import { ECB_RATES_URL, parseEcbRates } from "./ecb-rates.ts";
import { judgeRates } from "./rate-step.ts";

/** What a night knows of exchange rates. */
export interface RatesNight {
  readonly rates: readonly ExchangeRates[];
  /** Null = never read. */
  readonly status: SourceStatus | null;
  readonly findings: readonly Finding[];
}

/**
 * The bank's rates of tonight beside those kept. Not read: as it was. A body of another shape is a finding, and the kept ones stand; so
 * is a rate that leapt, and stands for itself alone.
 */
export async function ratesTonight(io: Io, { rates, run }: Pick<Store, "rates" | "run">): Promise<RatesNight> {
  const earlier = run?.sources.find(({ id }) => id === RATES_SOURCE_ID) ?? null;
  try {
    const body = await io.getText(ECB_RATES_URL);
    if (body === null) return { rates, status: earlier, findings: [] };
    const ratesRead = parseEcbRates(body);
    const judged = judgeRates(
      rates.filter(({ day }) => day < ratesRead.day),
      ratesRead,
    );
    return { rates: withDay(rates, judged.rates), status: freshStatus(ratesRead), findings: judged.findings };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const finding: Finding = { rule: "ratesFailed", action: "hold", scope: "source", subject: RATES_SOURCE_ID, detail: why };
    return { rates, status: earlier === null ? null : { ...earlier, status: "held", why }, findings: [finding] };
  }
}

/** The night's store with its rates, and what they say of themselves in the run. */
export function withRates(store: Store, { rates, status, findings }: RatesNight): Store {
  if (store.run === null) return { ...store, rates };
  const others = store.run.sources.filter(({ id }) => id !== RATES_SOURCE_ID);
  const sources = status === null ? others : [...others, status];
  return { ...store, rates, run: { ...store.run, sources, findings: [...store.run.findings, ...findings] } };
}

/** One row a day, in the order of days; a later reading of a day stands for it. */
const withDay = (rates: readonly ExchangeRates[], ratesOfDay: ExchangeRates): readonly ExchangeRates[] =>
  [...rates.filter(({ day }) => day !== ratesOfDay.day), ratesOfDay].toSorted((a, b) => (a.day < b.day ? -1 : 1));

const freshStatus = ({ readAt, perEuro }: ExchangeRates): SourceStatus => ({
  id: RATES_SOURCE_ID,
  name: "ECB euro reference rates",
  url: ECB_RATES_URL,
  licence: "free use with the source named",
  hand: "first",
  readAt,
  status: "fresh",
  why: null,
  bodies: 1,
  readings: Object.keys(perEuro).length,
  offers: 0,
  skipped: {},
  unmatched: 0,
});
