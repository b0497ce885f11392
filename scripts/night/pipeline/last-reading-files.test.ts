import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { readGeneratedRows } from "../../../src/data/last-readings.ts";
import { withLastReadings } from "./last-reading-files.ts";

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
const HISTORY = '{"day":"2026-08-22","offerId":"a","source":"pi-ai"}\n';
const linesOf = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");

const written = withLastReadings([
  ["offers.jsonl", linesOf(OFFERS)],
  ["quality-scores.jsonl", linesOf(SCORES)],
  ["history/2026/2026-08.jsonl", HISTORY],
]);

test("what was read last is said once, and an older row says its own moment and address", () => {
  expect(JSON.parse(written.get("last-readings.json") ?? "null")).toEqual({
    litellm: { url: "https://example.com/l", readAt: EARLY },
    lmarena: { url: "https://example.com/board", readAt: LATE },
    "pi-ai": { url: PAGE, readAt: LATE },
  });
  const rows = written
    .get("offers.jsonl")
    ?.trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  expect(rows).toEqual([
    { id: "a", source: { id: "pi-ai", hand: "second" }, meterSources: { output: { id: "litellm", hand: "second" } } },
    OFFERS[1],
    {
      id: "c",
      source: { id: "pi-ai", url: "https://example.com/v/1", hand: "second" },
      conditions: [{ source: { id: "pi-ai", hand: "second" } }],
    },
  ]);
  expect(written.get("history/2026/2026-08.jsonl")).toBe(HISTORY);
});

test("what is read back is what was to be written", () => {
  const out = mkdtempSync(join(tmpdir(), "last-readings-"));
  for (const [name, text] of written) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), text);
  }
  expect(readGeneratedRows(out, "offers.jsonl", z.unknown())).toEqual(OFFERS);
  expect(readGeneratedRows(out, "quality-scores.jsonl", z.unknown())).toEqual(SCORES);
});
