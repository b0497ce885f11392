import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { buildFromKept } from "./kept-build.mjs";

/** A bundle as Astro makes it, of two routes, of one small file of a kept day and of a month to pack. */
const ENTRY = `
const page = (component, pathname) => ({ routeData: { component, pathname, type: "page", prerender: true, fallbackRoutes: [], segments: [] } });
globalThis[Symbol.for("token-parity:kept-files")]?.([
  { path: "/below/old.json", text: "kept" },
  { path: "/below/month.json.gz", packed: new URL("month.json", import.meta.url).pathname },
]);
export const app = {
  manifest: { routes: [page("src/pages/index.astro", "/"), page("src/pages/404.astro", "/404")], base: "/below/" },
  setInternals() {}, setOptions() {}, getComponentByRoute: async () => ({}),
  render: async ({ url }) => new Response(url, { status: url.includes("404") ? 404 : 200 }),
};`;

let folder = "";
beforeEach(() => {
  vi.stubEnv("TOKEN_PARITY_IMAGES", "0");
  folder = mkdtempSync(join(tmpdir(), "token-parity-kept-build-"));
  mkdirSync(join(folder, "files/_astro"), { recursive: true });
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "files/_astro/a.css"), "style");
  writeFileSync(join(folder, "dist/yesterday.html"), "old");
  writeFileSync(join(folder, "entry.mjs"), ENTRY);
  writeFileSync(join(folder, "month.json"), "every day");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("a kept bundle makes the whole site anew: its pages, what lay there before, the small files and the map", async () => {
  const outDir = join(folder, "dist");
  const bundle = { entry: pathToFileURL(join(folder, "entry.mjs")).href, pluginGlobals: {}, files: join(folder, "files") };
  const lines: string[] = [];
  await buildFromKept(bundle, { site: "https://site.example", base: "/below/", outDir }, (text: string) => lines.push(text));
  const textOf = (name: string) => readFileSync(join(outDir, name), "utf8");
  expect(textOf("index.html")).toBe("https://site.example/below/");
  expect(textOf("404.html")).toBe("https://site.example/below/404/");
  expect(textOf("_astro/a.css")).toBe("style");
  expect(textOf("old.json")).toBe("kept");
  expect(gunzipSync(readFileSync(join(outDir, "month.json.gz"))).toString()).toBe("every day");
  expect(textOf("sitemap-0.xml")).toContain("<loc>https://site.example/below/</loc>");
  expect(existsSync(join(outDir, "yesterday.html"))).toBe(false);
  expect(lines).toContain("2 files");
});
