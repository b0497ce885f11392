import type { Finding } from "../../../src/domain/source/finding.ts";
import type { MatchedReading } from "../merge/merge.ts";

interface Sold {
  readonly matched: readonly MatchedReading[];
  readonly findings: readonly Finding[];
}

/**
 * The rows of platforms that people have written down. A platform a source names for the first time may be a reseller, a subscription or
 * a program on one's own machine, and its fees are unknown: as an offer it could be called the cheapest. So its rows wait, and one finding
 * says whose they are. They stay among the readings: the night after somebody has added the line, they are offers.
 */
export function onCuratedPlatforms(rows: readonly MatchedReading[], platformIds: ReadonlySet<string>): Sold {
  const isCurated = ({ reading }: MatchedReading) => platformIds.has(reading.key.platform);
  const waiting = Map.groupBy(
    rows.filter((row) => !isCurated(row)),
    ({ reading }) => reading.key.platform,
  );
  return { matched: rows.filter(isCurated), findings: [...waiting].map(([platform, own]) => findingOf(platform, own)) };
}

function findingOf(platform: string, rows: readonly MatchedReading[]): Finding {
  const sources = [...new Set(rows.map(({ reading }) => reading.source.id))].toSorted().join(", ");
  const size = `${rows.length} ${rows.length === 1 ? "row" : "rows"} of ${sources} left out`;
  const detail = `${size}: nobody has written this platform down; it wants a line in platforms.json or in excluded-sellers.json`;
  return { rule: "platformUnknown", action: "hold", scope: "curated", subject: platform, detail };
}
