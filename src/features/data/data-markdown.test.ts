import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { run } from "../../data/catalog.ts";
import type { SourceStatus } from "../../domain/source/run.ts";
import { asOfText, freshText, heldText, unmatchedText } from "./data-markdown.ts";
import { findingWords } from "./finding-words.ts";

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

const heldBy = (rule: string, platform: string) =>
  anOffer({ platform, status: "held", heldBecause: { rule, since: "2026-11-18", detail: `because of ${rule}` } });

test.each([
  [1, 0],
  [51, 1],
])("%i held offers are counted, and what is left out is said", (count, parts) => {
  const text = heldText(Array.from({ length: count }, () => heldBy("currency", "acme")));
  expect(text.split("\n")[0]).toBe(
    `${count === 1 ? "1 offer" : `${count} offers`} in all. None can be called cheapest until what the last column says:`,
  );
  expect(text.split("The first 50 of them:").length - 1).toBe(parts);
  expect(text.match(/because of currency/g)).toHaveLength(Math.min(count, 50));
});

test("held offers are counted by reason, and those whose older price is shown stand before those in another currency", () => {
  const text = heldText([heldBy("currency", "acme"), heldBy("currency", "beta"), heldBy("priceZero", "zeta")]);
  const [, reasons = "", offers = ""] = text.split("\n\n");
  expect(reasons.split("\n").slice(2)).toEqual([
    expect.stringMatching(/^\| The platform bills in another currency, .* \| 2 \|/),
    expect.stringMatching(/^\| A paid price that turns zero .* \| 1 \| it is paid again/),
  ]);
  expect(offers.split("\n")[2]).toContain("because of priceZero");
});

test("the page of data begins with how many of the sources of prices are fresh, sources of quality left out", () => {
  const sources = [copy, source("models.dev", "2026-09-30"), source("epoch-eci", "2026-11-20")];
  expect(freshText({ asOf: "2026-11-20", sources })).toBe(
    "1 of 2 price sources are fresh as of 20 Nov 2026; what rests on the others says how old it is.",
  );
});

test("every finding of the night has words", () => {
  expect(run.findings.map(({ rule }) => rule).filter((rule) => findingWords(rule) === rule)).toEqual([]);
});
