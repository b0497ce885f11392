import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { SourceStatus } from "../../domain/source/run.ts";
import { asOfText, heldText, unmatchedText } from "./data-markdown.ts";

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

test.each([
  [0, "None: every id is joined to a model."],
  [1, "1 id that no rule joins to a model, and nobody guesses at:"],
  [50, "50 ids that no rule joins to a model, and nobody guesses at:"],
  [51, "51 ids that no rule joins to a model, and nobody guesses at; the 50 platforms with most of them:"],
])("%i unmatched ids, each of another platform, are counted, and what is left out is said", (count, says) => {
  const ids = Array.from({ length: count }, (_, at) => ({ source: "litellm", platform: `p${at}`, upstreamId: "x" }));
  const [first, ...table] = unmatchedText(ids).split("\n\n");
  expect(first).toBe(says);
  expect(table.join("").match(/^\| p\d/gm)?.length ?? 0).toBe(Math.min(count, 50));
});

test.each([
  [1, "1 offer at an older price:"],
  [51, "51 offers at an older price, the first 50 of them here:"],
])("%i held offers are counted, and what is left out is said", (count, says) => {
  expect(heldText(Array.from({ length: count }, () => anOffer({ status: "held" }))).split("\n")[0]).toBe(says);
});
