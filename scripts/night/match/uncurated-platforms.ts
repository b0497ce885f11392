import type { Finding } from "../../../src/domain/source/finding.ts";
import type { MatchedReading } from "../merge/precedence.ts";

interface Sold {
  readonly matched: readonly MatchedReading[];
  readonly findings: readonly Finding[];
}

/**
 * The rows of platforms that people have written down. A platform a source names for the first time may be a reseller, a subscription or
 * a program on one's own machine, and its fees are unknown: as an offer it could be called the cheapest. So its rows wait, and one finding
 * names them all. They stay among the readings: the night after somebody has added the line, they are offers.
 */
export function onCuratedPlatforms(rows: readonly MatchedReading[], platformIds: ReadonlySet<string>): Sold {
  const isCurated = ({ reading }: MatchedReading) => platformIds.has(reading.key.platform);
  const waiting = Map.groupBy(
    rows.filter((row) => !isCurated(row)),
    ({ reading }) => reading.key.platform,
  );
  return { matched: rows.filter(isCurated), findings: waiting.size === 0 ? [] : [findingOf(waiting)] };
}

/** By platform, without counts: the finding is news when another platform is in it. */
function findingOf(waiting: ReadonlyMap<string, readonly MatchedReading[]>): Finding {
  const names = [...waiting.keys()].toSorted().join(", ");
  const size = `${waiting.size} ${waiting.size === 1 ? "platform" : "platforms"} nobody has written down`;
  const detail = `${size}, their rows are left out until platforms.json or excluded-sellers.json names them: ${names}`;
  return { rule: "platformUnknown", action: "hold", scope: "curated", subject: "platforms.json", detail };
}
