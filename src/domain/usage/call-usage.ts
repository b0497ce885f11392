import { isFields } from "../text/is-fields.ts";

/** What calls used, no matter who counted it: input counts cached and written tokens too. */
export interface CallUsage {
  /** As the response names it; null where only the usage was pasted. */
  readonly model: string | null;
  /** How many calls the counts are of: 1, or what a report of usage says. */
  readonly calls: number;
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  /** Of the written ones. */
  readonly cacheWrite1hTokens: number;
  readonly outputTokens: number;
  readonly webSearches: number;
  /** Counts above zero that no line of the bill stands for, as the body names them: `input_token_details.audio_tokens 120`. */
  readonly unread: readonly string[];
}

/** A usage object with its keys in one spelling: `promptTokenCount` and `prompt_token_count` are one. */
export type UsageFields = { readonly [key: string]: UsageValue };
export type UsageValue = number | string | boolean | null | UsageFields | readonly UsageValue[];

/**
 * What one usage object says. Three ways of counting: Anthropic and Bedrock count what is cached beside the input
 * (https://platform.claude.com/docs/en/build-with-claude/prompt-caching), OpenAI and all who copy it within, Google in names of its own.
 * LiteLLM's `prompt_tokens` 17,111 with 17,102 cached is an input of 17,111.
 */
export function callUsage(usage: UsageFields, model: string | null): CallUsage {
  const counts = new Counts(usage);
  const steps = stepsOf(usage);
  if (steps.length > 0)
    return sumOf(
      steps.map((step) => callUsage(step, model)),
      { model, webSearches: searches(counts) },
    );
  const counted = usageIn(counts);
  return {
    model,
    calls: counts.first("num_model_requests") || 1,
    webSearches: searches(counts),
    ...counted,
    unread: counts.unread(),
  };
}

/** Whether an object is a usage: it counts input or output in a way we know. */
export function isUsage(fields: UsageFields): boolean {
  return SIGNS.some((sign) => typeof fields[sign] === "number" || typeof at(fields, `${sign}.total`) === "number");
}

const SIGNS = [
  "prompt_tokens",
  "completion_tokens",
  "input_tokens",
  "output_tokens",
  "uncached_input_tokens",
  "prompt_token_count",
  "candidates_token_count",
  "native_tokens_prompt",
];

/** A context that was compacted, or an adviser that was asked, is billed step by step; the top level counts the last step only. */
function stepsOf({ iterations }: UsageFields): readonly UsageFields[] {
  return Array.isArray(iterations) ? iterations.filter(isUsageFields).filter(isUsage) : [];
}

function sumOf(calls: readonly CallUsage[], whole: Pick<CallUsage, "model" | "webSearches">): CallUsage {
  const sum = (count: (call: CallUsage) => number) => calls.reduce((total, call) => total + count(call), 0);
  return {
    ...whole,
    calls: 1,
    inputTokens: sum(({ inputTokens }) => inputTokens),
    cacheReadTokens: sum(({ cacheReadTokens }) => cacheReadTokens),
    cacheWriteTokens: sum(({ cacheWriteTokens }) => cacheWriteTokens),
    cacheWrite1hTokens: sum(({ cacheWrite1hTokens }) => cacheWrite1hTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    unread: [...new Set(calls.flatMap(({ unread }) => unread))],
  };
}

type TokenCounts = Pick<
  CallUsage,
  "inputTokens" | "cacheReadTokens" | "cacheWriteTokens" | "cacheWrite1hTokens" | "outputTokens"
>;

function usageIn(counts: Counts): TokenCounts {
  if (counts.has("prompt_token_count") || counts.has("candidates_token_count")) return googleUsage(counts);
  if (counts.has("native_tokens_prompt")) return generationUsage(counts);
  const isBeside = BESIDE.some((key) => counts.has(key)) && !counts.has("prompt_tokens");
  return isBeside ? besideUsage(counts) : withinUsage(counts);
}

/** Who counts the cached part beside the input has one of these. */
const BESIDE = [
  "uncached_input_tokens",
  "cache_read_input_tokens",
  "cache_creation_input_tokens",
  "cache_write_input_tokens",
  "cache_creation",
];

/** Anthropic's messages and usage reports, Bedrock's Converse. */
function besideUsage(counts: Counts): TokenCounts {
  const plain = counts.first("input_tokens", "uncached_input_tokens");
  const cacheReadTokens = counts.first("cache_read_input_tokens");
  const hour = hourWrites(counts);
  const fiveMinutes = counts.first("cache_creation.ephemeral_5m_input_tokens");
  const cacheWriteTokens = counts.first("cache_creation_input_tokens", "cache_write_input_tokens") || hour + fiveMinutes;
  return {
    inputTokens: plain + cacheReadTokens + cacheWriteTokens,
    cacheReadTokens,
    cacheWriteTokens,
    cacheWrite1hTokens: Math.min(hour, cacheWriteTokens),
    outputTokens: outputOf(counts, plain),
  };
}

/** OpenAI (chat, responses, realtime, usage reports), OpenRouter, xAI, DeepSeek, Kimi, LiteLLM, the AI SDK. */
function withinUsage(counts: Counts): TokenCounts {
  const stated = counts.first("prompt_tokens", "input_tokens", "input_tokens.total");
  const cacheReadTokens = counts.first(...CACHE_READS);
  const cacheWriteTokens = counts.first(...CACHE_WRITES);
  // Some wrappers pass Anthropic's own count on under OpenAI's name: more cached than there is input cannot be.
  const isBeside = cacheReadTokens + cacheWriteTokens > stated;
  return {
    inputTokens: isBeside ? stated + cacheReadTokens + cacheWriteTokens : stated,
    cacheReadTokens,
    cacheWriteTokens,
    cacheWrite1hTokens: Math.min(hourWrites(counts), cacheWriteTokens),
    outputTokens: outputOf(counts, stated),
  };
}

const CACHE_READS = [
  "prompt_tokens_details.cached_tokens",
  "input_tokens_details.cached_tokens",
  "input_token_details.cached_tokens",
  "input_token_details.cache_read_tokens",
  "input_tokens.cache_read",
  "cache_read_input_tokens",
  "prompt_cache_hit_tokens",
  "input_cached_tokens",
  "cached_input_tokens",
  "cached_tokens",
];
const CACHE_WRITES = [
  "prompt_tokens_details.cache_write_tokens",
  "prompt_tokens_details.cache_creation_tokens",
  "input_tokens_details.cache_write_tokens",
  "input_token_details.cache_write_tokens",
  "input_tokens.cache_write",
  "cache_creation_input_tokens",
];
const HOUR_WRITES = [
  "cache_creation.ephemeral_1h_input_tokens",
  "prompt_tokens_details.cache_creation_token_details.ephemeral_1h_input_tokens",
];
const REASONING = [
  "completion_tokens_details.reasoning_tokens",
  "output_tokens_details.reasoning_tokens",
  "output_token_details.reasoning_tokens",
  "output_tokens.reasoning",
  "reasoning_tokens",
];

/** Bedrock lists its writes by how long they are kept. */
function hourWrites(counts: Counts): number {
  const listed = counts.list("cache_details").filter(({ ttl }) => ttl === "1h");
  return counts.first(...HOUR_WRITES) || listed.reduce((sum, { input_tokens }) => sum + tokens(input_tokens), 0);
}

/**
 * Most count reasoning within the output. xAI counts it beside: the total says so, and without one, more reasoning than output does.
 * Completion 1,499 and reasoning 2,809 of a total that holds both: output 4,308.
 */
function outputOf(counts: Counts, inputTokens: number): number {
  const stated = counts.first("completion_tokens", "output_tokens", "output_tokens.total");
  const reasoning = counts.first(...REASONING);
  const total = counts.first("total_tokens");
  const isBeside = total > 0 ? reasoning > 0 && total === inputTokens + stated + reasoning : reasoning > stated;
  return isBeside || reasoning > stated ? stated + reasoning : stated;
}

/** https://ai.google.dev/api/generate-content#UsageMetadata */
function googleUsage(counts: Counts): TokenCounts {
  return {
    inputTokens: counts.first("prompt_token_count") + counts.first("tool_use_prompt_token_count"),
    cacheReadTokens: counts.first("cached_content_token_count"),
    cacheWriteTokens: 0,
    cacheWrite1hTokens: 0,
    outputTokens: counts.first("candidates_token_count", "response_token_count") + counts.first("thoughts_token_count"),
  };
}

/** OpenRouter's `/generation`: the maker's own counts. */
function generationUsage(counts: Counts): TokenCounts {
  return {
    inputTokens: counts.first("native_tokens_prompt"),
    cacheReadTokens: counts.first("native_tokens_cached"),
    cacheWriteTokens: 0,
    cacheWrite1hTokens: 0,
    outputTokens: counts.first("native_tokens_completion"),
  };
}

const searches = (counts: Counts): number =>
  counts.first("server_tool_use.web_search_requests", "server_tool_use_details.web_search_requests", "num_search_queries");

/** The counts of one usage object, and which of them were asked for. */
class Counts {
  readonly #usage: UsageFields;
  readonly #asked = new Set<string>(["iterations", "cache_details"]);

  constructor(usage: UsageFields) {
    this.#usage = usage;
  }

  has(path: string): boolean {
    return at(this.#usage, path) !== undefined && at(this.#usage, path) !== null;
  }

  /** The first of these that counts anything; all of them count as read. */
  first(...paths: readonly string[]): number {
    for (const path of paths) this.#asked.add(path);
    return paths.map((path) => tokens(at(this.#usage, path))).find((count) => count > 0) ?? 0;
  }

  list(path: string): readonly UsageFields[] {
    const value = at(this.#usage, path);
    return Array.isArray(value) ? value.filter(isUsageFields) : [];
  }

  unread(): readonly string[] {
    return leaves(this.#usage, "").flatMap(([path, count]) =>
      this.#asked.has(path) || isTold(path) ? [] : [`${path} ${count}`],
    );
  }
}

/** Sums, parts of what is already counted, money and times: nothing that a bill lacks. */
const TOLD =
  /^total|text_tokens$|reasoning|thoughts|cost|spend|price|_ms$|time|duration|no_?cache|cache_miss|prediction_tokens$|^cache_creation|^cache_details|modality|text$|^raw|^tokens_|^native_tokens_reasoning|uncached|cached_tokens_details|tokens_details\.cached|cache_creation_token_details/;
const isTold = (path: string): boolean => TOLD.test(path) || /(^|\.)(ephemeral_5m_input_tokens|index|created|status)$/.test(path);

function leaves(value: UsageValue, path: string): readonly (readonly [path: string, count: number])[] {
  if (typeof value === "number") return value > 0 ? [[path, value]] : [];
  if (!isUsageFields(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
}

function at(usage: UsageFields, path: string): UsageValue | undefined {
  return path.split(".").reduce<UsageValue | undefined>((value, key) => (isUsageFields(value) ? value[key] : undefined), usage);
}

/** What is no count of tokens counts as none. */
const tokens = (value: UsageValue | undefined): number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : 0;

/** Whether a value of a usage object is one with fields of its own. */
export const isUsageFields = (value: UsageValue | undefined): value is UsageFields => isFields(value);
