import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PlatformSourceId } from "../../../src/domain/source/platforms/platform-sources.ts";
import { fixtureAnswers, READ_AT, readFixture } from "../../../tests/fixtures/platform-fixture.ts";
import { storedReading } from "../merge/reading-row.ts";
import { parseJsonText } from "../pipeline/json-text.ts";
import { EMPTY_STORE, storeFiles, writeFiles } from "../pipeline/store.ts";
import type { Body, Io } from "../sources/source.ts";
import { tryPlatforms } from "./trial.ts";

const out = mkdtempSync(join(tmpdir(), "token-parity-trial-"));

beforeAll(() => {
  const rows = readFixture("vercel-models").readings.map((reading) =>
    storedReading({ ...reading, source: { ...reading.source, id: "models.dev" } }),
  );
  const files = storeFiles({ ...EMPTY_STORE, readings: new Map([["models.dev", rows]]) });
  writeFiles(out, new Map([...files].filter(([name]) => name !== "run.json")));
});

afterAll(() => rmSync(out, { recursive: true }));

/** Answers what the fixtures of some platforms say; anything else is refused. */
function ioOf(...ids: readonly PlatformSourceId[]): Io {
  const answers = new Map(ids.flatMap((id) => fixtureAnswers(id)));
  const get =
    (parse: (text: string) => unknown) =>
    async (url: string): Promise<Body> => {
      const text = answers.get(new URL(url).href);
      if (text === undefined) throw new Error(`GET ${url}: 404 Not Found`);
      return await Promise.resolve({ url, readAt: READ_AT, content: parse(text) });
    };
  return { getJson: get(parseJsonText), getText: get((text) => text), recordedUrls: () => null };
}

const tried = (only: string, io: Io) => tryPlatforms({ io, out, curated: "data/curated", only: only.split(",") });

test("a platform that the catalogues bear out would be read, and shows its first models as they are written", async () => {
  const { report, isAnythingHeld } = await tried("vercel", ioOf("vercel-models"));
  expect(isAnythingHeld).toBe(false);
  expect(report).toContain("- rows read: 8; left out: 4: 2 × no language model");
  expect(report).toContain("- agreement with the catalogues: 8 of 8 shared rows\n- would be read");
  expect(report).toContain('| acme/stepped-1 | $0.4 | $1.6 | – | input "0.000009", output "0.0000016" |');
});

test("one that no catalogue shows, and one that does not answer, would be held", async () => {
  const { report, isAnythingHeld } = await tried("deepinfra", ioOf("deepinfra-models"));
  expect(isAnythingHeld).toBe(true);
  expect(report).toContain("**would be held**: no catalogue prices any of its rows");
  expect(report).toMatch(/\*\*Not read\*\*: GET .* 404 Not Found/);
});

test("one that is off can be tried all the same, and says why it is off", async () => {
  const { report } = await tried("vertex-pricing", ioOf("vertex-pricing"));
  expect(report).toContain("- off: its tables are not known");
});

test("a name that no spec reads is refused", async () => {
  await expect(tried("nobody,vercel", ioOf("vercel-models"))).rejects.toThrow("--only nobody: no platform that a spec reads");
});
