import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { BUILD_FLAGS } from "../../build-flags.mjs";

export interface TimedBuild {
  readonly models: number;
  readonly pages: number;
  /** Pages, their Markdown twins, JSON, feeds and pictures. */
  readonly files: number;
  /** Of all files, as they lie on the disk. */
  readonly bytes: number;
  readonly seconds: number;
  /** Of all its threads, without the kernel's: what a busy machine changes least. */
  readonly userSeconds: number;
  /** The kernel's too. */
  readonly processorSeconds: number;
  readonly peakMiB: number;
}

/** Below the repository: a build to a folder outside of it shares its half-built state with every other such build. */
const SCRATCH = ".cache";

/** Said by the build itself as it ends: KiB and microseconds. */
const REPORT_USAGE = `data:text/javascript,import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(process.env.USAGE_FILE, JSON.stringify(process.resourceUsage())));`;
const Usage = z.object({ maxRSS: z.number(), userCPUTime: z.number(), systemCPUTime: z.number() });

/**
 * Builds the site from a data folder into a temporary one and takes the time, from nothing to the last file, or from the bundle of the code that
 * the last build has kept. Without the images to share:
 * each is drawn once in its life and then comes from a cache, so they are no part of how a build grows.
 */
export function timedBuild(dataFolder: string, models: number, from: "nothing" | "kept bundle" = "nothing"): TimedBuild {
  mkdirSync(SCRATCH, { recursive: true });
  const folder = mkdtempSync(join(SCRATCH, "bench-"));
  folders.push(folder);
  return buildInto(folder, dataFolder, models, from === "nothing" ? ["--fresh"] : []);
}

/**
 * Removed once all is measured: ext4 does not take a place again that was freed within the last minutes, and looks at each before it finds another,
 * so that a build after a deleted one spends seconds more in the kernel.
 */
const folders: string[] = [];
process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function buildInto(folder: string, dataFolder: string, models: number, flags: readonly string[]): TimedBuild {
  const usageFile = join(folder, "usage.json");
  const env = {
    ...process.env,
    TOKEN_PARITY_DATA: dataFolder,
    OUT_DIR: join(folder, "dist"),
    USAGE_FILE: usageFile,
    TOKEN_PARITY_IMAGES: "0",
    ASTRO_TELEMETRY_DISABLED: "1",
  };
  const begin = performance.now();
  const build = [...BUILD_FLAGS, "--import", REPORT_USAGE, "scripts/build.ts", "--silent", ...flags];
  const { status } = spawnSync(process.execPath, build, { env, stdio: ["ignore", "ignore", "inherit"] });
  const seconds = (performance.now() - begin) / 1_000;
  if (status !== 0) throw new Error(`the build of ${models} models from ${dataFolder} failed with ${status}`);
  const pages = globSync("**/*.html", { cwd: join(folder, "dist") }).length;
  const files = globSync("**/*.*", { cwd: join(folder, "dist") }).map((name) => statSync(join(folder, "dist", name)).size);
  const { maxRSS, userCPUTime, systemCPUTime } = Usage.parse(JSON.parse(readFileSync(usageFile, "utf8")));
  const bytes = files.reduce((sum, size) => sum + size, 0);
  return {
    ...{ models, pages, files: files.length, bytes, seconds },
    ...{ userSeconds: userCPUTime / 1e6, processorSeconds: (userCPUTime + systemCPUTime) / 1e6 },
    peakMiB: Math.round(maxRSS / 1_024),
  };
}

/**
 * How the time grows with the pages: the slope of log time over log pages by least squares. 1 = in proportion.
 * `growthExponent([{ pages: 100, seconds: 1 }, { pages: 1000, seconds: 10 }])` → 1.
 */
export function growthExponent(builds: readonly Pick<TimedBuild, "pages" | "seconds">[]): number {
  const points = builds.map(({ pages, seconds }) => ({ x: Math.log(pages), y: Math.log(seconds) }));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map((point) => point.x));
  const y = mean(points.map((point) => point.y));
  const along = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return along / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}
