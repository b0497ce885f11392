import { type FreePrice, freePriceOn } from "../../../src/domain/offer/free-price.ts";
import { Prices } from "../../../src/domain/offer/meter.ts";
import type { MatchedReading } from "./precedence.ts";
import type { StoredReading } from "./reading-row.ts";

const FREE = Prices.decode({ input: "0", output: "0" });

/**
 * What a curated line says of a reading without token prices: billed in another
 * unit, or free. Only a line of high confidence makes a price zero; a doubtful one is a note, and the price stays unknown.
 */
export function explainZeros(
  matched: readonly MatchedReading[],
  freePrices: readonly FreePrice[],
  asOf: string,
): readonly MatchedReading[] {
  return matched.map((row) => {
    const { reading } = row;
    if (reading.prices.input !== undefined || reading.prices.output !== undefined) return row;
    const line = freePriceOn(freePrices, { platform: reading.key.platform, upstreamId: reading.upstreamId }, asOf);
    return line === null ? row : { ...row, reading: explained(reading, line) };
  });
}

/** Whether a reading without token prices is explained: then it is not a price that got lost. */
export function isZeroExplained(
  freePrices: readonly FreePrice[],
  row: Pick<FreePrice, "platform" | "upstreamId">,
  asOf: string,
): boolean {
  const line = freePriceOn(freePrices, row, asOf);
  return line !== null && (line.means === "otherUnit" || line.confidence === "high");
}

function explained(reading: StoredReading, { means, unitPrices, confidence, note, sourceUrl }: FreePrice): StoredReading {
  const why = note ?? `explained by ${sourceUrl}`;
  if (means === "otherUnit") {
    const gaps = { ...reading.gaps, input: "otherUnit", output: "otherUnit" } as const;
    return { ...reading, gaps, unitPrices: { ...reading.unitPrices, ...unitPrices }, note: why };
  }
  return confidence === "high" ? { ...reading, prices: FREE, note: why } : { ...reading, note: `said to be free: ${why}` };
}
