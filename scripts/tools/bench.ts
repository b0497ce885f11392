import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { writeSyntheticData } from "./site/synthetic-data.ts";
import type { TimedBuild } from "./site/timed-build.ts";
import { growthExponent, timedBuild } from "./site/timed-build.ts";

const LEAST_PAGES_PER_SECOND = 500;
const MOST_GROWTH = 1.1;

const today = readFileSync("data/generated/models.jsonl", "utf8").trim().split("\n").length;
const program = new Command("npm run bench --")
  .description("Times the build of today's data and of synthetic models.")
  .option("--models <numbers>", "how many synthetic models, by comma", `${today * 10},10000,${today * 30}`)
  .parse();
const sizes = program.opts<{ models: string }>().models.split(",").map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) program.error("--models wants whole numbers by comma: 2500,10000");

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
const speed = measured.pages / measured.seconds;
const growth = growthExponent(builds);
const files = Math.round(measured.files / measured.seconds);
console.log(
  `${Math.round(speed)} pages a second at ${measured.models} models (at least ${LEAST_PAGES_PER_SECOND}); ${files} files with their twins, JSON and feeds`,
);
console.log(`time grows with the pages to the power of ${growth.toFixed(2)} (at most ${MOST_GROWTH})`);
process.exitCode = speed >= LEAST_PAGES_PER_SECOND && growth <= MOST_GROWTH ? 0 : 1;

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
