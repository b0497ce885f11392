import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isBuildStale } from "./build-age.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "token-parity-age-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A file, or the folder it stands in, of a second of its own. */
function touch(name: string, second: number): void {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  for (const each of [path, dirname(path)]) utimesSync(each, second, second);
}

test.each<readonly [string, Readonly<Record<string, number>>, boolean]>([
  ["nothing is built", { "src/a.ts": 1 }, true],
  ["all was built from what stands there", { "src/a.ts": 1, "dist/index.html": 2, "dist/sitemap-index.xml": 3 }, false],
  ["a file is newer", { "src/pages/a.ts": 4, "dist/index.html": 2, "dist/sitemap-index.xml": 3 }, true],
  ["a file was changed during the build", { "src/a.ts": 3, "dist/index.html": 2, "dist/sitemap-index.xml": 4 }, true],
  ["the build failed halfway", { "src/a.ts": 1, "dist/index.html": 2 }, true],
])("where %s, a start builds: %j", (_, files, isStale) => {
  for (const [name, second] of Object.entries(files)) touch(name, second);
  expect(isBuildStale(root)).toBe(isStale);
});
