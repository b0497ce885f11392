import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { finishPendingWrite } from "../../../src/data/pending-write.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { mergeReadings } from "../merge/merge.ts";
import { changedFiles, EMPTY_STORE, readStore, type Store, storeFiles, writeFiles } from "./store.ts";

const aDirectory = () => mkdtempSync(join(tmpdir(), "token-parity-store-"));
const read = (dir: string, name: string) => readFileSync(join(dir, name), "utf8");

function aStore(): Store {
  const readings = [aReading(), aReading({ key: { region: "eu" }, prices: { input: "0.0375", output: "600" } })];
  const { offers, seconds } = mergeReadings(
    readings.map((reading) => ({ model: "acme/nano", reading })),
    { asOf: "2026-08-22", mirrors: [] },
  );
  return {
    ...EMPTY_STORE,
    offers,
    seconds,
    readings: new Map([["models.dev", readings]]),
    run: { schemaVersion: 1, asOf: "2026-08-22", sources: [], findings: [] },
  };
}

test("what is written is read back the same, and written again it changes no byte", () => {
  const dir = aDirectory();
  const files = storeFiles(aStore());
  writeFiles(dir, files);
  expect(readStore(dir)).toEqual({ ...aStore(), unmatched: [], models: [] });
  expect(changedFiles(dir, storeFiles(readStore(dir)))).toEqual([]);
});

test("one row a line, decimal text, keys in the schema's order: a price change is a one-line diff", () => {
  const lines = storeFiles(aStore()).get("offers.jsonl")?.trimEnd().split("\n") ?? [];
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('"prices":{"input":"0.0375","output":"600"}');
});

test("a run killed before its files are complete leaves the old data", () => {
  const dir = aDirectory();
  writeFiles(
    dir,
    new Map([
      ["a", "old"],
      ["b", "old"],
    ]),
  );
  mkdirSync(join(dir, ".pending"));
  writeFileSync(join(dir, ".pending", "a"), "new");
  finishPendingWrite(dir);
  expect([read(dir, "a"), read(dir, "b"), existsSync(join(dir, ".pending"))]).toEqual(["old", "old", false]);
});

test.each([0, 1, 2])("a run killed after %i of its renames is completed by the next reader", (renamed) => {
  const dir = aDirectory();
  writeFiles(
    dir,
    new Map([
      ["a", "old"],
      ["b", "old"],
    ]),
  );
  mkdirSync(join(dir, ".pending"));
  for (const name of ["a", "b"]) writeFileSync(join(dir, ".pending", name), "new");
  writeFileSync(join(dir, ".pending", "ready.json"), '["a","b"]');
  for (const name of ["a", "b"].slice(0, renamed)) renameSync(join(dir, ".pending", name), join(dir, name));
  readStore(dir);
  expect([read(dir, "a"), read(dir, "b"), existsSync(join(dir, ".pending"))]).toEqual(["new", "new", false]);
});

test("a row that breaks its schema is named by file and line", () => {
  const dir = aDirectory();
  writeFileSync(join(dir, "offers.jsonl"), '{"id":1}\n');
  expect(() => readStore(dir)).toThrow(/offers\.jsonl:1/);
});
