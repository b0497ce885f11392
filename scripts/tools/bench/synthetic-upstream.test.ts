import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { recordingIo } from "../../night/network/recording.ts";
import { readCurated } from "../../night/pipeline/curated.ts";
import { storeAfterNight } from "../../night/pipeline/night.ts";
import { readSources } from "../../night/pipeline/read-sources.ts";
import { EMPTY_STORE, readStore, type Store } from "../../night/pipeline/store.ts";
import { writeSyntheticUpstream } from "./synthetic-upstream.ts";

const folder = mkdtempSync(join(tmpdir(), "token-parity-synthetic-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function nightOf(copies: number): Promise<Store> {
  const recordings = join(folder, String(copies));
  writeSyntheticUpstream("data", recordings, { copies, readAt: "2026-08-22T04:00:00Z", movedEvery: 0 });
  const curated = readCurated("data/curated");
  const progress = { start: () => undefined, stop: () => undefined };
  return storeAfterNight(await readSources(recordingIo(recordings), curated, progress), curated, EMPTY_STORE);
}

test("one copy is a catalogue like today's, and two are one twice as large", async () => {
  const today = readStore("data/generated");
  const [once, twice] = [await nightOf(1), await nightOf(2)];
  expect(once.offers.length / today.offers.length).toBeGreaterThan(0.85);
  expect(once.offers.length / today.offers.length).toBeLessThan(1.05);
  expect(twice.offers.length / once.offers.length).toBeGreaterThan(1.8);
  expect(twice.models.length / once.models.length).toBeGreaterThan(1.8);
  expect(twice.run?.findings.filter(({ scope, action }) => scope === "source" && action === "hold")).toEqual([]);
});
