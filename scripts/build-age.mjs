import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["data", "src", "public", "astro.config.mjs", "package-lock.json"];

/**
 * Whether `dist` below a folder lacks a whole build, or something the site is made of is newer. The first page says when a build began; the map of
 * all pages is written when they stand, so a build that failed has none.
 */
export function isBuildStale(root) {
  const [first, last] = ["index.html", "sitemap-index.xml"].map((name) => join(root, "dist", name));
  if (!existsSync(first) || !existsSync(last)) return true;
  return Math.max(...SOURCES.map((name) => newestMs(join(root, name)))) > statSync(first).mtimeMs;
}

function newestMs(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  return statSync(path).isDirectory()
    ? Math.max(mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))))
    : mtimeMs;
}
