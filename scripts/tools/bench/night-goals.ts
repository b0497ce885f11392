import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { growthExponent } from "../site/timed-build.ts";
import type { Goal } from "./goal.ts";
import { writeSyntheticUpstream } from "./synthetic-upstream.ts";
import { type TimedRefresh, timedRefresh } from "./timed-refresh.ts";

const MOST_SECONDS = 4;
const MOST_GROWTH = 1;
const MOST_MB = 300;

export interface NightRun {
  /** How many times today's offers. */
  readonly times: readonly number[];
  /** A folder of recordings, for a night of real answers; undefined = none. */
  readonly recordings: string | undefined;
}

/** The nightly job on synthetic catalogues, a first night and one on which a row in twenty moved; and on recordings where there are some. */
export function nightGoals({ times, recordings }: NightRun): readonly Goal[] {
  const nights = times.map(twoNights);
  const [firsts, nexts] = [nights.map(([first]) => first), nights.map(([, next]) => next)];
  const today = nights[times.indexOf(1)];
  return [
    ...(today === undefined ? [] : [...goalsOf("a first night", today[0]), ...goalsOf("a night after it", today[1])]),
    ...(recordings === undefined ? [] : goalsOf("a night of recordings", recordedNight(recordings))),
    ...growthOf("a first night", firsts),
    ...growthOf("a night after it", nexts),
  ];
}

function twoNights(copies: number): readonly [TimedRefresh, TimedRefresh] {
  const folder = mkdtempSync(join(tmpdir(), "token-parity-upstream-"));
  const [recordings, out] = [join(folder, "recordings"), join(folder, "data")];
  try {
    writeSyntheticUpstream("data", recordings, { copies, readAt: "2026-08-22T04:00:00Z", movedEvery: 0 });
    const first = timedRefresh(recordings, out);
    print(`${copies}×, first night`, first);
    writeSyntheticUpstream("data", recordings, { copies, readAt: "2026-08-23T04:00:00Z", movedEvery: 20 });
    const next = timedRefresh(recordings, out);
    print(`${copies}×, next night`, next);
    return [first, next];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** On today's data, into a copy of it. */
function recordedNight(recordings: string): TimedRefresh {
  const folder = mkdtempSync(join(tmpdir(), "token-parity-night-"));
  const out = join(folder, "data");
  try {
    cpSync("data/generated", out, { recursive: true });
    const night = timedRefresh(recordings, out, folder);
    print("recordings", night);
    return night;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(which: string, night: TimedRefresh): void {
  const { models, offers, seconds, processorSeconds, peakMB, mebibytes } = night;
  const time = `${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of processor time)`;
  console.log(
    `${which}: ${models} models, ${offers} offers, ${time}, peak ${peakMB.toFixed(0)} MB, ${mebibytes.toFixed(1)} MiB written`,
  );
}

function goalsOf(which: string, { processorSeconds, peakMB }: TimedRefresh): readonly Goal[] {
  return [
    { name: `${which} at today’s size`, figure: processorSeconds, bound: "at most", limit: MOST_SECONDS, unit: "s CPU" },
    { name: `memory of ${which}`, figure: peakMB, bound: "at most", limit: MOST_MB, unit: "MB" },
  ];
}

function growthOf(which: string, some: readonly TimedRefresh[]): readonly Goal[] {
  if (some.length < 2) return [];
  const figure = growthExponent(some.map(({ offers, processorSeconds }) => ({ pages: offers, seconds: processorSeconds })));
  return [
    { name: `time of ${which} grows with the offers to the power of`, figure, bound: "at most", limit: MOST_GROWTH, unit: "" },
  ];
}
