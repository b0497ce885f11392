import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { readJson, readRows } from "./rows.ts";

const Row = z.strictObject({ id: z.string() });
function aFile(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "token-parity-rows-")), name);
  writeFileSync(path, text);
  return path;
}

test.each([
  ["cut short", '{"id":"a"}\n{"id":"b', /rows\.jsonl:2: no JSON/],
  ["of the wrong type", '{"id":"a"}\n{"id":7}\n', /rows\.jsonl:2\n.*expected string/],
  ["with a field too many", '{"id":"a","x":1}\n', /rows\.jsonl:1\n.*Unrecognized key/],
])("a row %s is named by file and line", (_, text, error) => {
  expect(() => readRows(aFile("rows.jsonl", text), Row)).toThrow(error);
});

test("an absent file has no rows, blank lines are none", () => {
  expect(readRows("/nowhere/rows.jsonl", Row)).toEqual([]);
  expect(readRows(aFile("rows.jsonl", '\n{"id":"a"}\n\n'), Row)).toEqual([{ id: "a" }]);
});

test("a whole file that is no JSON is named", () => {
  expect(() => readJson(aFile("run.json", "{"), Row)).toThrow(/run\.json: no JSON/);
});
