import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSyntheticData } from "../site/synthetic-data.ts";
import { growthExponent, type TimedBuild, timedBuild } from "../site/timed-build.ts";
import type { Goal } from "./goal.ts";

/** Builds today's data and synthetic data of so many models, and says what each took as it goes. */
export function buildGoals(today: number, sizes: readonly number[]): readonly Goal[] {
  const ofToday = timedBuild("data", today);
  print(ofToday, "today's data");
  const synthetic = sizes.map((size) => {
    const build = withSyntheticData(size, (folder) => timedBuild(folder, size));
    print(build, "synthetic");
    return build;
  });
  const builds = [ofToday, ...synthetic];
  const measured =
    builds.find(({ models }) => models === 10_000) ?? builds.reduce((most, build) => (build.models > most.models ? build : most));
  return [
    {
      name: `build of ${measured.models} models`,
      figure: measured.pages / measured.seconds,
      bound: "at least",
      limit: 500,
      unit: "pages/s",
    },
    {
      name: "time of a build grows with the pages to the power of",
      figure: growthExponent(builds),
      bound: "at most",
      limit: 1.1,
      unit: "",
    },
  ];
}

function withSyntheticData<Result>(models: number, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "token-parity-data-"));
  try {
    writeSyntheticData("data", folder, models);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print({ models, pages, files, bytes, seconds, peakMiB }: TimedBuild, what: string): void {
  const rate = Math.round(pages / seconds);
  console.log(
    `${what}: ${models} models, ${pages} pages of ${files} files, ${Math.round(bytes / 2 ** 20)} MiB, ${seconds.toFixed(1)} s, ${rate} pages/s, peak ${peakMiB} MiB`,
  );
}
