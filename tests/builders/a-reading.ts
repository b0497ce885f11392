import { ReadingRow, type StoredReading } from "../../scripts/night/merge/reading-row.ts";
import { Prices } from "../../src/domain/offer/meter.ts";

interface Overrides extends Partial<Omit<StoredReading, "key" | "prices" | "source">> {
  readonly key?: Partial<StoredReading["key"]>;
  /** Decimal text, dollars per million tokens. */
  readonly prices?: Readonly<Record<string, string>>;
  readonly source?: Partial<StoredReading["source"]>;
}

/** A reading of Acme's nano model by models.dev at $1/$2; say what differs. */
export function aReading({ key, prices, source, ...rest }: Overrides = {}): StoredReading {
  const plain = ReadingRow.parse({
    upstreamId: "acme/nano",
    key: { platform: "hostly" },
    source: { id: "models.dev", url: "https://models.dev/api.json", readAt: "2026-08-12T00:00:00Z", hand: "second" },
  });
  return {
    ...plain,
    ...rest,
    key: { ...plain.key, ...key },
    prices: Prices.decode(prices ?? { input: "1", output: "2" }),
    source: { ...plain.source, ...source },
  };
}
