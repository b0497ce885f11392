import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundleKey, keepBundle, keptBundle } from "./kept-bundle.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "token-parity-bundle-"));
  for (const name of ["src/site/paths.ts", "public/favicon.svg", "scripts/page-day.mjs", "package-lock.json", "data/models.json"])
    write(name, "1");
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

test.each([
  ["src/site/paths.ts", true],
  ["src/features/new.ts", true],
  ["public/favicon.svg", true],
  ["scripts/page-day.mjs", true],
  ["package-lock.json", true],
  ["data/models.json", false],
  ["scripts/node/node_modules/node/index.mjs", false],
])("a change of %s asks for another bundle: %s", (name, isOther) => {
  const before = bundleKey(root, {});
  write(name, "2");
  expect(bundleKey(root, {}) !== before).toBe(isOther);
});

test("the site's address and the mode are part of the key, what else is in the environment is not", () => {
  const key = bundleKey(root, {});
  for (const name of ["SITE_URL", "BASE_PATH", "NODE_ENV"]) expect(bundleKey(root, { [name]: "x" })).not.toBe(key);
  expect(bundleKey(root, { OUT_DIR: "x", TOKEN_PARITY_DATA: "y" })).toBe(key);
});

function keep(key: string): void {
  write("dist/_astro/a.js", "script");
  write("dist/.prerender/entry.mjs", "code");
  const [files, server] = [join(root, "dist"), join(root, "dist/.prerender")];
  keepBundle(root, key, {
    server,
    entry: "entry.mjs",
    files,
    pluginGlobals: { "token-parity:browser-modules": { loader: "l" } },
  });
}

test("what is kept under a key is found under it alone, the code apart from the site's files", () => {
  keep("one");
  expect(keptBundle(root, "other")).toBeNull();
  const bundle = keptBundle(root, "one");
  const folder = join(root, ".cache/bundle/one");
  expect(bundle).toEqual({
    entry: pathToFileURL(join(folder, "server/entry.mjs")).href,
    files: join(folder, "files"),
    pluginGlobals: { "token-parity:browser-modules": { loader: "l" } },
  });
  expect(readFileSync(join(folder, "files/_astro/a.js"), "utf8")).toBe("script");
  expect(existsSync(join(folder, "files/.prerender"))).toBe(false);
});

test("a bundle is forgotten with the next one, unless another build may be reading it", () => {
  keep("old");
  const hours = new Date(Date.now() - 7_200_000);
  utimesSync(join(root, ".cache/bundle/old"), hours, hours);
  keep("young");
  keep("new");
  expect(["old", "young", "new"].map((key) => keptBundle(root, key) !== null)).toEqual([false, true, true]);
});
