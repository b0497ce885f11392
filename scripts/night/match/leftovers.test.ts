import { expect, test } from "vitest";
import type { SourceId } from "../../../src/domain/source/sources.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { dropLeftovers } from "./leftovers.ts";

const row = (model: string, platform: string, source: SourceId, tier: "standard" | "batch" = "standard") => ({
  model,
  reading: aReading({ key: { platform, tier }, source: { id: source } }),
});

test.each([
  ["a platform models.dev reads without it", row("acme/old", "hostly", "litellm"), 1],
  ["a platform models.dev reads with it, at another tier", row("acme/nano", "hostly", "litellm", "batch"), 2],
  ["a platform nobody else reads", row("acme/old", "elsewhere", "litellm"), 2],
  ["a cloud", row("acme/old", "azure", "litellm"), 2],
  ["its own source being another", row("acme/old", "hostly", "list-prices"), 2],
])("a LiteLLM row on %s: %#", (_, extra, kept) => {
  const { matched, findings } = dropLeftovers([row("acme/nano", "hostly", "models.dev"), extra]);
  expect(matched).toHaveLength(kept);
  expect(findings).toHaveLength(2 - kept);
});

test("a price list of families never proves a sale: LiteLLM's row stays a leftover beside it", () => {
  const { matched } = dropLeftovers([
    row("acme/nano", "hostly", "models.dev"),
    row("acme/old", "hostly", "litellm"),
    row("acme/old", "hostly", "genai-prices"),
  ]);
  expect(matched.map(({ reading }) => reading.source.id)).toEqual(["models.dev"]);
});

test.each([
  ["an offer another source prices", row("acme/nano", "hostly", "genai-prices"), true],
  ["another tier of it", row("acme/nano", "hostly", "genai-prices", "batch"), false],
  ["a model nobody else sells there", row("acme/old", "hostly", "genai-prices"), false],
])("genai-prices seconds %s: %#", (_, extra, isInSnapshot) => {
  const { matched, findings } = dropLeftovers([row("acme/nano", "hostly", "models.dev"), extra]);
  expect(matched.includes(extra)).toBe(isInSnapshot);
  expect(findings.map(({ subject }) => subject)).toEqual(isInSnapshot ? [] : ["genai-prices"]);
});

test("genai-prices is no price of its own for an offer that has none", () => {
  const unpriced = { model: "acme/nano", reading: aReading({ key: { platform: "hostly" }, prices: {} }) };
  expect(dropLeftovers([unpriced, row("acme/nano", "hostly", "genai-prices")]).matched).toEqual([unpriced]);
});

test("two of its rows for one offer count where they agree, and neither where they do not", () => {
  const ownReading = row("acme/nano", "hostly", "models.dev");
  const priced = (input: string) => ({
    model: "acme/nano",
    reading: aReading({ key: { platform: "hostly" }, source: { id: "genai-prices" }, prices: { input, output: "2" } }),
  });
  expect(dropLeftovers([ownReading, priced("1"), priced("1")]).matched).toHaveLength(3);
  expect(dropLeftovers([ownReading, priced("1"), priced("3")]).matched).toEqual([ownReading]);
});
