import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FileWriter } from "./file-writer.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "token-parity-writer-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("text and bytes stand in their folders once it ends, and it says how many files they are", async () => {
  const writer = new FileWriter(folder);
  writer.write("models/a/b.md", "größer\n");
  writer.write("models/a/c.bin", new Uint8Array([0, 255]));
  await writer.room();
  expect(await writer.end()).toBe(2);
  expect(readFileSync(join(folder, "models/a/b.md"), "utf8")).toBe("größer\n");
  expect([...readFileSync(join(folder, "models/a/c.bin"))]).toEqual([0, 255]);
});

test("a file to pack comes out as it lies on the disk; one that is not there fails the writer", async () => {
  writeFileSync(join(folder, "month.json"), "größer\n".repeat(30_000));
  const writer = new FileWriter(join(folder, "site"));
  writer.pack("api/month.json.gz", join(folder, "month.json"));
  expect(await writer.end()).toBe(1);
  expect(gunzipSync(readFileSync(join(folder, "site/api/month.json.gz"))).toString()).toBe("größer\n".repeat(30_000));
  const other = new FileWriter(folder);
  other.pack("a.gz", join(folder, "nothing.json"));
  await expect(other.end()).rejects.toThrow(/nothing.json/);
});

test("whoever makes more than the disk takes is made to wait, and nothing is lost", async () => {
  const writer = new FileWriter(folder);
  for (let at = 0; at < 40; at += 1) {
    writer.write(`${at}.txt`, "x".repeat(3_000_000));
    await writer.room();
  }
  expect(await writer.end()).toBe(40);
});

test("what the disk refuses is thrown at the end, and nobody waits for ever", async () => {
  mkdirSync(join(folder, "taken"));
  const writer = new FileWriter(folder);
  writer.write("taken", "a folder stands here");
  for (let at = 0; at < 40; at += 1) writer.write(`${at}.txt`, "x".repeat(3_000_000));
  await expect(writer.room()).rejects.toThrow(/EISDIR/);
  await expect(writer.end()).rejects.toThrow(/EISDIR/);
});
