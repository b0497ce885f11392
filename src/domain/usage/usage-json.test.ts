import { extractUsage, findProvider } from "@pydantic/genai-prices";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readUsage } from "./usage-json.ts";

const openAiChat = {
  id: "chatcmpl-1",
  model: "gpt-5.4-2026-03-05",
  choices: [{ message: { role: "assistant", content: "prompt_tokens" } }],
  usage: {
    prompt_tokens: 2_000,
    completion_tokens: 500,
    total_tokens: 2_500,
    prompt_tokens_details: { cached_tokens: 1_200, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 100 },
  },
};
const openAiResponses = {
  model: "gpt-5.4",
  output: [],
  usage: {
    input_tokens: 2_000,
    input_tokens_details: { cached_tokens: 1_500 },
    output_tokens: 400,
    output_tokens_details: { reasoning_tokens: 200 },
    total_tokens: 2_400,
  },
};
const anthropic = {
  model: "claude-opus-4-8",
  usage: {
    input_tokens: 100,
    cache_creation_input_tokens: 500,
    cache_read_input_tokens: 1_400,
    cache_creation: { ephemeral_5m_input_tokens: 400, ephemeral_1h_input_tokens: 100 },
    output_tokens: 300,
  },
};
const openRouter = {
  provider: "Anthropic",
  model: "anthropic/claude-opus-4.8",
  usage: {
    prompt_tokens: 2_000,
    completion_tokens: 300,
    total_tokens: 2_300,
    cost: 0.01,
    is_byok: false,
    prompt_tokens_details: { cached_tokens: 1_400, cache_write_tokens: 500 },
    completion_tokens_details: { reasoning_tokens: 0 },
  },
};
const google = {
  modelVersion: "gemini-3.1-pro-preview",
  usageMetadata: { promptTokenCount: 1_000, cachedContentTokenCount: 300, candidatesTokenCount: 50, thoughtsTokenCount: 20 },
};
const bedrock = {
  usage: { inputTokens: 100, outputTokens: 50, cacheReadInputTokens: 400, cacheWriteInputTokens: 20, totalTokens: 570 },
};

/** What the package's own extractor says, in our words. */
function extracted(providerId: string, apiFlavor: string, body: unknown) {
  const provider = findProvider({ providerId });
  if (provider === undefined) throw new Error(`no provider ${providerId}`);
  const { usage } = extractUsage(provider, { model: "none", ...Object(body) }, apiFlavor);
  return {
    inputTokens: usage["input_tokens"] ?? 0,
    cacheReadTokens: usage["cache_read_tokens"] ?? 0,
    cacheWriteTokens: usage["cache_write_tokens"] ?? 0,
    cacheWrite1hTokens: usage["cache_write_1h_tokens"] ?? 0,
    outputTokens: usage["output_tokens"] ?? 0,
  };
}

test.each([
  ["OpenAI, chat", "openai", "chat", openAiChat, "gpt-5.4-2026-03-05"],
  ["OpenAI, responses", "openai", "responses", openAiResponses, "gpt-5.4"],
  ["Anthropic", "anthropic", "default", anthropic, "claude-opus-4-8"],
  ["OpenRouter", "openrouter", "chat", openRouter, "anthropic/claude-opus-4.8"],
  ["Google", "google", "default", google, "gemini-3.1-pro-preview"],
  ["Bedrock", "aws", "default", bedrock, null],
] as const)("the usage of %s is what genai-prices extracts", (_, provider, flavor, body, model) => {
  expect(readUsage(JSON.stringify(body))).toMatchObject([{ model, ...extracted(provider, flavor, body) }]);
});

test("Anthropic counts what is cached beside its input, the others inside", () => {
  expect(readUsage(JSON.stringify(anthropic))).toEqual([
    {
      calls: 1,
      webSearches: 0,
      unread: [],
      model: "claude-opus-4-8",
      inputTokens: 2_000,
      cacheReadTokens: 1_400,
      cacheWriteTokens: 500,
      cacheWrite1hTokens: 100,
      outputTokens: 300,
    },
  ]);
});

test.each([
  ["the usage alone", JSON.stringify(openAiChat.usage), 1],
  ["a list", JSON.stringify([openAiChat, anthropic]), 2],
  ["one a line", `${JSON.stringify(openAiChat)}\n\n${JSON.stringify(openRouter)}\n`, 2],
  ["the results of a batch", JSON.stringify([{ response: { body: openAiChat } }, { result: { message: anthropic } }]), 2],
  ["a body without usage", JSON.stringify({ model: "gpt-5.4" }), 0],
  ["a number", "5", 0],
])("%s is read", (_, pasted, calls) => {
  expect(readUsage(pasted)).toHaveLength(calls);
});

test.each(["", "hello", "{", "{}\nhello"])("%j is no JSON", (pasted) => {
  expect(readUsage(pasted)).toBeNull();
});

test("a count that is none counts as nothing", () => {
  expect(readUsage('{"prompt_tokens":5,"completion_tokens":-3,"prompt_tokens_details":{"cached_tokens":1.5}}')).toMatchObject([
    { inputTokens: 5, outputTokens: 0, cacheReadTokens: 0 },
  ]);
});

test("no JSON makes it throw", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readUsage(JSON.stringify(value))).not.toBeNull();
    }),
  );
});
