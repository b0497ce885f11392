import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recordingIo } from "./recording.ts";

let dir = "";

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "token-parity-recording-"));
});
afterEach(() => rm(dir, { recursive: true }));

async function record(bodies: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(bodies)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
}

const INDEX = JSON.stringify({
  "a.test/new.json": { url: "https://a.test/list", readAt: "2026-08-22T00:00:00Z", form: "raw" },
  "a.test/old.json": { url: "https://a.test/list", readAt: "2026-07-28T00:00:00Z", form: "figures" },
  "a.test/z.json": { url: "https://a.test/x/z", readAt: "2026-08-08T00:00:00Z" },
  "a.test/b.json": { url: "https://a.test/x/b:free", readAt: "2026-08-08T00:00:00Z" },
});

test("a recorded body comes with the time it was read; of several the newest", async () => {
  await record({ "recorded.json": INDEX, "a.test/new.json": '{"n":2}', "a.test/old.json": '{"n":1}' });
  expect(await recordingIo(dir).getJson("https://a.test/list")).toEqual({
    url: "https://a.test/list",
    readAt: "2026-08-22T00:00:00Z",
    content: { n: 2 },
  });
});

test("a text body stays text", async () => {
  await record({ "recorded.json": INDEX, "a.test/z.json": "a,b\n" });
  expect((await recordingIo(dir).getText("https://a.test/x/z"))?.content).toBe("a,b\n");
});

test("a URL the recording lacks is null: not read", async () => {
  await record({ "recorded.json": INDEX });
  expect(await recordingIo(dir).getJson("https://a.test/other")).toBeNull();
  expect(await recordingIo(dir).getText("https://a.test/other")).toBeNull();
});

test("recorded URLs come sorted, by prefix, each once", async () => {
  await record({ "recorded.json": INDEX });
  expect(recordingIo(dir).recordedUrls("https://a.test/x/")).toEqual(["https://a.test/x/b:free", "https://a.test/x/z"]);
  expect(recordingIo(dir).recordedUrls("https://a.test/")).toHaveLength(3);
});

test("a missing folder is one error that names the file", () => {
  expect(() => recordingIo(join(dir, "nowhere"))).toThrow(/nowhere\/recorded\.json: ENOENT/);
});

test.each([
  ["no JSON", "{"],
  ["empty", ""],
  ["a list", "[]"],
  ["without a URL", '{"a":{"readAt":"2026-08-22T00:00:00Z"}}'],
  ["with a date for a moment", '{"a":{"url":"https://a.test/","readAt":"2026-08-22"}}'],
])("an index that is %s is one error that names the file", async (_what, text) => {
  await record({ "recorded.json": text });
  expect(() => recordingIo(dir)).toThrow(/^[^\n]*recorded\.json: [^\n]+$/);
});

test.each([
  ["cut short", '{"data":['],
  ["HTML", "<html></html>"],
  ["empty", ""],
])("a body that is %s is one error that names the file", async (_what, text) => {
  await record({ "recorded.json": INDEX, "a.test/z.json": text });
  await expect(recordingIo(dir).getJson("https://a.test/x/z")).rejects.toThrow(/^[^\n]*a\.test\/z\.json: the body [^\n]+$/);
});

test("a body the index names but the folder lacks is an error, not a gap", async () => {
  await record({ "recorded.json": INDEX });
  await expect(recordingIo(dir).getJson("https://a.test/x/z")).rejects.toThrow(/z\.json: ENOENT/);
});

const PACKAGES = JSON.stringify({
  "npm/a.json": { url: "npm:@a/b@1.9.0", readAt: "2026-10-05T00:00:00Z" },
  "npm/b.json.gz": { url: "npm:@a/b@1.10.0", readAt: "2026-11-20T00:00:00Z" },
});

test.each([
  [null, "npm:@a/b@1.10.0", "2026-11-20T00:00:00Z", { n: 2 }],
  ["2026-11-20", "npm:@a/b@1.10.0", "2026-11-20T00:00:00Z", { n: 2 }],
  ["2026-11-19", "npm:@a/b@1.9.0", "2026-10-05T00:00:00Z", { n: 1 }],
])("a package is asked for without its version; recorded until %s it is %s", async (until, url, readAt, content) => {
  await record({ "recorded.json": PACKAGES, "npm/a.json": '{"n":1}' });
  await writeFile(join(dir, "npm/b.json.gz"), gzipSync('{"n":2}'));
  expect(await recordingIo(dir, until).getJson("npm:@a/b")).toEqual({ url, readAt, content });
});

test("what was recorded later than the day asked for was not read", async () => {
  await record({ "recorded.json": PACKAGES });
  expect(await recordingIo(dir, "2026-10-04").getJson("npm:@a/b")).toBeNull();
});

test.each([
  ["long before", "2026-12-24T00:00:00Z", "2026-11-20T00:00:00Z"],
  ["a few hours after", "2026-11-19T20:00:00Z", "2026-11-19T20:00:00Z"],
])("a package that was made %s it was recorded was read at the earlier time", async (_what, recordedAt, readAt) => {
  await record({
    "recorded.json": JSON.stringify({ "npm/b.json": { url: "npm:@a/b@1.10.0", readAt: "2026-11-20T00:00:00Z", recordedAt } }),
    "npm/b.json": "{}",
  });
  expect((await recordingIo(dir).getJson("npm:@a/b"))?.readAt).toBe(readAt);
});

test("a package that was made days after it was recorded throws", async () => {
  const entry = { url: "npm:@a/b@1.10.0", readAt: "2026-11-22T00:00:00Z", recordedAt: "2026-11-20T00:00:00Z" };
  await record({ "recorded.json": JSON.stringify({ "npm/b.json": entry }), "npm/b.json": "{}" });
  await expect(recordingIo(dir).getJson("npm:@a/b")).rejects.toThrow("ahead of its recording of 2026-11-20T00:00:00Z");
});
