import { lineAtPlatforms } from "../platform/line-at-platform.ts";
import type { RankOptions } from "../ranking/cheapest.ts";
import { landedAt, type Market } from "./mix.ts";
import type { MixLine } from "./mix-line.ts";

/** A line by what is paid for it a month, fees included, instead of by its requests; null = it counts otherwise. */
export interface PaidLine {
  readonly line: MixLine;
  readonly paidUsd: number | null;
}

/** So many that a month of them is far above a cent, whatever the model. */
const PROBE_REQUESTS = 1_000_000;

/**
 * The lines with as many requests as the money buys at a platform: $105.50 of requests at $0.01 each, with a fee of 5.5 %, are 10,000, and whole ones always. A plan
 * comes on top. Null in a line's place = the platform has no price for it, or charges nothing.
 */
export function paidLines(
  lines: readonly PaidLine[],
  platform: string,
  { offers, sellers }: Market,
  terms: RankOptions,
): readonly (MixLine | null)[] {
  return lines.map(({ line, paidUsd }) => {
    if (paidUsd === null) return line;
    const probe = { ...line, workload: { ...line.workload, requests: PROBE_REQUESTS } };
    const sold = lineAtPlatforms(probe, offers.get(line.model) ?? [], sellers, terms.counted).get(platform);
    if (sold?.kind !== "priced") return null;
    const { usd, parts } = landedAt(platform, sold.month.usd, sellers, terms);
    const spentUsd = usd - parts.subscription;
    const requests = Math.round((PROBE_REQUESTS * paidUsd) / spentUsd);
    return spentUsd > 0 ? { ...line, workload: { ...line.workload, requests } } : null;
  });
}
