import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { writeSyntheticUpstream } from "./bench/synthetic-upstream.ts";
import { type TimedRefresh, timedRefresh } from "./bench/timed-refresh.ts";
import { growthExponent } from "./site/timed-build.ts";

const MOST_GROWTH = 1.1;

const program = new Command("node scripts/tools/bench-refresh.ts")
  .description("Times the nightly job on synthetic catalogues: a first night, and one on which a row in twenty moved.")
  .option("--times <numbers>", "how many times today's offers, by comma", "1,10,30")
  .parse();
const times = program.opts<{ times: string }>().times.split(",").map(Number);
if (times.some((each) => !Number.isInteger(each) || each < 1)) program.error("--times wants whole numbers by comma: 1,10,30");

const nights = times.map(twoNights);
const grown = [growthOf(nights.map(([first]) => first)), growthOf(nights.map(([, next]) => next))];
for (const [place, growth] of grown.entries()) {
  const which = place === 0 ? "the first night" : "a night after it";
  if (growth !== null)
    console.log(`time of ${which} grows with the offers to the power of ${growth.toFixed(2)} (at most ${MOST_GROWTH})`);
}
process.exitCode = grown.every((growth) => (growth ?? 0) <= MOST_GROWTH) ? 0 : 1;

function twoNights(copies: number): readonly [TimedRefresh, TimedRefresh] {
  const folder = mkdtempSync(join(tmpdir(), "token-parity-upstream-"));
  const [recordings, out] = [join(folder, "recordings"), join(folder, "data")];
  try {
    writeSyntheticUpstream("data", recordings, { copies, readAt: "2026-08-22T04:00:00Z", movedEvery: 0 });
    const first = timedRefresh(recordings, out);
    print(copies, "first night", first);
    writeSyntheticUpstream("data", recordings, { copies, readAt: "2026-08-23T04:00:00Z", movedEvery: 20 });
    const next = timedRefresh(recordings, out);
    print(copies, "next night", next);
    return [first, next];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(copies: number, which: string, night: TimedRefresh): void {
  const { models, offers, seconds, processorSeconds, peakMiB, mebibytes } = night;
  const time = `${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of processor time)`;
  console.log(
    `${copies}×, ${which}: ${models} models, ${offers} offers, ${time}, peak ${peakMiB} MiB, ${mebibytes.toFixed(1)} MiB written`,
  );
}

function growthOf(some: readonly TimedRefresh[]): number | null {
  if (some.length < 2) return null;
  return growthExponent(some.map(({ offers, processorSeconds }) => ({ pages: offers, seconds: processorSeconds })));
}
