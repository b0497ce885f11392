import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { gzippedFile, gzippedText } from "./gzip-response.ts";

const unpacked = async (response: Response) => gunzipSync(Buffer.from(await response.arrayBuffer())).toString("utf8");

test("a text comes out as it went in, also a shorter one after a longer, and each stays as it was made", async () => {
  const [long, short] = [gzippedText("größer 漢字 ".repeat(20_000)), gzippedText("kleiner")];
  expect(await unpacked(long)).toBe("größer 漢字 ".repeat(20_000));
  expect(await unpacked(short)).toBe("kleiner");
});

test("a file of the disk comes out as it lies there, an empty one too", async () => {
  const folder = mkdtempSync(join(tmpdir(), "token-parity-gzip-"));
  try {
    for (const [name, text] of [
      ["full.json", '{"a":"é"}'.repeat(30_000)],
      ["empty.json", ""],
    ] as const) {
      writeFileSync(join(folder, name), text);
      expect(await unpacked(gzippedFile(join(folder, name)))).toBe(text);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
