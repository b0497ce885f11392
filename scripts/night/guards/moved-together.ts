import { MIN_MOVED_TOGETHER } from "../../../src/domain/source/guard-limits.ts";
import { isSameSlip } from "../../../src/domain/source/unit-slip.ts";
import { readingId, type StoredReading } from "../merge/reading-row.ts";

/** How the prices of a row moved that both nights have. */
export interface MovedRow {
  readonly platform: string;
  /** 1 = they stand, 0 = input and output moved each by its own. */
  readonly factor: number;
}

/** Every row with input and output on both nights: tonight's beside its last good reading. */
export function movedRows(before: readonly StoredReading[], now: readonly StoredReading[]): readonly MovedRow[] {
  const last = new Map(before.map((reading) => [readingId(reading), reading]));
  return now.flatMap((reading) => {
    const factor = factorOf(last.get(readingId(reading)), reading);
    return factor === null ? [] : [{ platform: reading.key.platform, factor }];
  });
}

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
export function movedTogether(moved: readonly MovedRow[]): ReadonlyMap<string, MovedTogether> {
  const platforms = [...Map.groupBy(moved, ({ platform }) => platform)];
  return new Map(
    platforms.flatMap(([platform, rows]) => {
      const together = common(rows.map(({ factor }) => factor));
      return together === null ? [] : [[platform, together] as const];
    }),
  );
}

/** A source of which at least five rows and half of all moved by one factor, at several platforms. */
export interface MovedEverywhere {
  readonly factor: number;
  readonly rows: number;
  readonly platforms: number;
}

/** The same over a whole source, whatever the platform; null = no such factor. */
export function movedEverywhere(all: readonly MovedRow[]): MovedEverywhere | null {
  const factor = common(all.map((row) => row.factor))?.factor;
  if (factor === undefined) return null;
  const moved = all.filter((row) => row.factor !== 1 && row.factor !== 0 && isSameSlip(row.factor, factor));
  return { factor, rows: moved.length, platforms: new Set(moved.map(({ platform }) => platform)).size };
}

/** Input and output by the same factor; null = not both known, or each by its own. 1 = it stands. */
function factorOf(before: StoredReading | undefined, now: StoredReading): number | null {
  const [i, o] = [now.prices.input ?? 0, now.prices.output ?? 0];
  const [wasI, wasO] = [before?.prices.input ?? 0, before?.prices.output ?? 0];
  if (i * o * wasI * wasO === 0) return null;
  return isSameSlip(i / wasI, o / wasO) ? i / wasI : 0;
}

function common(factors: readonly number[]): MovedTogether | null {
  const moved = factors.filter((factor) => factor !== 1 && factor !== 0).toSorted((a, b) => a - b);
  const factor = moved[Math.floor(moved.length / 2)];
  if (factor === undefined) return null;
  const same = moved.filter((each) => isSameSlip(each, factor)).length;
  if (same < MIN_MOVED_TOGETHER || same * 2 < factors.length) return null;
  return { factor, isWhole: same === factors.length };
}
