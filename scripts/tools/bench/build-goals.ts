import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSyntheticData } from "../site/synthetic-data.ts";
import { growthExponent, type TimedBuild, timedBuild } from "../site/timed-build.ts";
import type { Goal } from "./goal.ts";
import { writeQuietNight } from "./quiet-night.ts";

/** What the build at 10,000 models is held to, at the largest that was asked for where that is none of them. */
const LARGE = 10_000;

/**
 * Builds today's data, with the bundle that this build has kept the same a day later when nothing else has changed, and synthetic data of so many models, and says what each took as it
 * goes. The images to share are left out.
 */
export function buildGoals(today: number, sizes: readonly number[]): readonly Goal[] {
  const ofToday = printed(timedBuild("data", today), "today's data");
  const nextNight = printed(
    inFolder((folder) => {
      writeQuietNight("data", folder);
      return timedBuild(folder, today, "kept bundle");
    }),
    "a night later",
  );
  const synthetic = sizes.map((size) =>
    printed(
      inFolder((folder) => {
        writeSyntheticData("data", folder, size);
        return timedBuild(folder, size);
      }),
      "synthetic",
    ),
  );
  const builds = [ofToday, ...synthetic];
  const large =
    builds.find(({ models }) => models === LARGE) ?? builds.reduce((most, build) => (build.models > most.models ? build : most));
  const growth = growthExponent(builds.map(({ pages, processorSeconds }) => ({ pages, seconds: processorSeconds })));
  const atMost = (name: string, figure: number, limit: number, unit: string): Goal => ({
    name,
    figure,
    bound: "at most",
    limit,
    unit,
  });
  return [
    atMost("build of today's data", ofToday.processorSeconds, 12, "s of processor time"),
    atMost("build after a night that changed nothing", nextNight.seconds, 5, "s"),
    {
      name: `build of ${large.models} models`,
      figure: large.pages / large.seconds,
      bound: "at least",
      limit: 500,
      unit: "pages/s",
    },
    atMost(`build of ${large.models} models`, large.seconds, 45, "s"),
    atMost(`build of ${large.models} models`, large.processorSeconds, 80, "s of processor time"),
    atMost(`build of ${large.models} models, memory`, (large.peakMiB * 2 ** 20) / 1e9, 2.5, "GB"),
    atMost("processor time of a build grows with the pages to the power of", growth, 1.05, ""),
  ];
}

function inFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "token-parity-data-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printed(build: TimedBuild, what: string): TimedBuild {
  const { models, pages, files, bytes, seconds, processorSeconds, peakMiB } = build;
  console.log(
    `${what}: ${models} models, ${pages} pages of ${files} files, ${Math.round(bytes / 2 ** 20)} MiB, ${seconds.toFixed(1)} s, ${processorSeconds.toFixed(1)} s of the processor, ${Math.round(pages / seconds)} pages/s, peak ${peakMiB} MiB`,
  );
  return build;
}
