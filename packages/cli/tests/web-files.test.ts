import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cacheFolder } from "../src/site/answer-cache.ts";
import { webFiles } from "../src/site/web-files.ts";

/** A site of one file, which counts how it was asked. */
interface CountedSite {
  readonly site: string;
  readonly asked: string[];
  readonly server: Server;
}

let site: CountedSite;
let cache: string;
let warnings: string[];
let nowMs: number;
beforeEach(async () => {
  site = await countedSite();
  cache = mkdtempSync(join(tmpdir(), "token-parity-cache-"));
  warnings = [];
  nowMs = 1_000_000;
});
afterEach(async () => {
  await close();
  rmSync(cache, { recursive: true });
});

const MINUTE = 60_000;
const close = () => new Promise<void>((done) => site.server.close(() => done()));
const files = ({ isOffline = false } = {}) =>
  webFiles({ site: site.site, cache, isOffline, now: () => nowMs, warn: (sentence) => warnings.push(sentence) });

async function countedSite(): Promise<CountedSite> {
  const requests: string[] = [];
  const server = createServer(({ url, headers }, response) => {
    requests.push(`${url} ${headers["if-none-match"] ?? "-"}`);
    if (url === "/sub/api/v1/packed.json.gz") response.end(gzipSync('["then"]'));
    else if (url === "/sub/api/v1/unpacked.json.gz")
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync('["then"]'));
    else if (url === "/sub/api/v1/broken.json.gz") response.end(gzipSync('["then"]').subarray(0, 14));
    else if (url !== "/sub/api/v1/models.json") response.writeHead(404).end();
    else if (headers["if-none-match"] === '"one"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"one"' }).end('["nova"]');
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { site: `http://127.0.0.1:${port}/sub`, asked: requests, server };
}

test("within ten minutes an answer stands without asking; then the site is asked whether it still holds", async () => {
  for (const minutes of [0, 9, 2, 9, 2]) {
    nowMs += minutes * MINUTE;
    expect(await files().json("models.json")).toEqual(["nova"]);
  }
  expect(site.asked).toEqual(["/sub/api/v1/models.json -", '/sub/api/v1/models.json "one"', '/sub/api/v1/models.json "one"']);
  expect(warnings).toEqual([]);
});

test("a file that is not there is null, and asked for again", async () => {
  expect([await files().json("prices/1999-01.json"), await files().json("prices/1999-01.json")]).toEqual([null, null]);
  expect(site.asked).toHaveLength(2);
});

test.each(["packed.json.gz", "unpacked.json.gz"])("%s is read, whoever unpacks it, and kept", async (path) => {
  expect([await files().json(path), await files({ isOffline: true }).json(path)]).toEqual([["then"], ["then"]]);
  expect(site.asked).toHaveLength(1);
});

test("a packed file that is cut off is no answer", async () => {
  await expect(files().json("broken.json.gz")).rejects.toMatchObject({ code: 4 });
});

test("where the site does not answer, what was kept does, and says of what day", async () => {
  await files().json("models.json");
  await close();
  nowMs += 60 * MINUTE;
  expect(await files().json("models.json")).toEqual(["nova"]);
  expect(warnings.join()).toContain("this is what it said on 1970-01-01");
  await expect(files().json("index.json")).rejects.toMatchObject({ code: 4 });
});

test("offline nothing is asked: what was read answers, and what was not stops", async () => {
  await expect(files({ isOffline: true }).json("models.json")).rejects.toMatchObject({ code: 4 });
  await files().json("models.json");
  nowMs += 1_000_000 * MINUTE;
  expect(await files({ isOffline: true }).json("models.json")).toEqual(["nova"]);
  expect(site.asked).toHaveLength(1);
});

test("a kept answer that was damaged is read anew", async () => {
  await files().json("models.json");
  const [name = ""] = readdirSync(cache);
  writeFileSync(join(cache, name), '{"url": ');
  expect(await files().json("models.json")).toEqual(["nova"]);
});

test.each(["ftp://a.example", "tokenparity", "", "https://"])("“%s” is no site", (text) => {
  expect(() => webFiles({ site: text, cache, isOffline: false, now: () => 0, warn: () => undefined })).toThrow("no address");
});

test.each([
  [{ XDG_CACHE_HOME: "/caches" }, join("/caches", "token-parity")],
  [{ XDG_CACHE_HOME: "", LOCALAPPDATA: "/local" }, join("/local", "token-parity", "cache")],
])("%j is where answers are kept", (env, folder) => {
  expect(cacheFolder(env)).toBe(folder);
});
