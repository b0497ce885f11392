import { globSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TimedBuild, timedBuild } from "../site/timed-build.ts";
import type { Goal } from "./goal.ts";
import { TEN_YEARS, writeNights } from "./ten-years.ts";

/** Ten years of nights, then one build: what lies in the repository, what is deployed, and how much longer the build takes than today. */
export function growthGoals(): readonly Goal[] {
  const folder = mkdtempSync(join(tmpdir(), "token-parity-growth-"));
  try {
    writeNights("data", folder, TEN_YEARS);
    const data = globSync("**/*.*", { cwd: folder }).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    // The machine may be busy with something else beside one of them: the pair in the middle counts, and the processor's time, not the clock's.
    const build = (): Pair => ({ today: timedBuild("data", 0), later: timedBuild(folder, 0) });
    const { today, later } = middleOf([build(), build(), build()]);
    print(later, today);
    const of = `after ${TEN_YEARS.nights.toLocaleString("en")} nights`;
    return [
      { name: `data ${of}`, figure: data / 1e6, bound: "at most", limit: 150, unit: "MB" },
      { name: `dist ${of}`, figure: later.bytes / 1e6, bound: "at most", limit: 300, unit: "MB" },
      { name: `build ${of}`, figure: growthOf({ today, later }), bound: "at most", limit: 1.3, unit: "× today’s" },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Two builds, one after the other. */
interface Pair {
  readonly today: TimedBuild;
  readonly later: TimedBuild;
}

function middleOf(pairs: readonly [Pair, Pair, Pair]): Pair {
  return pairs.toSorted((a, b) => growthOf(a) - growthOf(b))[1] ?? pairs[0];
}

const growthOf = ({ today, later }: Pair): number => later.userSeconds / today.userSeconds;

function print(later: TimedBuild, today: TimedBuild): void {
  const of = ({ seconds, userSeconds, files, bytes }: TimedBuild) =>
    `${files} files, ${(bytes / 1e6).toFixed(0)} MB, ${seconds.toFixed(1)} s by the clock, ${userSeconds.toFixed(1)} s of the processor`;
  console.log(`${TEN_YEARS.nights} nights: ${of(later)}, peak ${later.peakMiB} MiB; today ${of(today)}`);
}
