import { daysBetween } from "../../../src/domain/money/days.ts";

/** A package came every six days, and never later than 14 after the one before; a folder may lack some. What is dated a quarter later stands alone. */
export const MAX_DAYS_ALONE = 92;

/** When a body of a recording was read, and where it says so by itself, when it was recorded. */
export interface RecordedTimes {
  readonly url: string;
  readonly readAt: string;
  readonly recordedAt?: string | undefined;
}

/**
 * Why the time of a recorded body is not believed; null = it is. Whoever records writes down when a page was read; a package is recorded under the
 * day that it names itself, and that day may be years ahead. It is believed up to the day it was recorded, where the index says that
 * (`recordedAt`), and else as far as the recording reaches: everything in it follows something by a quarter at most.
 */
export function untimelyIn(recording: readonly RecordedTimes[]): (entry: RecordedTimes) => string | null {
  const reach = reachOf(recording);
  return ({ url, readAt, recordedAt }) =>
    !isSelfDated({ url, recordedAt }) || reach === null || readAt <= reach
      ? null
      : `${url} is dated ${readAt}, over ${MAX_DAYS_ALONE} days after all else in the recording (${reach}): "recordedAt" in recorded.json says when it was recorded`;
}

/** The newest time that a body bears out which follows another; null = nothing was recorded. */
function reachOf(recording: readonly RecordedTimes[]): string | null {
  const [dated, stamped] = [true, false].map((isOwn) => recording.filter((entry) => isSelfDated(entry) === isOwn).map(timeOf));
  const [newest = null] = (stamped ?? []).toSorted().reverse();
  return (dated ?? []).toSorted().reduce((reach: string | null, time) => {
    if (reach === null) return time;
    return time > reach && daysBetween(reach.slice(0, 10), time.slice(0, 10)) <= MAX_DAYS_ALONE ? time : reach;
  }, newest);
}

const timeOf = ({ readAt, recordedAt = readAt }: RecordedTimes): string => (recordedAt < readAt ? recordedAt : readAt);

const isSelfDated = ({ url, recordedAt }: Pick<RecordedTimes, "url" | "recordedAt">): boolean =>
  recordedAt === undefined && /^npm(-module)?:/.test(url);
