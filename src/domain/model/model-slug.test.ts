import fc from "fast-check";
import { expect, test } from "vitest";
import { normaliseModelId, readSpelling, splitDay, withoutInstruct, withoutTuning } from "./model-slug.ts";

test.each([
  ["anthropic/claude-opus-4.8", "claude-opus-4-8"],
  ["claude-opus-4-8", "claude-opus-4-8"],
  ["claude-opus4-8", "claude-opus-4-8"],
  ["us.anthropic.claude-opus-4-8", "claude-opus-4-8"],
  ["anthropic.claude-opus-4-6-v1", "claude-opus-4-6"],
  ["claude-opus-4-8@default", "claude-opus-4-8"],
  ["claude-opus-4-8@eu", "claude-opus-4-8"],
  ["anthropic--claude-opus-4.8", "claude-opus-4-8"],
  ["databricks-claude-opus-4-8", "claude-opus-4-8"],
  ["anthropic-claude-opus-4.8", "claude-opus-4-8"],
  ["anthropic/claude-opus-4.8:thinking", "claude-opus-4-8"],
])("reads %s as Claude Opus 4.8", (upstreamId, text) => {
  expect(normaliseModelId(upstreamId)).toBe(text);
});

test.each([
  ["accounts/fireworks/models/kimi-k2p6", "kimi-k2-6"],
  ["workers-ai/@cf/meta/llama-3.1-8b-instruct-fp8", "llama-3-1-8b-instruct"],
  ["meta.llama3-1-8b-instruct-v1:0", "llama-3-1-8b-instruct"],
  ["meta-llama/Meta-Llama-3.1-8B-Instruct", "llama-3-1-8b-instruct"],
  ["qwen/qwenLM/models/Qwen3-30B-A3B-Instruct-2507", "qwen-3-30b-a3b-instruct-2507"],
  ["hf:MiniMaxAI/MiniMax-M3", "minimax-m3"],
  ["Qwen/Qwen3-235B-A22B-Instruct-2507-FP8", "qwen-3-235b-a22b-instruct-2507"],
  ["openai.gpt-oss-120b-1:0", "gpt-oss-120b"],
  ["gpt-oss:120b", "gpt-oss-120b"],
  ["anthropic.claude-3-5-sonnet-20241022-v2:0", "claude-3-5-sonnet-20241022"],
  ["claude-opus-4-5@20251101", "claude-opus-4-5-20251101"],
  ["mistral.mistral-7b-instruct-v0:2", "mistral-7b-instruct-v0-2"],
  ["amazon.nova-lite-v1:0", "nova-lite"],
  ["nvidia/Llama-3_1-Nemotron-Ultra-253B-v1", "llama-3-1-nemotron-ultra-253b"],
  ["cohere/command-r+", "command-r-plus"],
  ["deepseek.v3.2", "v3-2"],
])("reads %s as %s", (upstreamId, text) => {
  expect(normaliseModelId(upstreamId)).toBe(text);
});

test.each([
  ["deepseek-r1", "deepseek-r1-distill-llama-70b"],
  ["qwen3-235b-a22b-instruct-2507", "qwen3-235b-a22b-thinking-2507"],
  ["qwen3-235b-a22b", "qwen3-235b-a22b-2507"],
  ["gpt-4o", "gpt-4o-2024-08-06"],
  ["gemini-2.5-pro", "gemini-2.5-pro-preview"],
  ["claude-opus-4.8", "claude-opus-4.8-fast"],
  ["gemma-3-27b", "gemma-3-27b-it"],
  ["glm-4.5", "glm-4.5v"],
  ["glm-5", "glm-5-turbo"],
  ["gpt-5.2", "gpt-5.2-chat-latest"],
  ["nemotron-nano-9b-v2", "nemotron-nano-9b"],
  ["claude-v2:1", "claude-v1"],
  ["deepseek-v3.2", "deepseek-v3.2-exp"],
])("keeps the word that tells %s from %s", (a, b) => {
  expect(normaliseModelId(a)).not.toBe(normaliseModelId(b));
});

test.each([
  ["claude-opus-4-8", null],
  ["@cf/openai/gpt-oss-20b", ["openai"]],
  ["accounts/fireworks/models/glm-5p2", null],
  ["zai-org/GLM-5.2", ["z-ai"]],
  ["zai.glm-5", ["z-ai"]],
  ["xiaomi-mimo-v2.5", ["xiaomi"]],
  ["pearl-ai/gemma-4-31b-it", ["pearl-ai"]],
  ["meta/llama-3.3-70b-instruct-maas", ["meta", "meta-llama"]],
])("%s may be made by %j", (upstreamId, makers) => {
  expect(readSpelling(upstreamId).makers).toEqual(makers);
});

test.each([
  ["meta-llama/Llama-3.2-1B", true],
  ["accounts/fireworks/models/qwen2p5-72b", true],
  ["meta/llama-3.2-1b", false],
  ["gemma-3-27b", false],
])("%s names a repository: %s", (upstreamId, namesRepository) => {
  expect(readSpelling(upstreamId).namesRepository).toBe(namesRepository);
});

test.each([
  ["claude-haiku-4-5-20251001", { stem: "claude-haiku-4-5", day: "20251001" }],
  ["gpt-5-2025-08-07", { stem: "gpt-5", day: "20250807" }],
  ["deepseek-r1-0528", null],
  ["mistral-large-2512", null],
  ["command-r-08-2024", null],
  ["qwen-3-14b-04-28", null],
])("%s ends in the day %j", (text, dated) => {
  expect(splitDay(text)).toEqual(dated);
});

test("only words for the form of tuning are dropped, and never the first word", () => {
  expect(withoutInstruct("qwen-3-235b-a22b-instruct-2507")).toBe("qwen-3-235b-a22b-2507");
  expect(withoutInstruct("qwen-3-235b-a22b-thinking-2507")).toBe("qwen-3-235b-a22b-thinking-2507");
  expect(withoutTuning("qwen-3-235b-a22b-thinking-2507")).toBe("qwen-3-235b-a22b-2507");
  expect(withoutTuning("base")).toBe("base");
});

const word = fc.constantFrom(
  "qwen3",
  "Llama",
  "GLM-4.6",
  "k2p6",
  "claude",
  "opus",
  "4-5",
  "20251001",
  "fp8",
  "free",
  "FAST",
  "thinking",
  "instruct",
  "v1:0",
  "235b",
  "a22b",
);
const joint = fc.constantFrom("-", "/", ".", "_", ":", "@", "--", "+", " ");
const idText = fc.array(fc.tuple(word, joint), { maxLength: 7 }).map((parts) => parts.flat().join(""));

test("normalising twice is normalising once, whatever the text", () => {
  fc.assert(
    fc.property(fc.oneof(idText, fc.string(), fc.string({ unit: "binary" })), (id) => {
      const once = normaliseModelId(id);
      expect(normaliseModelId(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test("a normalised text is lower case, hyphens and digits, without a hyphen at either end", () => {
  fc.assert(
    fc.property(idText, (id) => {
      expect(normaliseModelId(id)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
    }),
  );
});
