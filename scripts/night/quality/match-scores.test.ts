import { expect, test } from "vitest";
import { aQualityAlias, aScoreReading } from "../../../tests/builders/a-quality-score.ts";
import { likelyName } from "./likely-name.ts";
import { matchCosts, matchScores, unmatchedNames } from "./match-scores.ts";
import type { CostReading } from "./quality-source.ts";

const high = aScoreReading({ name: "acme-large-high", score: 1420 });
const plain = aScoreReading({ name: "acme-large", score: 1400 });
const preferHigh = [
  aQualityAlias({ name: "acme-large-high", preference: 1, effort: "high" }),
  aQualityAlias({ name: "acme-large", preference: 2 }),
];

test("of several names the one of the lowest preference is read, with its effort", () => {
  expect(matchScores([plain, high], preferHigh)).toMatchObject([
    { model: "acme/large", name: "acme-large-high", effort: "high" },
  ]);
});

test("the next name stands in where the first is not to be had", () => {
  expect(matchScores([plain], preferHigh)).toMatchObject([
    { name: "acme-large", effort: null, score: 1400, interval: [1395, 1405] },
  ]);
});

test("every release is matched for itself", () => {
  const readings = ["2026-01-08", "2026-06-25"].map((release) =>
    aScoreReading({ source: "livebench", release, intervalLow: null }),
  );
  const scores = matchScores(readings, [aQualityAlias({ source: "livebench" })]);
  expect(scores.map(({ release, interval }) => [release, interval])).toEqual([
    ["2026-06-25", null],
    ["2026-01-08", null],
  ]);
});

test("a near match never scores, an inherited one does", () => {
  expect(matchScores([plain], [aQualityAlias({ match: "near" })])).toEqual([]);
  expect(matchScores([plain], [aQualityAlias({ match: "inherited" })])).toMatchObject([{ match: "inherited" }]);
});

test("one source's name means nothing at another", () => {
  expect(matchScores([plain], [aQualityAlias({ source: "livebench" })])).toEqual([]);
});

test("a name that only resembles is unmatched; one listed as near is not", () => {
  expect(unmatchedNames([plain, high, high], [aQualityAlias({ match: "near" })])).toEqual(["acme-large-high"]);
});

test("costs stay with the effort they were measured at", () => {
  const cost: CostReading = {
    source: "lmarena",
    name: "acme-large-high",
    release: "2026-06-25",
    usdPerQuestion: "0.03",
    usdPerSuccessfulTask: null,
    outputTokensPerQuestion: 4_000,
    readAt: "2026-08-22T00:00:00Z",
    url: "https://acme.test/cost",
  };
  const costs = matchCosts([{ ...cost, name: "other" }, { ...cost, name: "acme-large" }, cost], preferHigh);
  expect(costs.map(({ name, effort, usdPerQuestion }) => [name, effort, usdPerQuestion])).toEqual([
    ["acme-large", null, "0.03"],
    ["acme-large-high", "high", "0.03"],
  ]);
});

test.each([
  ["claude-opus-4-8-high", "anthropic/claude-opus-4.8"],
  ["claude-opus-4-6-thinking-auto-high-effort", "anthropic/claude-opus-4.6"],
  ["gpt-5.2-2025-12-11-nothinking", "openai/gpt-5.2"],
  ["nvidia-nemotron-3.5-lightning-30b-a3b-nvfp4", "nvidia/nemotron-3.5-lightning-30b-a3b"],
  ["muse-spark-1.2 (xHigh)", "meta/muse-spark-1.2"],
])("%s looks like %s", (name, model) => {
  expect(likelyName(name)).toBe(likelyName(model));
});

test.each([
  ["gpt-5.6-luna", "openai/gpt-5.6-luna-pro"],
  ["gemini-2.5-flash", "google/gemini-2.5-flash-lite"],
  ["deepseek-v4-flash", "deepseek/deepseek-v4-flash-0731"],
])("%s does not look like %s", (name, model) => {
  expect(likelyName(name)).not.toBe(likelyName(model));
});
