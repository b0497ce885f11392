import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServedFolder } from "./static-server.ts";
import { serveFolder } from "./static-server.ts";

const LONG = "<!doctype html>".repeat(100);
const parent = mkdtempSync(join(tmpdir(), "served-"));
const folder = join(parent, "dist");
let site: ServedFolder;

beforeAll(async () => {
  mkdirSync(join(folder, "models", "a"), { recursive: true });
  writeFileSync(join(parent, "secret.txt"), "secret");
  writeFileSync(join(folder, "index.html"), LONG);
  writeFileSync(join(folder, "404.html"), "no such page");
  writeFileSync(join(folder, "models", "a", "index.html"), "model");
  for (const name of ["x.xml", "x.ics", "x.svg", "x.json", "x.csv", "x.md"]) writeFileSync(join(folder, name), "x");
  mkdirSync(join(folder, "_astro"));
  writeFileSync(join(folder, "_astro", "loader.abc.js"), "1");
  site = await serveFolder(folder, 0);
});
afterAll(async () => {
  await site.close();
  rmSync(parent, { recursive: true });
});

interface Got {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Sends the path as it is: fetch would tidy it first. */
function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Got> {
  return new Promise((done, failed) => {
    const { port } = new URL(site.address);
    request({ host: "127.0.0.1", port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on("error", failed)
      .end();
  });
}

test.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
])("a page goes out packed as %s to who can read it", async (encoding, unpack) => {
  const { headers, body } = await get("/", { "accept-encoding": encoding });
  expect(headers["content-encoding"]).toBe(encoding);
  expect(body.length).toBeLessThan(LONG.length);
  expect(unpack(body).toString()).toBe(LONG);
});

test("a page goes out plain to who cannot", async () => {
  const { headers, body } = await get("/");
  expect(headers["content-encoding"]).toBeUndefined();
  expect(body.toString()).toBe(LONG);
});

test.each([
  ["/", "text/html; charset=utf-8"],
  ["/x.xml", "application/xml; charset=utf-8"],
  ["/x.ics", "text/calendar; charset=utf-8"],
  ["/x.svg", "image/svg+xml"],
  ["/x.json", "application/json; charset=utf-8"],
  ["/x.csv", "text/csv; charset=utf-8"],
  ["/x.md", "text/markdown; charset=utf-8"],
])("%s has the type %s", async (path, type) => {
  expect((await get(path)).headers["content-type"]).toBe(type);
});

test("what is not there is the site's own 404 page", async () => {
  const { status, body } = await get("/nothing/");
  expect([status, body.toString()]).toEqual([404, "no such page"]);
});

test("a page without its slash is sent on", async () => {
  const { status, headers } = await get("/models/a?w=chat");
  expect([status, headers["location"]]).toEqual([301, "/models/a/?w=chat"]);
});

test("what the browser has already is not sent again", async () => {
  const first = await get("/", { "accept-encoding": "br" });
  const second = await get("/", { "accept-encoding": "br", "if-none-match": String(first.headers["etag"]) });
  expect([second.status, second.body.length]).toEqual([304, 0]);
});

test.each([
  ["bytes=2-8", 206, "doctype"],
  ["bytes=-6", 206, "html>"],
  ["bytes=999999-", 416, ""],
])("a part is sent to who asks for %s", async (range, wanted, text) => {
  const { status, headers, body } = await get("/", { range, "accept-encoding": "br" });
  expect(status).toBe(wanted);
  expect(headers["content-encoding"]).toBeUndefined();
  expect(body.toString()).toContain(text);
});

test("only what is named by its content is kept for ever, and no browser guesses a type", async () => {
  const page = await get("/");
  const script = await get("/_astro/loader.abc.js");
  expect(page.headers["cache-control"]).toBe("no-cache");
  expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect([page.headers["x-content-type-options"], script.headers["x-content-type-options"]]).toEqual(["nosniff", "nosniff"]);
});

test("HEAD has the headers and no body", async () => {
  const { headers, body } = await get("/", {}, "HEAD");
  expect([headers["content-length"], body.length]).toEqual([String(LONG.length), 0]);
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/models/../../secret.txt",
  "/..%5csecret.txt",
  "/%00",
  "/%E0%A4%A",
])("%s leads nowhere", async (path) => {
  const { status, body } = await get(path);
  expect([400, 403, 404]).toContain(status);
  expect(body.toString()).not.toContain("secret");
});

test("nothing can be sent to it", async () => {
  expect((await get("/", {}, "POST")).status).toBe(405);
});

test("a taken port means the next one", async () => {
  const second = await serveFolder(folder, Number(new URL(site.address).port));
  expect(second.address).not.toBe(site.address);
  await second.close();
});

test("a site for a sub-path is served below it only", async () => {
  const below = await serveFolder(folder, 0, "/token-parity/");
  expect((await fetch(below.address)).status).toBe(200);
  expect((await fetch(new URL("models/a", below.address), { redirect: "manual" })).headers.get("location")).toBe(
    "/token-parity/models/a/",
  );
  expect((await fetch(new URL("/", below.address))).status).toBe(404);
  await below.close();
});

test("scripts and data come late where they are to, pages at once", async () => {
  const late = await serveFolder(folder, 0, "/", 300);
  const arrived: string[] = [];
  const ask = async (path: string) => {
    const { status } = await fetch(new URL(path, late.address));
    arrived.push(`${path} ${status}`);
  };
  const begin = performance.now();
  await Promise.all([ask("x.json"), ask("_astro/loader.abc.js"), ask("models/a/")]);
  expect(performance.now() - begin).toBeGreaterThan(290);
  expect(arrived[0]).toBe("models/a/ 200");
  expect(arrived.slice(1).toSorted()).toEqual(["_astro/loader.abc.js 200", "x.json 200"]);
  await late.close();
});
