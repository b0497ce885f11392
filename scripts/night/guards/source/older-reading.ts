import type { SourceStatus } from "../../../../src/domain/source/run.ts";
import { newestReadAt, type SourceNight } from "../guard-night.ts";

/** When sources were read well last, as the run of the night before says. */
interface LastRun {
  readonly sources: readonly Pick<SourceStatus, "id" | "readAt">[];
}

/**
 * The source tonight; as not read, with the reason, where what it answers is older than what it said last: a package taken back, a mirror that
 * lags, an older folder of recordings. Older prices are no news, and the newer ones stay. Rows that people write, and bodies that each stand for
 * themselves, may have any day.
 */
export function withoutOlderReading(night: SourceNight, before: LastRun | null): SourceNight {
  const { source, parsed, bodies } = night;
  if (parsed === null || source.fromCurated === true || source.keepsUnreadBodies === true) return night;
  const readAt = newestReadAt(bodies);
  const lastReadAt = before?.sources.find(({ id }) => id === source.id)?.readAt;
  if (readAt === null || lastReadAt === undefined || Date.parse(readAt) >= Date.parse(lastReadAt)) return night;
  const failure = `${bodies[0]?.url ?? source.url} is of ${readAt}, older than what was read before, of ${lastReadAt}`;
  return { ...night, parsed: null, bodies: [], failure };
}
