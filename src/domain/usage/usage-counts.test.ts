import { expect, test } from "vitest";
import { readUsage } from "./usage-json.ts";

/** Input, output, read from cache, written to it, of those for an hour. */
const countsOf = (pasted: string) =>
  readUsage(pasted)?.map((call) => [
    call.inputTokens,
    call.outputTokens,
    call.cacheReadTokens,
    call.cacheWriteTokens,
    call.cacheWrite1hTokens,
  ]);

test.each([
  [
    "LiteLLM passing Claude on: cached tokens lie within the prompt",
    {
      prompt_tokens: 17_111,
      completion_tokens: 400,
      total_tokens: 17_511,
      prompt_tokens_details: { cached_tokens: 17_102 },
      cache_read_input_tokens: 17_102,
      cache_creation_input_tokens: 0,
    },
    [17_111, 400, 17_102, 0, 0],
  ],
  [
    "LiteLLM with writes of both kinds",
    {
      prompt_tokens: 10_000,
      completion_tokens: 100,
      cache_read_input_tokens: 6_000,
      cache_creation_input_tokens: 3_000,
      prompt_tokens_details: {
        cached_tokens: 6_000,
        cache_creation_tokens: 3_000,
        cache_creation_token_details: { ephemeral_5m_input_tokens: 2_000, ephemeral_1h_input_tokens: 1_000 },
      },
    },
    [10_000, 100, 6_000, 3_000, 1_000],
  ],
  [
    "a wrapper that passes Anthropic's own count on under OpenAI's name",
    { prompt_tokens: 9, completion_tokens: 400, prompt_tokens_details: { cached_tokens: 17_102 } },
    [17_111, 400, 17_102, 0, 0],
  ],
  [
    "xAI: reasoning beside the completion, the total holds both",
    {
      prompt_tokens: 32,
      completion_tokens: 1_499,
      total_tokens: 4_340,
      completion_tokens_details: { reasoning_tokens: 2_809 },
      num_sources_used: 0,
    },
    [32, 4_308, 0, 0, 0],
  ],
  [
    "xAI with little reasoning: the total alone tells",
    { prompt_tokens: 32, completion_tokens: 500, total_tokens: 632, completion_tokens_details: { reasoning_tokens: 100 } },
    [32, 600, 0, 0, 0],
  ],
  [
    "OpenAI with reasoning within the completion",
    { prompt_tokens: 32, completion_tokens: 500, total_tokens: 532, completion_tokens_details: { reasoning_tokens: 400 } },
    [32, 500, 0, 0, 0],
  ],
  [
    "Bedrock with writes for an hour",
    {
      inputTokens: 10,
      outputTokens: 50,
      cacheReadInputTokens: 400,
      cacheWriteInputTokens: 300,
      cacheDetails: [
        { ttl: "5m", inputTokens: 100 },
        { ttl: "1h", inputTokens: 200 },
      ],
      totalTokens: 760,
    },
    [710, 50, 400, 300, 200],
  ],
  ["Kimi", { prompt_tokens: 2_000, completion_tokens: 70, total_tokens: 2_070, cached_tokens: 1_536 }, [2_000, 70, 1_536, 0, 0]],
  [
    "DeepSeek",
    { prompt_tokens: 2_000, completion_tokens: 70, prompt_cache_hit_tokens: 1_792, prompt_cache_miss_tokens: 208 },
    [2_000, 70, 1_792, 0, 0],
  ],
  [
    "Anthropic after a compaction: the steps are the bill",
    {
      input_tokens: 23_000,
      output_tokens: 1_000,
      iterations: [
        { type: "compaction", input_tokens: 180_000, output_tokens: 3_500 },
        { type: "message", input_tokens: 23_000, output_tokens: 1_000 },
      ],
    },
    [203_000, 4_500, 0, 0, 0],
  ],
  [
    "Anthropic's usage report",
    {
      uncached_input_tokens: 1_500,
      cache_creation: { ephemeral_1h_input_tokens: 1_000, ephemeral_5m_input_tokens: 500 },
      cache_read_input_tokens: 200,
      output_tokens: 500,
      server_tool_use: { web_search_requests: 10 },
    },
    [3_200, 500, 200, 1_500, 1_000],
  ],
  [
    "OpenAI's usage report",
    { object: "organization.usage.completions.result", input_tokens: 1_000, output_tokens: 500, input_cached_tokens: 800 },
    [1_000, 500, 800, 0, 0],
  ],
  [
    "OpenAI's realtime response",
    {
      total_tokens: 253,
      input_tokens: 132,
      output_tokens: 121,
      input_token_details: { text_tokens: 132, audio_tokens: 0, cached_tokens: 64 },
      output_token_details: { text_tokens: 121, audio_tokens: 0 },
    },
    [132, 121, 64, 0, 0],
  ],
  ["AI SDK 5", { inputTokens: 900, outputTokens: 80, totalTokens: 980, cachedInputTokens: 512 }, [900, 80, 512, 0, 0]],
  [
    "AI SDK 6",
    {
      inputTokens: 900,
      inputTokenDetails: { noCacheTokens: 288, cacheReadTokens: 512, cacheWriteTokens: 100 },
      outputTokens: 80,
      outputTokenDetails: { textTokens: 50, reasoningTokens: 30 },
      totalTokens: 980,
      raw: { input_tokens: 288, output_tokens: 80 },
    },
    [900, 80, 512, 100, 0],
  ],
  [
    "Vertex in Python's spelling",
    { prompt_token_count: 1_000, cached_content_token_count: 300, candidates_token_count: 50, thoughts_token_count: 20 },
    [1_000, 70, 300, 0, 0],
  ],
] as const)("%s", (_, usage, counts) => {
  expect(countsOf(JSON.stringify({ usage }))).toEqual([counts]);
  expect(countsOf(JSON.stringify(usage))).toEqual([counts]);
  expect(readUsage(JSON.stringify(usage))?.flatMap(({ unread }) => unread)).toEqual([]);
});

test("a row of a spend log brings its model along", () => {
  const row = { request_id: "a", model: "gpt-4o", prompt_tokens: 10, completion_tokens: 5, total_tokens: 15, spend: 0.01 };
  expect(readUsage(JSON.stringify(row))).toMatchObject([{ model: "gpt-4o", inputTokens: 10, outputTokens: 5, unread: [] }]);
});

test("a usage report counts the calls it is of", () => {
  const report = { data: [{ results: [{ input_tokens: 1_000, output_tokens: 500, num_model_requests: 5, model: "gpt-5.4" }] }] };
  expect(readUsage(JSON.stringify(report))).toMatchObject([{ model: "gpt-5.4", calls: 5 }]);
});

test("the AI SDK's total over its steps counts once", () => {
  const usage = { inputTokens: 100, outputTokens: 10 };
  const body = { steps: [{ usage }, { usage }], usage, totalUsage: { inputTokens: 200, outputTokens: 20 } };
  expect(countsOf(JSON.stringify(body))).toEqual([[200, 20, 0, 0, 0]]);
});

const ANTHROPIC_STREAM = [
  "event: message_start",
  'data: {"type":"message_start","message":{"model":"claude-opus-4-8","usage":{"input_tokens":25,"cache_read_input_tokens":900,"output_tokens":1}}}',
  "",
  "event: content_block_delta",
  'data: {"type":"content_block_delta","delta":{"text":"prompt_tokens"}}',
  "",
  "event: message_delta",
  'data: {"type":"message_delta","usage":{"output_tokens":150,"server_tool_use":{"web_search_requests":2}}}',
  "",
  "event: message_stop",
  'data: {"type":"message_stop"}',
].join("\n");
const OPENAI_STREAM = [
  'data: {"id":"c1","model":"gpt-5.4","choices":[{}],"usage":null}',
  'data: {"id":"c1","model":"gpt-5.4","choices":[],"usage":{"prompt_tokens":7,"completion_tokens":3}}',
  "data: [DONE]",
].join("\n\n");

test.each([
  ["a stream of Anthropic", ANTHROPIC_STREAM, [[925, 150, 900, 0, 0]]],
  [
    "two streams, one after the other",
    `${OPENAI_STREAM}\n\n${ANTHROPIC_STREAM}`,
    [
      [7, 3, 0, 0, 0],
      [925, 150, 900, 0, 0],
    ],
  ],
  [
    "Google's stream as a list, with the counts so far",
    JSON.stringify([
      { responseId: "r", usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 2 } },
      { responseId: "r", usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 30 } },
    ]),
    [[9, 30, 0, 0, 0]],
  ],
  ["a byte-order mark", `\uFEFF${JSON.stringify({ prompt_tokens: 5, completion_tokens: 1 })}`, [[5, 1, 0, 0, 0]]],
  [
    "a Python dict",
    "{'model': 'it\\'s', 'usage': {'prompt_tokens': 5, 'completion_tokens': 1, 'prompt_tokens_details': None, 'ok': True}}",
    [[5, 1, 0, 0, 0]],
  ],
  ["a Python object", "Usage(input_tokens=5, output_tokens=2, cache_read_input_tokens=None)", [[5, 2, 0, 0, 0]]],
])("%s is read", (_, pasted, counts) => {
  expect(countsOf(pasted)).toEqual(counts);
});

test("web searches are counted, and what no price is known for is named", () => {
  expect(readUsage(ANTHROPIC_STREAM)).toMatchObject([{ model: "claude-opus-4-8", webSearches: 2, unread: [] }]);
  const body = { input_tokens: 100, output_tokens: 10, input_token_details: { audio_tokens: 60 }, fancy_units: 3 };
  expect(readUsage(JSON.stringify(body))?.[0]?.unread).toEqual(["input_token_details.audio_tokens 60", "fancy_units 3"]);
});
