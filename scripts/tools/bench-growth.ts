import { globSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TEN_YEARS, writeNights } from "./bench/ten-years.ts";
import { type TimedBuild, timedBuild } from "./site/timed-build.ts";

/** Ten years of nights, then one build: what lies in the repository, what is deployed, and how much longer the build takes than today. */
const MOST_DATA_MB = 150;
const MOST_DIST_MB = 300;
const MOST_TIMES_TODAY = 1.3;

const folder = mkdtempSync(join(tmpdir(), "token-parity-growth-"));
try {
  writeNights("data", folder, TEN_YEARS);
  const data = megabytes(globSync("**/*.*", { cwd: folder }).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0));
  const before = timedBuild("data", 0);
  const then = timedBuild(folder, 0);
  const after = timedBuild("data", 0);
  // The machine may be busy with something else beside one of them: the faster counts, and the processor's time, not the clock's.
  const today = before.userSeconds < after.userSeconds ? before : after;
  const times = then.userSeconds / today.userSeconds;
  const dist = megabytes(then.bytes);
  const lines = [
    { what: "data", is: data, most: MOST_DATA_MB, unit: "MB" },
    { what: "dist", is: dist, most: MOST_DIST_MB, unit: "MB" },
    { what: "processor time of a build against today's", is: times, most: MOST_TIMES_TODAY, unit: "times" },
  ];
  console.log(
    `${TEN_YEARS.nights} nights: ${then.files} files, ${timesOf(then)}; today ${megabytes(today.bytes).toFixed(0)} MB, ${today.files} files, ${timesOf(today)}; peak ${then.peakMiB} MiB`,
  );
  for (const { what, is, most, unit } of lines)
    console.log(`${is <= most ? "ok" : "TOO MUCH"}: ${what} ${is.toFixed(2)} ${unit}, at most ${most}`);
  process.exitCode = lines.every(({ is, most }) => is <= most) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

function timesOf({ seconds, userSeconds }: TimedBuild): string {
  return `${seconds.toFixed(1)} s by the clock, ${userSeconds.toFixed(1)} s of the processor`;
}

function megabytes(bytes: number): number {
  return bytes / 1e6;
}
