import { LAST_READINGS, lastReadingsOf } from "../../../src/data/last-readings.ts";
import type { Run } from "../../../src/domain/source/run.ts";
import { figureChanges } from "../merge/figure-changes.ts";
import { withListCheck } from "../merge/list-check.ts";
import { nightAssessor } from "../merge/night-assessor.ts";
import { qualityTonight, withQualityRun } from "../quality/quality-night.ts";
import { qualityFiles } from "../quality/quality-store.ts";
import { ratesTonight, withRates } from "../rates/rates-night.ts";
import type { Io } from "../sources/source.ts";
import { readCurated } from "./curated.ts";
import { historyFiles, readHistory } from "./history-files.ts";
import { historyTonight } from "./history-night.ts";
import { lockDirectory } from "./lock.ts";
import { night } from "./night.ts";
import type { NightProgress } from "./progress.ts";
import { rankingsTonight } from "./rankings.ts";
import { type LastNight, readSources } from "./read-sources.ts";
import { commitMessage, report } from "./report.ts";
import { rowsRead } from "./rows-read.ts";
import { changedFiles, readStore, storeFiles, writeFiles } from "./store.ts";

export interface RefreshOptions {
  readonly io: Io;
  /** Where the data lies. */
  readonly out: string;
  /** Where the curated tables lie. */
  readonly curated: string;
  readonly isDryRun: boolean;
  readonly progress: NightProgress;
}

export interface Refreshed {
  /** Whether a guard holds anything tonight: the rest is written all the same. */
  readonly isAnythingHeld: boolean;
  readonly report: string;
  readonly commitMessage: string;
  /** The files whose bytes changed, or would have. */
  readonly changedFiles: readonly string[];
}

/**
 * One night from the sources to the files, whole or not at all. Throws when nothing can be written: no clock, broken data, or another
 * refresh at work in the same directory.
 */
export async function refreshData(options: RefreshOptions): Promise<Refreshed> {
  if (options.isDryRun) return await refreshLocked(options);
  const unlock = await lockDirectory(options.out);
  try {
    return await refreshLocked(options);
  } finally {
    await unlock();
  }
}

async function refreshLocked(options: RefreshOptions): Promise<Refreshed> {
  const curated = readCurated(options.curated);
  const before = readStore(options.out);
  const past = readHistory(options.out);
  const sources = await readSources(options.io, curated, options.progress, lastNight(before.run));
  const clockFault = options.io.clockFault?.() ?? null;
  if (clockFault !== null) throw new Error(clockFault);
  const assessor = nightAssessor(options.curated);
  const prices = withListCheck(night(sources, curated, before), assessor);
  const quality = await qualityTonight(options.io, options, prices, before);
  const after = withRates(withQualityRun(prices, quality), await ratesTonight(options.io, before));
  const last = lastReadingsOf(rowsRead(after, quality));
  const files = new Map([
    ...storeFiles(after, last),
    ...historyFiles(past, historyTonight(past, before, after)),
    ...qualityFiles(quality, last),
    ...rankingsTonight(options.out, assessor, after, quality),
    [LAST_READINGS, `${JSON.stringify(last, null, 1)}\n`],
  ]);
  const changed = changedFiles(options.out, files);
  const moves = figureChanges(before.offers, after.offers);
  if (!options.isDryRun && changed.length > 0) writeFiles(options.out, files);
  const notRead = sources.filter(({ parsed, failure }) => parsed === null && failure === null).map(({ source }) => source.id);
  return {
    isAnythingHeld: after.run?.findings.some(({ action }) => action === "hold") === true,
    report: report({ before, after, moves, notRead, changedFiles: changed }),
    commitMessage: commitMessage(before, after, moves),
    changedFiles: changed,
  };
}

const lastNight = (run: Run | null): LastNight => ({
  lastAsOf: run?.asOf ?? null,
  lastRead: (id) => run?.sources.find((source) => source.id === id)?.readAt ?? null,
});
