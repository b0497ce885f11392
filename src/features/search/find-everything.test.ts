import { describe, expect, test } from "vitest";
import type { SearchJson } from "../../data/json/search-json.ts";
import { entriesOf, findEverything } from "./find-everything.ts";

const INDEX: SearchJson = {
  models: [
    ["anthropic/claude-opus-4.8", "Claude Opus 4.8", "claude-opus-4-8"],
    ["google/gemini-3.1-pro", "Gemini 3.1 Pro"],
    ["openai/gpt-4o-mini", "GPT-4o mini"],
    ["openai/gpt-4o", "GPT-4o", "-20240806"],
    ["openai/gpt-5.6", "GPT-5.6"],
    ["openai/gpt-5", "GPT-5 (of August)"],
    ["deepseek/deepseek-v4", "DeepSeek V4"],
    ["acme/con", "Con"],
    ["acme/pix", "Pix Large (Amazon Bedrock)"],
  ],
  makers: { anthropic: "Anthropic", google: "Google", openai: "OpenAI", deepseek: "DeepSeek", acme: "Acme" },
  platforms: { "amazon-bedrock": "Amazon Bedrock", azure: "Azure", deepseek: "DeepSeek", openai: "OpenAI" },
  platformsToo: { "amazon-bedrock": "AWS, Amazon Web Services", azure: "Microsoft" },
  pages: [
    { title: "Price changes", path: "changes/", words: "price history, feed" },
    { title: "Models with image input, cheapest first", path: "?modality=image", words: "cheapest vision" },
  ],
};
const entries = entriesOf(INDEX);

/** `models: Claude Opus 4.8 | platforms: Azure`, `~` before them where they are only close. */
function found(query: string): string {
  const { groups, isClose } = findEverything(entries, query);
  const texts = groups.map(({ kind, entries: some }) => `${kind}: ${some.map(({ title }) => title).join(", ")}`);
  return `${isClose ? "~" : ""}${texts.join(" | ")}`;
}

test.each([
  ["gemni", "~models: Gemini 3.1 Pro"],
  ["gpt4o", "models: GPT-4o, GPT-4o mini"],
  ["claude opus 4-8", "models: Claude Opus 4.8"],
  ["azure", "platforms: Azure"],
  ["bedrock", "platforms: Amazon Bedrock | models: Pix Large (Amazon Bedrock)"],
  ["price history", "pages: Price changes"],
  ["cheapest vision", "pages: Models with image input, cheapest first"],
  ["opus pricing", "models: Claude Opus 4.8"],
  ["how much does opus cost per token", "models: Claude Opus 4.8"],
  ["deepseek-ai/DeepSeek-V4", "models: DeepSeek V4"],
  ["cloudflare/@cf/deepseek-v4", "models: DeepSeek V4"],
  ["openai/gpt-5", "models: GPT-5 (of August), GPT-5.6"],
  ["aws", "platforms: Amazon Bedrock"],
  ["microsoft azure", "platforms: Azure"],
  ["gpt-4o-2024-08-06", "models: GPT-4o"],
  ["nothing of the kind", ""],
  ["  ", ""],
])("%j finds %j", (query, expected) => {
  expect(found(query)).toBe(expected);
});

describe("the first is what the query says most wholly", () => {
  test.each([
    ["deepseek", "makers: DeepSeek | platforms: DeepSeek | models: DeepSeek V4"],
    ["openai", "makers: OpenAI | platforms: OpenAI | models: GPT-4o mini, GPT-4o, GPT-5.6, GPT-5 (of August)"],
    ["pro", "models: Gemini 3.1 Pro"],
  ])("%s: %s", (query, expected) => {
    expect(found(query)).toBe(expected);
  });
});

test("a group shows its best and says how many there are", () => {
  const many = entriesOf({
    models: Array.from({ length: 9 }, (_, at) => [`acme/nova-${at}`, `Nova ${at}`] as const),
    makers: {},
    platforms: {},
    pages: [],
  });
  const [models] = findEverything(many, "nova").groups;
  expect([models?.count, models?.entries.length, models?.entries[0]?.title]).toEqual([9, 6, "Nova 0"]);
});

test("every path is one of the site, whatever an id holds", () => {
  const paths = entriesOf({
    ...INDEX,
    models: [
      ["acme/a b?c", "X"],
      ["acme/con", "Con"],
    ],
  }).map(({ path }) => path);
  expect(paths.slice(0, 3)).toEqual(["models/acme/a%20b%3Fc/", "models/acme/con~/", "models/anthropic/"]);
  expect(paths.at(-2)).toBe("changes/");
});
