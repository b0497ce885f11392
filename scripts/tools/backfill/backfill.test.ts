import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { aModelsDevChange, aRecording } from "../../../tests/builders/a-recording.ts";
import { aModelRow } from "../../../tests/fixtures/openrouter-rows.ts";
import { recordedPast } from "./recorded-past.ts";

/** A test that starts another Node needs time on a busy machine. */
const SPAWN_MS = 120_000;

const TABLES = { aliases: [], neverJoin: [], makers: [], platformAliases: [], excludedSellers: [], platforms: [] };
const NO_MODELS = [{ id: "acme/nano", canonicalSlug: null, huggingFaceId: null }];

const day = (prompt: string) => [aModelRow({ pricing: { prompt, completion: "0.000002" } })];
const openrouter = { "2026-08-20": day("0.000001"), "2026-08-21": day("0.0000005"), "2026-08-22": day("0.0000005") };

const pastOf = (dir: string) => recordedPast(dir, TABLES, NO_MODELS, () => undefined);

function backfill(from: string, out: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/tools/backfill.ts", "--from", from, "--out", out], {
    encoding: "utf8",
  });
  return { status, said: `${stdout}${stderr}` };
}

const filesOf = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), "utf8")]);

test("a source the recording lacks is not read, and a recording without a past makes no line", async () => {
  expect(await pastOf(aRecording({ openrouter }))).toMatchObject({
    changes: { length: 3 },
    days: { openrouter: 3, modelsDev: 0 },
  });
  expect(await pastOf(aRecording({ modelsDev: [aModelsDevChange()] }))).toMatchObject({
    changes: { length: 2 },
    days: { openrouter: 0, modelsDev: 1 },
  });
  expect(await pastOf(aRecording({}))).toMatchObject({ changes: [], days: { openrouter: 0, modelsDev: 0 } });
});

test("days are told apart across files, and a day that goes back throws", async () => {
  const changes = [
    aModelsDevChange(),
    aModelsDevChange({ date: "2026-05-02", new: null }),
    aModelsDevChange({ date: "2026-05-01" }),
  ];
  expect((await pastOf(aRecording({ modelsDev: changes.slice(0, 2) }))).days.modelsDev).toBe(2);
  await expect(pastOf(aRecording({ modelsDev: changes }))).rejects.toThrow("2026-05-01 comes after 2026-05-02");
});

test("a line that is no change names its file and number", async () => {
  await expect(pastOf(aRecording({ modelsDev: [aModelsDevChange(), { date: "yesterday" }] }))).rejects.toThrow(
    /models-dev-a\.jsonl:2/,
  );
});

test("run twice it changes nothing; a broken recording leaves the old history whole", { timeout: SPAWN_MS }, () => {
  const [from, out] = [aRecording({ openrouter }), mkdtempSync(join(tmpdir(), "token-parity-backfill-"))];
  expect(backfill(from, out)).toMatchObject({
    status: 0,
    said: expect.stringMatching(
      /3 lines; 1 files changed[\s\S]*took [\d.]+ s \([\d.]+ s of processor time\), peak memory \d+ MiB/,
    ),
  });
  const written = filesOf(out);
  expect(backfill(from, out).said).toContain("0 files changed");
  writeFileSync(join(from, "history", "openrouter-models", "models-2026-08-22.json.gz"), gzipSync("{}"));
  expect(backfill(from, out)).toMatchObject({ status: 2, said: expect.stringContaining("models-2026-08-22.json.gz: sha256 is") });
  expect(filesOf(out)).toEqual(written);
});

test("a run killed while it wrote is undone or completed by the next one", { timeout: SPAWN_MS }, () => {
  const [from, out] = [aRecording({ openrouter }), mkdtempSync(join(tmpdir(), "token-parity-backfill-"))];
  backfill(from, out);
  const written = filesOf(out);
  cpSync(join(out, "history"), join(out, ".pending", "history"), { recursive: true });
  writeFileSync(join(out, ".pending", "history", "2026", "2026-08.jsonl"), "half a li");
  expect(backfill(from, out).said).toContain("0 files changed");
  expect(filesOf(out)).toEqual(written);
});

test("a folder that is not there is one clear line", { timeout: SPAWN_MS }, () => {
  expect(backfill("/nowhere", mkdtempSync(join(tmpdir(), "token-parity-backfill-")))).toEqual({
    status: 2,
    said: "backfill: --from /nowhere: no such folder\n",
  });
});
