import { expect, test } from "vitest";
import { jsonFilesOf, readJson } from "../src/data/rows.ts";
import { Comparisons } from "../src/domain/platform/comparison.ts";

const comparisons = readJson("data/curated/comparisons.json", Comparisons);
const described = new Set(jsonFilesOf("data/curated/platforms").map((path) => path.replace(/^.*\/|\.json$/g, "")));

test("a pair has one page, whichever platform it names first", () => {
  const pairs = comparisons.map(({ pair }) => pair.toSorted().join("-vs-"));
  expect(pairs.filter((pair, at) => pairs.indexOf(pair) !== at)).toEqual([]);
});

test("every platform of a pair is one we describe, so that fees and terms can stand side by side", () => {
  expect(comparisons.flatMap(({ pair }) => pair).filter((id) => !described.has(id))).toEqual([]);
});

test.each([
  ...["anthropic", "openai", "google", "xai", "deepseek", "mistral", "moonshotai", "zai", "alibaba", "minimax", "cohere"],
  ...["amazon-bedrock", "google-vertex", "azure"],
  ...["tokenmart", "vercel", "requesty", "togetherai", "deepinfra", "flo2"],
])("OpenRouter is compared with %s", (id) => {
  expect(comparisons.map(({ pair }) => pair)).toContainEqual(["openrouter", id]);
});

test.each(["amazon-bedrock", "google-vertex", "azure"])("%s is compared with buying directly", (cloud) => {
  expect(comparisons.filter(({ pair }) => pair[0] === cloud && pair[1] !== "azure").length).toBeGreaterThan(1);
});
