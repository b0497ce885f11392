import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { writeSyntheticData } from "./site/synthetic-data.ts";
import type { TimedBuild } from "./site/timed-build.ts";
import { growthExponent, timedBuild } from "./site/timed-build.ts";

const LEAST_PAGES_PER_SECOND = 500;
const MOST_GROWTH = 1.1;

const program = new Command("npm run bench --")
  .description("Times the build of today's data and of synthetic models.")
  .option("--models <numbers>", "how many synthetic models, by comma", "2500,5000,10000")
  .parse();
const sizes = program.opts<{ models: string }>().models.split(",").map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) program.error("--models wants whole numbers by comma: 2500,10000");

const today = readFileSync("data/generated/models.jsonl", "utf8").trim().split("\n").length;
print(timedBuild("data", today), "today's data");
const builds = sizes.map((size) => {
  const build = withSyntheticData(size, (folder) => timedBuild(folder, size));
  print(build, "synthetic");
  return build;
});
const largest = builds.reduce((most, build) => (build.models > most.models ? build : most));
const speed = largest.pages / largest.seconds;
const growth = builds.length > 1 ? growthExponent(builds) : null;
console.log(`${Math.round(speed)} pages a second at ${largest.models} models (at least ${LEAST_PAGES_PER_SECOND})`);
if (growth !== null) console.log(`time grows with the pages to the power of ${growth.toFixed(2)} (at most ${MOST_GROWTH})`);
process.exitCode = speed >= LEAST_PAGES_PER_SECOND && (growth ?? 0) <= MOST_GROWTH ? 0 : 1;

function withSyntheticData<Result>(models: number, use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "token-parity-data-"));
  try {
    writeSyntheticData("data", folder, models);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print({ models, pages, files, seconds, peakMiB }: TimedBuild, what: string): void {
  const rate = Math.round(pages / seconds);
  console.log(
    `${what}: ${models} models, ${pages} pages of ${files} files, ${seconds.toFixed(1)} s, ${rate} pages/s, peak ${peakMiB} MiB`,
  );
}
