import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { LAST_READINGS, lastReadingsOf, readGeneratedRows, withoutReading } from "./last-readings.ts";

const PAGE = "https://example.com/v/2";
const ref = (id: string, url: string, readAt: string) => ({ id, url, readAt, hand: "second" });
const LATE = "2026-08-22T04:00:00Z";
const EARLY = "2026-08-20T04:00:00Z";

const OFFERS = [
  { id: "a", source: ref("pi-ai", PAGE, LATE), meterSources: { output: ref("litellm", "https://example.com/l", EARLY) } },
  { id: "b", source: ref("pi-ai", PAGE, EARLY), meterSources: {} },
  { id: "c", source: ref("pi-ai", "https://example.com/v/1", LATE), conditions: [{ source: ref("pi-ai", PAGE, LATE) }] },
];
const SCORES = [{ model: "a", source: "lmarena", match: "exact", readAt: LATE, url: "https://example.com/board" }];

const last = lastReadingsOf([...OFFERS, ...SCORES]);
const written = (rows: readonly unknown[]) => rows.map((row) => withoutReading(row, last));

test("what was read last is said once, and an older row says its own moment and address", () => {
  expect(last).toEqual({
    litellm: { url: "https://example.com/l", readAt: EARLY },
    lmarena: { url: "https://example.com/board", readAt: LATE },
    "pi-ai": { url: PAGE, readAt: LATE },
  });
  expect(written(OFFERS)).toEqual([
    { id: "a", source: { id: "pi-ai", hand: "second" }, meterSources: { output: { id: "litellm", hand: "second" } } },
    OFFERS[1],
    {
      id: "c",
      source: { id: "pi-ai", url: "https://example.com/v/1", hand: "second" },
      conditions: [{ source: { id: "pi-ai", hand: "second" } }],
    },
  ]);
});

test("what is read back is what was to be written", () => {
  const out = mkdtempSync(join(tmpdir(), "last-readings-"));
  writeFileSync(join(out, LAST_READINGS), JSON.stringify(last));
  const files = { "offers.jsonl": OFFERS, "quality-scores.jsonl": SCORES };
  for (const [name, rows] of Object.entries(files)) {
    const lines = written(rows).map((row) => `${JSON.stringify(row)}\n`);
    writeFileSync(join(out, name), lines.join(""));
    expect(readGeneratedRows(out, name, z.unknown())).toEqual(rows);
  }
});

test("a row that says nothing of a reading is the same row", () => {
  const row = { model: "a", prices: { input: "1" }, names: ["a", "b"] };
  expect(withoutReading(row, last)).toBe(row);
});
