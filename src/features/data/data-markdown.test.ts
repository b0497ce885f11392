import { expect, test } from "vitest";
import type { SourceStatus } from "../../domain/source/run.ts";
import { asOfText } from "./data-markdown.ts";

const source = (id: SourceStatus["id"], day: string): SourceStatus => ({
  ...{ id, name: `${id}’s list`, url: "https://example.com", licence: "MIT", hand: "second", status: "fresh", why: null },
  ...{ readAt: `${day}T04:00:00Z`, bodies: 1, readings: 1, offers: 1, skipped: {}, unmatched: 0 },
});
const mirrors = [
  { platform: "vercel", source: "models.dev" },
  { platform: "openrouter", source: "pi-ai" },
] as const;
const copy = source("pi-ai", "2026-11-20");
const other = source("models.dev", "2026-11-20");

test.each([
  ["its own list", [source("openrouter-models", "2026-11-20"), copy], "list of models."],
  [
    "a copy of it",
    [source("openrouter-models", "2026-08-22"), other, copy],
    "list of models, its own or a copy: pi-ai’s list copied it on that day, the list itself was last read on 22 Aug 2026.",
  ],
  ["nobody’s", [other], "list of models, its own or a copy: the list itself was not read."],
])("the day of the data is from %s", (_, sources, text) => {
  expect(asOfText({ asOf: "2026-11-20", sources }, mirrors)).toBe(
    `The as-of day is the day of the newest reading of OpenRouter’s ${text}`,
  );
});
