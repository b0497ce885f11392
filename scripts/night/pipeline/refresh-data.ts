import { LAST_READINGS, lastReadingsOf } from "../../../src/data/last-readings.ts";
import type { Run } from "../../../src/domain/source/run.ts";
import { datedModels } from "../match/known/stated-facts.ts";
import { figureChanges } from "../merge/figure-changes.ts";
import { withListCheck } from "../merge/list-check.ts";
import { type NightAssessor, nightAssessor } from "../merge/night-assessor.ts";
import { qualityTonight, withQualityRun } from "../quality/quality-night.ts";
import { qualityFiles } from "../quality/quality-store.ts";
import type { QualityNight } from "../quality/refresh-quality.ts";
import { ratesTonight, withRates } from "../rates/rates-night.ts";
import type { Io } from "../sources/source.ts";
import { type Curated, readCurated } from "./curated.ts";
import { historyFiles, readHistory } from "./history-files.ts";
import { historyTonight } from "./history-night.ts";
import { lockDirectory } from "./lock.ts";
import { storeAfterNight } from "./night.ts";
import type { NightProgress } from "./progress.ts";
import { rankingsTonight } from "./rankings.ts";
import { type LastNight, readSources } from "./read-sources.ts";
import { commitMessage, nightReport } from "./report.ts";
import { rowsRead } from "./rows-read.ts";
import { changedFiles, type LastNightsRows, readStore, type Store, storeFiles, writeFiles } from "./store.ts";

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
  const { before, after, quality, assessor, notRead, dated } = await dataTonight(options);
  const last = lastReadingsOf(rowsRead(after, quality));
  const files = new Map([
    ...storeFiles(after, last),
    ...historyFilesTonight(options.out, { before, after, dated }),
    ...qualityFiles(quality, last),
    ...rankingsTonight(options.out, assessor, after, quality),
    [LAST_READINGS, `${JSON.stringify(last, null, 1)}\n`],
  ]);
  const changed = changedFiles(options.out, files);
  const moves = figureChanges(before.offers, after.offers);
  if (!options.isDryRun && changed.length > 0) writeFiles(options.out, files);
  return {
    isAnythingHeld: after.run?.findings.some(({ action }) => action === "hold") === true,
    report: nightReport({ before, after, moves, notRead, changedFiles: changed }),
    commitMessage: commitMessage(before, after, moves),
    changedFiles: changed,
  };
}

interface DataTonight {
  readonly before: LastNightsRows;
  readonly after: Store;
  readonly quality: QualityNight;
  readonly assessor: NightAssessor;
  /** The sources nobody read. */
  readonly notRead: readonly string[];
  /** The models whose release day their makers state. */
  readonly dated: ReadonlySet<string>;
}

/** What is valid after tonight. What it was made from ends with each call: rows as sources wrote them and last night's readings take a third of the memory. */
async function dataTonight({ io, out, curated, progress }: RefreshOptions): Promise<DataTonight> {
  const stored = readStore(out);
  const { rows, notRead, dated } = await pricesTonight(io, readCurated(curated), progress, stored);
  const assessor = nightAssessor(curated);
  const prices = withListCheck(rows, assessor);
  const quality = await qualityTonight(io, { out, curated }, prices, stored);
  const after = withRates(withQualityRun(prices, quality), await ratesTonight(io, stored));
  const { models, offers, run } = stored;
  return { before: { models, offers, run }, after, quality, assessor, notRead, dated };
}

async function pricesTonight(io: Io, curated: Curated, progress: NightProgress, stored: Store) {
  const sources = await readSources(io, curated, progress, lastNight(stored.run));
  const clockFault = io.clockFault?.() ?? null;
  if (clockFault !== null) throw new Error(clockFault);
  const notRead = sources.filter(({ parsed, failure }) => parsed === null && failure === null).map(({ source }) => source.id);
  return { rows: storeAfterNight(sources, curated, stored), notRead, dated: datedModels(curated.statedFacts) };
}

/** Reads the past last, when most of the night is out of memory: fifty thousand lines. */
function historyFilesTonight(
  out: string,
  { before, after, dated }: Pick<DataTonight, "before" | "after" | "dated">,
): ReadonlyMap<string, string> {
  const past = readHistory(out);
  return historyFiles(past, historyTonight(past, before, after, dated));
}

const lastNight = (run: Run | null): LastNight => ({
  lastAsOf: run?.asOf ?? null,
  lastRead: (id) => run?.sources.find((source) => source.id === id)?.readAt ?? null,
});
