import { expect, test } from "vitest";
import { knownModel, slugsOf } from "../text/known-model.ts";
import type { CallUsage } from "./call-usage.ts";
import { usageLines } from "./usage-lines.ts";

const IDS = [
  "anthropic/claude-opus-4.8",
  "anthropic/claude-opus-4.8-fast",
  "openai/gpt-5.4",
  "openai/gpt-5.4-mini",
  "google/gemini-3.1-pro-preview",
];

test.each([
  ["anthropic/claude-opus-4.8", "anthropic/claude-opus-4.8"],
  ["claude-opus-4-8", "anthropic/claude-opus-4.8"],
  ["claude-opus-4-8-20260528", "anthropic/claude-opus-4.8"],
  ["gpt-5.4-2026-03-05", "openai/gpt-5.4"],
  ["us.anthropic.claude-opus-4-8", "anthropic/claude-opus-4.8"],
  ["models/gemini-3.1-pro-preview", "google/gemini-3.1-pro-preview"],
  ["gpt-5.4-nano", null],
  ["gpt-5", null],
  ["", null],
])("an API's %j is our %s", (named, id) => {
  expect(knownModel(named, IDS)).toBe(id);
});

const call = (overrides: Partial<CallUsage>): CallUsage => ({
  model: "gpt-5.4",
  calls: 1,
  webSearches: 0,
  unread: [],
  inputTokens: 1_000,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  cacheWrite1hTokens: 0,
  outputTokens: 100,
  ...overrides,
});

test("calls of one model become the average call", () => {
  const calls = [call({ cacheReadTokens: 500 }), call({ inputTokens: 3_000, cacheReadTokens: 1_500, outputTokens: 300 })];
  expect(usageLines(calls, IDS)).toEqual([
    {
      model: "openai/gpt-5.4",
      named: "gpt-5.4",
      calls: 2,
      numbers: {
        inputTokens: 2_000,
        outputTokens: 200,
        cachedShare: 0.5,
        cacheWriteShare: 0,
        cacheWriteTtl: "5m",
        writtenForHour: null,
        searchesPer1000: 0,
      },
      unread: [],
    },
  ]);
});

test("each model gets a line, spellings of one model share it, the most called comes first", () => {
  const calls = [
    call({}),
    call({ model: "claude-opus-4-8" }),
    call({ model: "anthropic/claude-opus-4.8" }),
    call({ model: null }),
  ];
  expect(usageLines(calls, IDS).map(({ model, calls: many }) => [model, many])).toEqual([
    ["anthropic/claude-opus-4.8", 2],
    ["openai/gpt-5.4", 1],
    [null, 1],
  ]);
});

test("shares never sum to more than the input, and one-hour writes are told from five-minute ones", () => {
  const [line] = usageLines([call({ inputTokens: 3, cacheReadTokens: 2, cacheWriteTokens: 1, cacheWrite1hTokens: 1 })], IDS);
  expect(line?.numbers).toMatchObject({ cachedShare: 0.6666, cacheWriteShare: 0.3333, cacheWriteTtl: "1h" });
});

test("writes of both kinds keep their shares, searches their number, and a report its calls", () => {
  const mixed = call({ cacheWriteTokens: 500, cacheWrite1hTokens: 100, webSearches: 3, calls: 2, unread: ["audio_tokens 5"] });
  const [line] = usageLines([mixed], IDS);
  expect(line).toMatchObject({ calls: 2, unread: ["audio_tokens 5"] });
  expect(line?.numbers).toMatchObject({ inputTokens: 500, cacheWriteTtl: "5m", writtenForHour: 0.2, searchesPer1000: 1_500 });
});

test.each([
  ["deepseek/deepseek-v4-flash-20260731", "deepseek/deepseek-v4-flash-0731"],
  ["deepseek-v4-flash-20260423", "deepseek/deepseek-v4-flash"],
  ["deepseek‑v4‑flash‑20260731", "deepseek/deepseek-v4-flash-0731"],
  ["ｄｅｅｐｓｅｅｋ－ｖ４－ｆｌａｓｈ", "deepseek/deepseek-v4-flash"],
  ["z-ai/glm-4.6-20251208", "z-ai/glm-4.6v"],
  ["glm-4.6-20250930", null],
])("OpenRouter's dated slug %s is of %s", (named, id) => {
  const models = [
    { id: "deepseek/deepseek-v4-flash", canonicalSlug: "deepseek/deepseek-v4-flash-20260423" },
    { id: "deepseek/deepseek-v4-flash-0731", canonicalSlug: "deepseek/deepseek-v4-flash-20260731" },
    { id: "z-ai/glm-4.6v", canonicalSlug: "z-ai/glm-4.6-20251208" },
    { id: "z-ai/one", canonicalSlug: "z-ai/glm-4.6-20250930" },
    { id: "z-ai/two", canonicalSlug: "z-ai/glm-4.6-20250930" },
  ];
  const ids = models.map(({ id: each }) => each);
  expect(knownModel(named, ids, slugsOf(models))).toBe(id);
});
