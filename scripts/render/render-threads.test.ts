import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SubjectQueue, startRenderers } from "./render-threads.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "token-parity-threads-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A thread whose module answers each address with what this code gives for `path`. */
async function beside(answer: string): Promise<number> {
  const entry = join(folder, "entry.mjs");
  const render = `async render(request) { const path = new URL(request.url).pathname; ${answer} }`;
  writeFileSync(entry, `export const app = { manifest: { routes: [] }, setInternals() {}, setOptions() {}, ${render} };`);
  const files = ["a", "b", "c"].map((name) => ({ pathname: `/${name}.md`, type: "endpoint", component: "x" }) as const);
  const site = { folder: join(folder, "dist"), base: "/", origin: "https://site.example" };
  const threads = startRenderers({ site, bundle: { entry: pathToFileURL(entry).href, pluginGlobals: {} } }, 1);
  const [count = 0] = await Promise.all(threads.renderFrom(new SubjectQueue(files.map((file) => [file]))));
  return count;
}

test("every subject is taken once, whole and in order, whoever comes", () => {
  const queue = new SubjectQueue([["a", "a.md"], ["b"], ["c", "c.md"]]);
  expect(queue.take(1)).toEqual(["a", "a.md"]);
  expect(queue.take(5)).toEqual(["b", "c", "c.md"]);
  expect(queue.take(1)).toEqual([]);
});

test("a thread renders what is left, and its files stand once it ends", async () => {
  expect(await beside("return new Response(path);")).toBe(3);
  expect(readFileSync(join(folder, "dist/c.md"), "utf8")).toBe("/c.md");
});

test.each([
  ["throws", 'if (path === "/b.md") throw new Error("no price"); return new Response(path);', "/b.md was not rendered: no price"],
  ["goes away", "process.exit(0);", "ended with 0 before its work was done"],
])("a thread in which a route %s fails the build", async (_, answer, message) => {
  await expect(beside(answer)).rejects.toThrow(message);
});
