import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCatalogue, readMirroredCatalogue, readNpmCatalogue } from "./npm-catalogue.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const ACME = '{"chat":{}}';
const DAY = "2026-11-20T10:48:49.496Z";

let dir = "";

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "token-parity-package-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(dir, path, ".."), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

const manifest = (files: Readonly<Record<string, string>>) => JSON.stringify({ schemaVersion: 6, generatedAt: DAY, files });
const PACKAGE = { "package.json": '{"name":"@a/b","version":"1.2.3"}', "dist/data/acme.json": ACME, "dist/other.json": "{}" };

describe("an unpacked package", () => {
  test("is the files its manifest names, without their ending", async () => {
    write({ ...PACKAGE, "dist/data/.manifest.json": manifest({ "acme.json": sha256(ACME) }) });
    expect(await readCatalogue(dir)).toEqual({
      package: "@a/b",
      version: "1.2.3",
      generatedAt: DAY,
      files: { acme: { chat: {} } },
    });
  });

  test.each([
    [
      "a file that is another than its manifest says",
      { "acme.json": sha256("{}") },
      /acme\.json: sha256 is [0-9a-f]{64}, the manifest says/,
    ],
    ["a file that is not there", { "gone.json": sha256("{}") }, /gone\.json/],
    ["a file of another folder", { "../other.json": sha256("{}") }, /ENOENT/],
  ])("%s throws", async (_, files, message) => {
    write({ ...PACKAGE, "dist/data/.manifest.json": manifest(files) });
    await expect(readCatalogue(dir)).rejects.toThrow(message);
  });

  test("without a manifest, or with two, it throws", async () => {
    write(PACKAGE);
    await expect(readCatalogue(dir)).rejects.toThrow("0 files named .manifest.json");
    write({ "a/.manifest.json": manifest({}), "b/.manifest.json": manifest({}) });
    await expect(readCatalogue(dir)).rejects.toThrow("2 files named .manifest.json");
  });
});

test("a mirror answers with the catalogue as one body, dated by the day it was made", () => {
  const content = { package: "@a/b", version: "1.2.3", generatedAt: DAY, files: {} };
  const body = { url: "npm:@a/b", readAt: "2026-11-28T00:00:00Z", content };
  expect(readMirroredCatalogue(body)).toEqual({ url: "npm:@a/b@1.2.3", readAt: "2026-11-20T10:48:49Z", content });
});

/** The one source of the night that can be read wherever npm installs work. */
test("the real package, where a registry answers", async ({ annotate }) => {
  const body = await readNpmCatalogue("npm:@earendil-works/pi-ai").catch((error: unknown) => String(error));
  if (typeof body === "string") {
    expect(body).not.toMatch(/sha256|manifest|integrity/i);
    await annotate(`not read: ${body}`);
    return;
  }
  expect(body.url).toMatch(/^npm:@earendil-works\/pi-ai@\d+\.\d+\.\d+/);
  expect(body.readAt >= "2026-11-20").toBe(true);
  expect(body.content).toHaveProperty("files.openrouter");
});
