import { globSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import home from "../../../site.config.json" with { type: "json" };
import { drawSocialImages } from "../../images/social-images.ts";
import type { Goal } from "./goal.ts";
import { writeQuietNight } from "./quiet-night.ts";

/** Draws every image to share of today's data, then those of the same data a day later. */
export async function imageGoals(): Promise<readonly Goal[]> {
  const folder = mkdtempSync(join(tmpdir(), "token-parity-images-"));
  const [cache, out] = [join(folder, "cache"), join(folder, "out")];
  try {
    const first = await timedDrawing(cache, out);
    console.log(
      `${first.images} images to share: ${first.seconds.toFixed(1)} s CPU, ${(first.bytes / first.images / 1e3).toFixed(1)} kB each`,
    );
    const drawn = new Set(globSync("**/*.png/*", { cwd: cache }));
    process.env["TOKEN_PARITY_DATA"] = join(folder, "data");
    writeQuietNight("data", process.env["TOKEN_PARITY_DATA"]);
    const next = await timedDrawing(cache, out);
    console.log(`a day later: ${next.seconds.toFixed(1)} s CPU`);
    const again = globSync("**/*.png/*", { cwd: cache }).filter((name) => !drawn.has(name));
    return [
      { name: "all images to share", figure: first.seconds, bound: "at most", limit: 20, unit: "s CPU" },
      { name: "images drawn again after a night without news", figure: again.length, bound: "at most", limit: 0, unit: "images" },
    ];
  } finally {
    delete process.env["TOKEN_PARITY_DATA"];
    rmSync(folder, { recursive: true });
  }
}

interface TimedDrawing {
  readonly images: number;
  readonly bytes: number;
  readonly seconds: number;
}

async function timedDrawing(cache: string, out: string): Promise<TimedDrawing> {
  const before = process.cpuUsage();
  const images = await drawSocialImages({ site: home.site, base: "/", cache }).writeInto(out);
  const { user, system } = process.cpuUsage(before);
  const bytes = globSync("og/**/*.png", { cwd: out }).reduce((sum, name) => sum + statSync(join(out, name)).size, 0);
  return { images, bytes, seconds: (user + system) / 1e6 };
}
