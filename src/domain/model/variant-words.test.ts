import fc from "fast-check";
import { expect, test } from "vitest";
import { variantWords } from "./variant-words.ts";

const plain = { tier: "standard", quantization: null, region: null, variant: null };

test.each([
  "claude-opus-4-8",
  "anthropic/claude-opus-4.8-fast",
  "claude-opus-5-fast",
  "openai/gpt-4-turbo",
  "gpt-3.5-turbo-instruct",
  "qwen-turbo",
  "grok-4-fast-non-reasoning",
  "grok-4-fast",
  "morph-v3-fast",
  "z-ai/glm-5-turbo",
  "glm-5v-turbo",
  "qwen/qwen3-max-thinking",
  "qwen3-235b-a22b-thinking-2507",
  "moonshotai/kimi-k2-thinking",
  "deepseek-r1-distill-qwen-32b",
  "google/gemini-3.1-pro-preview",
  "openai/o3-mini-high",
  "nvidia/nemotron-3.5-lightning",
  "yi-lightning",
  "bfl/flux-2-flex",
  "openai/whisper-large-v3-turbo",
  "qwen3.5:397b",
  "anthropic.claude-sonnet-4-5-20250929-v1:0",
  "@cf/meta/llama-3.1-8b-instruct",
  "openrouter/free",
  "hf:nvidia/Nemotron",
  "kimi-k3-eco",
  "free",
  "",
])("leaves %j whole: every word is the model's own or unknown", (id) => {
  expect(variantWords(id)).toEqual({ bareId: id, ...plain });
});

test.each([
  ["deepseek/deepseek-v4-flash:free", "deepseek/deepseek-v4-flash", { tier: "free" }],
  ["glm-5-free", "glm-5", { tier: "free" }],
  ["anthropic/claude-opus-4.8:batch", "anthropic/claude-opus-4.8", { tier: "batch" }],
  ["qwen/qwen-plus-2025-07-28:thinking", "qwen/qwen-plus-2025-07-28", { variant: "thinking" }],
  ["anthropic/claude-opus-4.6:thinking:max", "anthropic/claude-opus-4.6", { variant: "thinking-max" }],
  ["claude-opus-4-1-thinking:8192", "claude-opus-4-1", { variant: "thinking-8192" }],
  ["claude-opus-4-8-think", "claude-opus-4-8", { variant: "thinking" }],
  ["deepseek/deepseek-v4-pro:discounted", "deepseek/deepseek-v4-pro", { variant: "discounted" }],
  ["thinkingmachines/Inkling:peft:262144", "thinkingmachines/Inkling", { variant: "peft-262144" }],
  ["us.anthropic.claude-opus-4-8", "anthropic.claude-opus-4-8", { region: "us" }],
  ["us-gov.anthropic.claude-haiku-4-5-20251001-v1:0", "anthropic.claude-haiku-4-5-20251001-v1:0", { region: "us-gov" }],
  ["global.anthropic.claude-sonnet-5", "anthropic.claude-sonnet-5", { region: "global" }],
  ["claude-sonnet-5@default", "claude-sonnet-5", {}],
  ["claude-opus-4-5@20251101", "claude-opus-4-5-20251101", {}],
  ["mistral-large@2411", "mistral-large-2411", {}],
  ["gpt-5.6-sol@eu", "gpt-5.6-sol", { region: "eu" }],
  ["qwen/qwen3-235b-a22b-instruct-2507-maas", "qwen/qwen3-235b-a22b-instruct-2507", {}],
  ["Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8", "Qwen/Qwen3-Coder-480B-A35B-Instruct", { quantization: "fp8" }],
  ["GLM-5.2-NVFP4", "GLM-5.2", { quantization: "nvfp4" }],
  ["cortecs/Llama-3.3-70B-Instruct-FP8-Dynamic", "cortecs/Llama-3.3-70B-Instruct", { quantization: "fp8" }],
  ["hf:nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-NVFP4", "hf:nvidia/NVIDIA-Nemotron-3-Super-120B-A12B", { quantization: "nvfp4" }],
  ["@cf/meta/llama-3.3-70b-instruct-fp8-fast", "@cf/meta/llama-3.3-70b-instruct", { quantization: "fp8" }],
  ["moonshotai/Kimi-K2.6-TEE", "moonshotai/Kimi-K2.6", { variant: "tee" }],
  ["TEE/glm-5.2:thinking", "glm-5.2", { variant: "tee-thinking" }],
  ["google/gemma-4-31B-turbo-TEE", "google/gemma-4-31B", { variant: "turbo-tee" }],
  ["meta-llama/Llama-3.3-70B-Instruct-Turbo", "meta-llama/Llama-3.3-70B-Instruct", { variant: "turbo" }],
  ["accounts/fireworks/routers/kimi-k2p6-turbo", "accounts/fireworks/routers/kimi-k2p6", { variant: "turbo" }],
  ["accounts/fireworks/routers/glm-5p2-fast", "accounts/fireworks/routers/glm-5p2", { tier: "fast" }],
  ["Qwen/Qwen3-235B-A22B-Thinking-2507-fast", "Qwen/Qwen3-235B-A22B-Thinking-2507", { tier: "fast" }],
  ["Qwen/Qwen3-235B-A22B-Instruct-2507-tput", "Qwen/Qwen3-235B-A22B-Instruct-2507", { variant: "tput" }],
  [
    "openai/chat-completion/models/gpt-oss-120b-high-throughput",
    "openai/chat-completion/models/gpt-oss-120b",
    { variant: "tput" },
  ],
  ["MiniMax-M2.5-highspeed", "MiniMax-M2.5", { variant: "highspeed" }],
  ["glm-5.2-short-fast-flex", "glm-5.2", { tier: "flex", variant: "fast-short" }],
])("reads %s as %s sold in a certain way", (id, bareId, expected) => {
  expect(variantWords(id)).toEqual({ bareId, ...plain, ...expected });
});

test("reading the bare id again finds nothing more at its end", () => {
  const word = fc.constantFrom(
    "-fp8",
    ":free",
    "-TEE",
    "@default",
    "-maas",
    ":thinking",
    "-highspeed",
    "-instruct",
    "-120b",
    "-fast",
    "@20250929",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (words) => {
      const once = variantWords(`maker/model${words.join("")}`);
      expect(variantWords(once.bareId)).toEqual({ bareId: once.bareId, ...plain });
    }),
  );
});
