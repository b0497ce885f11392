import { sourceFacts } from "../../../src/domain/source/sources.ts";
import { asSpelledTonight, bodyOf } from "../match/known/rows-tonight.ts";
import { type StoredReading, storedReading } from "../merge/reading-row.ts";
import { isZeroExplained } from "../merge/zeros.ts";
import type { Curated } from "../pipeline/curated.ts";
import type { Store } from "../pipeline/store.ts";
import type { Parsed, Source } from "../sources/source.ts";
import { exceptionMatcher } from "./exception-matcher.ts";
import { type Guarded, guardSource, type SourceReading } from "./guard.ts";
import { NO_OTHER_PRICES, type OtherPrices } from "./others.ts";

/** What became of one source tonight. `parsed: null` = not read, or failed (`failure` says why). */
export interface SourceNight {
  readonly source: Source;
  readonly parsed: Parsed | null;
  /** The bodies read tonight, newest `readAt` first or not. */
  readonly bodies: readonly { readonly url: string; readonly readAt: string }[];
  readonly failure: string | null;
}

/** What the guards of a night go by. */
export interface GuardedBy {
  /** The store as the night before left it. */
  readonly before: Pick<Store, "readings" | "run">;
  readonly curated: Curated;
  /** The night's *as of*. */
  readonly day: string;
}

/** One source tonight as the guards let it through. */
export function guardTonight(
  { source, parsed, bodies, failure }: SourceNight,
  { before: store, curated, day }: GuardedBy,
  others: OtherPrices = NO_OTHER_PRICES,
): Guarded {
  const before = asSpelledTonight(store.readings.get(source.id) ?? [], parsed?.readings ?? []);
  const status = store.run?.sources.find(({ id }) => id === source.id);
  return guardSource({
    id: source.id,
    before,
    now: parsed === null ? null : readingsTonight({ source, bodies }, parsed, before, day),
    failure,
    exceptions: exceptionMatcher(source.id, curated.guardExceptions),
    isExplained: ({ key, upstreamId }) => isZeroExplained(curated.freePrices, { platform: key.platform, upstreamId }, day),
    isCompared: source.fromCurated !== true,
    others,
    isHeldAgainstCatalogues: sourceFacts(source.id).isHeldAgainstCatalogues === true,
    earlier:
      status === undefined
        ? null
        : {
            firstReadAt: status.firstReadAt ?? null,
            hold: status.hold ?? null,
            accepted: status.accepted ?? null,
            readAt: status.readAt,
            left: status.left ?? [],
            came: status.came ?? [],
          },
  });
}

function readingsTonight(
  { source, bodies }: Pick<SourceNight, "source" | "bodies">,
  parsed: Parsed,
  before: readonly StoredReading[],
  day: string,
): SourceReading {
  const lost = new Set(parsed.lostUrls ?? []);
  const urlsRead = new Set(bodies.map(({ url }) => url));
  // A body that was read under another spelling of its address was read.
  const bodiesRead = new Set(parsed.readings.map(bodyOf));
  const isRead = (reading: StoredReading) =>
    urlsRead.has(reading.source.url) || (reading.model !== null && bodiesRead.has(bodyOf(reading)));
  const isInSnapshot = (reading: StoredReading) => source.keepsUnreadBodies === true && !isRead(reading);
  return {
    readAt: newestReadAt(bodies) ?? `${day}T00:00:00Z`,
    readings: parsed.readings.map(storedReading),
    kept: before.filter(isInSnapshot),
    lost: before.filter(({ source: { url } }) => lost.has(url)),
    skipped: parsed.skipped,
  };
}

/** The newest reading among bodies, or null. */
export const newestReadAt = (bodies: SourceNight["bodies"]): string | null =>
  bodies
    .map(({ readAt }) => readAt)
    .toSorted()
    .at(-1) ?? null;
