import { MIN_MOVED_TOGETHER, SLIP_TOLERANCE } from "../../../src/domain/source/guard-limits.ts";
import { readingId, type StoredReading } from "../merge/reading-row.ts";

/** How the rows of one platform moved since their last good reading. */
export interface MovedTogether {
  /** The factor most of them moved by. */
  readonly factor: number;
  /** All of them did. */
  readonly isWhole: boolean;
}

/**
 * By platform, where at least five rows and half of all moved by one factor: a platform that doubled every price, or a catalogue that wrote one
 * platform down in another unit.
 */
export function movedTogether(
  before: readonly StoredReading[],
  now: readonly StoredReading[],
): ReadonlyMap<string, MovedTogether> {
  const last = new Map(before.map((reading) => [readingId(reading), reading]));
  const factors = now.flatMap((reading) => {
    const factor = factorOf(last.get(readingId(reading)), reading);
    return factor === null ? [] : [{ platform: reading.key.platform, factor }];
  });
  const platforms = [...Map.groupBy(factors, ({ platform }) => platform)];
  return new Map(
    platforms.flatMap(([platform, rows]) => {
      const moved = common(rows.map(({ factor }) => factor));
      return moved === null ? [] : [[platform, moved] as const];
    }),
  );
}

/** Input and output by the same factor; null = not both known, or each by its own. 1 = it stands. */
function factorOf(before: StoredReading | undefined, now: StoredReading): number | null {
  const [i, o] = [now.prices.input ?? 0, now.prices.output ?? 0];
  const [wasI, wasO] = [before?.prices.input ?? 0, before?.prices.output ?? 0];
  if (i * o * wasI * wasO === 0) return null;
  return isNear(i / wasI, o / wasO) ? i / wasI : 0;
}

function common(factors: readonly number[]): MovedTogether | null {
  const moved = factors.filter((factor) => factor !== 1 && factor !== 0).toSorted((a, b) => a - b);
  const factor = moved[Math.floor(moved.length / 2)];
  if (factor === undefined) return null;
  const same = moved.filter((each) => isNear(each, factor)).length;
  if (same < MIN_MOVED_TOGETHER || same * 2 < factors.length) return null;
  return { factor, isWhole: same === factors.length };
}

const isNear = (a: number, b: number): boolean => Math.max(a, b) <= Math.min(a, b) * (1 + SLIP_TOLERANCE);
