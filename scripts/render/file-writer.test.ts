import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
