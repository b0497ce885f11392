import { expect, test } from "vitest";
import { modelVersion, newerVersionFirst } from "./model-version.ts";

test.each([
  ["anthropic/claude-opus-4.8", "anthropic/claude-opus", [4, 8], 0],
  ["qwen/qwen4-max", "qwen/qwen-max", [4], 0],
  ["qwen/qwen3.8-max-0902", "qwen/qwen-max", [3, 8], 902],
  ["deepseek/deepseek-v4.1-flash-1017", "deepseek/deepseek-v-flash", [4, 1], 1017],
  ["google/gemini-3.1-pro-preview", "google/gemini-pro", [3, 1], 0],
  ["openai/gpt-6.2-sol-pro", "openai/gpt-sol-pro", [6, 2], 0],
  ["meta-llama/llama-3.3-70b-instruct", "meta-llama/llama-70b-instruct", [3, 3], 0],
  ["meta/muse-wonder", "meta/muse-wonder", [], 0],
])("%s is of %s at %j, snapshot %d", (id, line, version, snapshot) => {
  expect(modelVersion(id)).toEqual({ line, version, snapshot });
});

test.each([
  ["a/x-5", "a/x-4.9"],
  ["a/x-4.1", "a/x-4"],
  ["a/x-4.1", "a/x-4-0731"],
  ["a/x-4.1-1017", "a/x-4.1"],
  ["a/x-4", "a/x"],
])("%s is newer than %s", (newer, older) => {
  expect(newerVersionFirst(modelVersion(newer), modelVersion(older))).toBeLessThan(0);
  expect(newerVersionFirst(modelVersion(older), modelVersion(newer))).toBeGreaterThan(0);
});
