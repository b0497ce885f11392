import { expect, test } from "vitest";
import { z } from "zod";
import excludedJson from "../../../../data/curated/excluded-sellers.json" with { type: "json" };
import makersJson from "../../../../data/curated/makers.json" with { type: "json" };
import aliasesJson from "../../../../data/curated/platform-aliases.json" with { type: "json" };
import { Maker } from "../../../../src/domain/model/maker.ts";
import { ExcludedSeller } from "../../../../src/domain/platform/excluded-seller.ts";
import { PlatformAlias } from "../../../../src/domain/platform/platform-alias.ts";
import { sellerFinder } from "./seller-tables.ts";

const tables = {
  platformAliases: z.array(PlatformAlias).parse(aliasesJson),
  platforms: [],
  excludedSellers: z.array(ExcludedSeller).parse(excludedJson),
  makers: z.array(Maker).parse(makersJson),
};
const nameOf = ({ source, name }: { source: string; name: string }) => `${source} ${name}`;

test("every name is decided once: an alias or an exclusion, not both", () => {
  const names = [...tables.platformAliases, ...tables.excludedSellers].map(nameOf);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("no alias leads to a platform that is excluded", () => {
  const excluded = new Set(tables.excludedSellers.filter(({ source }) => source === "models.dev").map(({ name }) => name));
  expect(tables.platformAliases.filter(({ platform }) => excluded.has(platform))).toEqual([]);
});

test("the tables are sorted, one row a name", () => {
  for (const rows of [tables.platformAliases, tables.excludedSellers]) {
    expect(rows.map(nameOf)).toEqual(rows.map(nameOf).toSorted());
  }
  const makers = tables.makers.map(({ maker }) => maker);
  expect(makers).toEqual([...new Set(makers)].toSorted());
});

test.each([
  ["models.dev", "google-vertex-anthropic", { platform: "google-vertex", region: null }],
  ["models.dev", "zai-coding-plan", { why: "subscription plan" }],
  ["models.dev", "opencode-go", { why: "subscription plan" }],
  ["models.dev", "opencode", { platform: "opencode", region: null }],
  ["models.dev", "privatemode-ai", { platform: "privatemode-ai", region: null }],
  ["models.dev", "lmstudio", { why: "runs on your own machine" }],
  ["litellm", "bedrock_converse", { platform: "amazon-bedrock", region: null }],
  ["litellm", "vertex_ai-llama_models", { platform: "google-vertex", region: null }],
  ["litellm", "anyscale", { why: "closed" }],
  ["litellm", "never-heard-of", { why: "platform not in the alias table" }],
] as const)("%s calls %s: %j", (source, name, expected) => {
  expect(sellerFinder(source, tables, source === "litellm" ? "skip" : "same")(name)).toEqual(expected);
});

test("the first known of several names decides", () => {
  const find = sellerFinder("litellm", tables, "skip");
  expect(find("perplexity/responses", "perplexity")).toEqual({ platform: "perplexity-agent", region: null });
  expect(find("perplexity/chat", "perplexity")).toEqual({ platform: "perplexity", region: null });
});
