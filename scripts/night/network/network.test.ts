import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type NetworkOptions, networkIo } from "./network.ts";

const NOW = new Date("2026-11-21T10:20:30.456Z");

let cacheDir = "";
let server: Server | null = null;

beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), "token-parity-http-"));
});

afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  await rm(cacheDir, { recursive: true });
});

/** Plays the listeners in turn, the last one for ever; returns the address and what was asked for. */
async function play(...answers: readonly RequestListener[]): Promise<{ url: string; port: number; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const listening = createServer((request, response) => {
    const answer = answers[Math.min(requests.push(request), answers.length) - 1];
    answer?.(request, response);
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const address = listening.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/api.json`, port, requests };
}

const answer =
  (status: number, body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

const io = (options: Partial<NetworkOptions> = {}) =>
  networkIo({ cacheDir, now: () => NOW, timeoutMs: 30_000, retries: 2, baseDelayMs: 1, ...options });

test("a 200 gives the parsed body, its URL and the second the answer came", async () => {
  const { url, requests } = await play(answer(200, '{"data":[1]}'));
  expect(await io().getJson(url)).toEqual({ url, readAt: "2026-11-21T10:20:30Z", content: { data: [1] } });
  expect(requests[0]?.headers["user-agent"]).toMatch(
    /^token-parity\/\d+\.\d+\.\d+ \(\+https:\/\/github\.com\/token-parity\/token-parity\)$/,
  );
  expect(requests[0]?.headers.accept).toBe("application/json");
});

test("a mirror is asked in place of the host, and the body keeps its own URL", async () => {
  const { url, requests } = await play(answer(200, "[]"));
  const mirror = new URL("/copy/", url).href;
  const body = await io({ mirror }).getJson("https://acme.example/api/v1/models?sort=new");
  expect([requests[0]?.url, body?.url]).toEqual([
    "/copy/acme.example/api/v1/models?sort=new",
    "https://acme.example/api/v1/models?sort=new",
  ]);
});

test("a package that is dated ahead of the night is not read", async () => {
  const packageOf = (generatedAt: string) => JSON.stringify({ package: "@a/b", version: "9.9.9", generatedAt, files: {} });
  const { port } = await play(answer(200, packageOf("2099-05-01T10:00:00.000Z")), answer(200, packageOf(NOW.toISOString())));
  const mirror = `http://127.0.0.1:${port}`;
  await expect(io({ mirror }).getJson("npm:@a/b")).rejects.toThrow("npm:@a/b@9.9.9 is dated 2099-05-01T10:00:00Z, ahead of");
  expect((await io({ mirror }).getJson("npm:@a/b"))?.readAt).toBe("2026-11-21T10:20:30Z");
});

test("getText gives the text as it is", async () => {
  const { url } = await play(answer(200, "| model | price |\n"));
  expect((await io().getText(url))?.content).toBe("| model | price |\n");
});

test("a body is fetched once a run, also when asked for at the same time", async () => {
  const { url, requests } = await play(answer(200, "[]"));
  const once = io();
  await Promise.all([once.getJson(url), once.getJson(url)]);
  await once.getJson(url);
  expect(requests).toHaveLength(1);
});

test("a failed body is not asked for again in the same run", async () => {
  const { url, requests } = await play(answer(404, "no"));
  const once = io();
  await expect(once.getJson(url)).rejects.toThrow("404");
  await expect(once.getJson(url)).rejects.toThrow("404");
  expect(requests).toHaveLength(1);
});

test("the network has no list of recorded URLs", () => {
  expect(io().recordedUrls("https://")).toBeNull();
});

test("a 304 to a known ETag reuses the kept body with the new reading time", async () => {
  const { url, requests } = await play(answer(200, '{"a":1}', { etag: '"v1"' }), answer(304, ""));
  await io().getJson(url);
  const later = await io({ now: () => new Date("2026-11-22T01:00:00Z") }).getJson(url);
  expect(later).toEqual({ url, readAt: "2026-11-22T01:00:00Z", content: { a: 1 } });
  expect(requests[1]?.headers["if-none-match"]).toBe('"v1"');
});

test("a changed body replaces the kept one", async () => {
  const { url, requests } = await play(answer(200, "1", { etag: "a" }), answer(200, "2", { etag: "b" }), answer(304, ""));
  await io().getJson(url);
  await io().getJson(url);
  expect((await io().getJson(url))?.content).toBe(2);
  expect(requests[2]?.headers["if-none-match"]).toBe("b");
});

test("a damaged cache file is a miss, not a failure", async () => {
  const { url, requests } = await play(answer(200, "1", { etag: "a" }));
  await io().getJson(url);
  for (const file of await readdir(cacheDir)) await writeFile(join(cacheDir, file), '{"url":');
  expect((await io().getJson(url))?.content).toBe(1);
  expect(requests[1]?.headers["if-none-match"]).toBeUndefined();
});

test("a broken body is not kept, whatever its ETag says", async () => {
  const { url } = await play(answer(200, '{"data":[', { etag: "a" }));
  await expect(io().getJson(url)).rejects.toThrow("cut short");
  expect(await readdir(cacheDir)).toEqual([]);
});

test.each([429, 500, 502, 503, 504])("a %i is tried again", async (status) => {
  const { url, requests } = await play(answer(status, "later"), answer(200, "7"));
  expect((await io().getJson(url))?.content).toBe(7);
  expect(requests).toHaveLength(2);
});

test("a 429 that asks for a second of patience gets it", async () => {
  const { url, requests } = await play(answer(429, "", { "retry-after": "1" }), answer(200, "7"));
  const begin = performance.now();
  expect((await io().getJson(url))?.content).toBe(7);
  expect(performance.now() - begin).toBeGreaterThanOrEqual(990);
  expect(requests).toHaveLength(2);
});

test("a server that asks for an hour has failed", async () => {
  const { url, requests } = await play(answer(429, "", { "retry-after": "3600" }));
  await expect(io().getJson(url)).rejects.toThrow(`GET ${url}: 429 Too Many Requests`);
  expect(requests).toHaveLength(1);
});

test("a 500 that stays is an error after the last retry", async () => {
  const { url, requests } = await play(answer(500, "broken"));
  await expect(io().getJson(url)).rejects.toThrow(`GET ${url}: 500 Internal Server Error`);
  expect(requests).toHaveLength(3);
});

test("the waits double from the base delay", async () => {
  const { url } = await play(answer(500, ""), answer(500, ""), answer(200, "1"));
  const begin = performance.now();
  await io({ baseDelayMs: 40 }).getJson(url);
  expect(performance.now() - begin).toBeGreaterThanOrEqual(115);
});

test.each([400, 401, 403, 404, 410])("a %i is not tried again", async (status) => {
  const { url, requests } = await play(answer(status, "no"));
  await expect(io().getJson(url)).rejects.toThrow(`GET ${url}: ${status}`);
  expect(requests).toHaveLength(1);
});

test("a server that hangs is a timeout", async () => {
  const { url, requests } = await play(() => undefined);
  await expect(io({ timeoutMs: 1_000, retries: 1 }).getJson(url)).rejects.toThrow(
    `GET ${url}: Timeout awaiting 'request' for 1000ms`,
  );
  expect(requests).toHaveLength(2);
});

test("a hang in the middle of the body is a timeout too", async () => {
  const { url } = await play((_request, response) => void response.writeHead(200).write('{"data":'));
  await expect(io({ timeoutMs: 60, retries: 0 }).getJson(url)).rejects.toThrow(/Timeout/);
});

test("a connection reset in the middle of the body is tried again", async () => {
  const reset: RequestListener = (request, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write('{"data":', () => request.socket.resetAndDestroy());
  };
  const { url, requests } = await play(reset, answer(200, "7"));
  expect((await io().getJson(url))?.content).toBe(7);
  expect(requests).toHaveLength(2);
});

test("a refused connection names URL and cause", async () => {
  const { url } = await play(answer(200, "1"));
  server?.close();
  server?.closeAllConnections();
  await expect(io({ retries: 0 }).getJson(url)).rejects.toThrow(new RegExp(`^GET ${url}: .*ECONNREFUSED`));
});

test.each([
  ["truncated JSON", '{"data":[{"id":"a"}', "the body is no JSON or is cut short (19 characters)"],
  ["HTML", "<!doctype html><title>Just a moment</title>", "the body is HTML, not JSON"],
  ["nothing", "", "the body is empty"],
])("%s with status 200 is an error that says so", async (_what, body, why) => {
  const { url } = await play(answer(200, body, { "content-type": "application/json" }));
  await expect(io().getJson(url)).rejects.toThrow(`GET ${url}: ${why}`);
});

test("an empty text is an error", async () => {
  const { url } = await play(answer(200, " \n"));
  await expect(io().getText(url)).rejects.toThrow("the body is empty");
});

test("a gzip body is unpacked", async () => {
  const { url } = await play(answer(200, gzipSync('{"a":1}'), { "content-encoding": "gzip" }));
  expect((await io().getJson(url))?.content).toEqual({ a: 1 });
});

test("a gzip body cut short is tried again, then an error", async () => {
  const whole = gzipSync(JSON.stringify({ data: Array.from({ length: 500 }, (_, index) => index * 7919) }));
  const { url, requests } = await play(answer(200, whole.subarray(0, whole.length / 2), { "content-encoding": "gzip" }));
  await expect(io({ retries: 1 }).getJson(url)).rejects.toThrow(`GET ${url}: `);
  expect(requests).toHaveLength(2);
});

test("a redirect on the same host is followed", async () => {
  const { url, requests } = await play(answer(302, "", { location: "/moved.json" }), answer(200, "7"));
  expect(await io().getJson(url)).toMatchObject({ url, content: 7 });
  expect(requests[1]?.url).toBe("/moved.json");
});

test("a redirect to another host is refused", async () => {
  const { url, port, requests } = await play((_request, response) => {
    response.writeHead(302, { location: `http://localhost:${port}/elsewhere.json` }).end();
  });
  await expect(io().getJson(url)).rejects.toThrow(`GET ${url}: redirect to another host: localhost:${port}`);
  expect(requests).toHaveLength(1);
});

test.each([
  ["plain", answer(200, JSON.stringify("x".repeat(300_000)))],
  ["packed small", answer(200, gzipSync(JSON.stringify("x".repeat(300_000))), { "content-encoding": "gzip" })],
])("an oversize body (%s) is stopped while it streams", async (_what, oversize) => {
  const { url, requests } = await play(oversize);
  await expect(io({ maxBodyBytes: 100_000 }).getJson(url)).rejects.toThrow(`GET ${url}: the body is larger than 100000 bytes`);
  expect(requests).toHaveLength(1);
});

test("an endless body is stopped", async () => {
  const { url } = await play((request, response) => {
    const timer = setInterval(() => response.write("x".repeat(50_000)), 1);
    request.socket.on("close", () => clearInterval(timer));
    response.writeHead(200);
  });
  await expect(io({ maxBodyBytes: 200_000 }).getText(url)).rejects.toThrow("larger than 200000 bytes");
});

test("a host that does not answer takes its part of the night and no more", async () => {
  const { url, port } = await play(() => undefined);
  await expect(io({ hostMs: 30 }).getJson(url)).rejects.toThrow(`not read, 127.0.0.1:${port}'s 0 minutes are over`);
});
