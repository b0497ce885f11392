/** What one call used, whoever counted it: input counts cached and written tokens too. */
export interface CallUsage {
  /** As the response names it; null where only the usage was pasted. */
  readonly model: string | null;
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  /** Of the written ones. */
  readonly cacheWrite1hTokens: number;
  readonly outputTokens: number;
}

/**
 * Every call's usage in a pasted response: a body, a list of them, one per line, or bodies inside the results of a batch. Knows what
 * OpenAI (chat and responses), OpenRouter, Anthropic, Google and Bedrock return. Empty where nothing is known; null for what is no JSON.
 *
 * Written by hand and held against `extractUsage` of @pydantic/genai-prices by a test: the package brings 55 KB of prices to the browser.
 */
export function readUsage(pasted: string): readonly CallUsage[] | null {
  const bodies = parseAll(pasted);
  return bodies === null ? null : bodies.flatMap((body) => usagesIn(body, null, 0));
}

/** Where a format keeps its numbers. Paths of one meter are added up. */
interface Shape {
  /** The number that only this format has. */
  readonly sign: string;
  readonly input: readonly string[];
  readonly cacheRead: readonly string[];
  readonly cacheWrite: readonly string[];
  readonly cacheWrite1h: readonly string[];
  readonly output: readonly string[];
}

/** In the order they are tried. https://platform.claude.com/docs/en/api/messages counts what is cached beside `input_tokens`, the others in it. */
const SHAPES: readonly Shape[] = [
  {
    sign: "cache_read_input_tokens",
    input: ["input_tokens", "cache_read_input_tokens", "cache_creation_input_tokens"],
    cacheRead: ["cache_read_input_tokens"],
    cacheWrite: ["cache_creation_input_tokens"],
    cacheWrite1h: ["cache_creation.ephemeral_1h_input_tokens"],
    output: ["output_tokens"],
  },
  {
    sign: "prompt_tokens",
    input: ["prompt_tokens"],
    cacheRead: ["prompt_tokens_details.cached_tokens"],
    cacheWrite: ["prompt_tokens_details.cache_write_tokens"],
    cacheWrite1h: [],
    output: ["completion_tokens"],
  },
  {
    sign: "input_tokens",
    input: ["input_tokens", "cache_creation_input_tokens"],
    cacheRead: ["input_tokens_details.cached_tokens"],
    cacheWrite: ["input_tokens_details.cache_write_tokens", "cache_creation_input_tokens"],
    cacheWrite1h: ["cache_creation.ephemeral_1h_input_tokens"],
    output: ["output_tokens"],
  },
  {
    sign: "promptTokenCount",
    input: ["promptTokenCount", "toolUsePromptTokenCount"],
    cacheRead: ["cachedContentTokenCount"],
    cacheWrite: [],
    cacheWrite1h: [],
    output: ["candidatesTokenCount", "thoughtsTokenCount"],
  },
  {
    sign: "inputTokens",
    input: ["inputTokens", "cacheReadInputTokens", "cacheWriteInputTokens"],
    cacheRead: ["cacheReadInputTokens"],
    cacheWrite: ["cacheWriteInputTokens"],
    cacheWrite1h: [],
    output: ["outputTokens"],
  },
];

type Fields = Readonly<Record<string, unknown>>;

/** One JSON value, or one a line. */
function parseAll(text: string): readonly unknown[] | null {
  const whole = parse(text);
  if (whole !== undefined) return [whole];
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const values = lines.map(parse);
  return values.length < 2 || values.includes(undefined) ? null : values;
}

/** Undefined for what is no JSON: JSON has no value of that kind. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** Deeper than any batch result; a hostile paste ends here. */
const DEEPEST = 12;

function usagesIn(value: unknown, model: string | null, depth: number): readonly CallUsage[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => usagesIn(item, model, depth + 1));
  if (!isFields(value)) return [];
  const shape = SHAPES.find(({ sign }) => typeof value[sign] === "number");
  if (shape !== undefined) return [callUsage(value, shape, model)];
  const own = nameOf(value["model"]) ?? nameOf(value["modelVersion"]) ?? model;
  return Object.values(value).flatMap((inner) => usagesIn(inner, own, depth + 1));
}

const nameOf = (value: unknown): string | null => (typeof value === "string" ? value.slice(0, 200) : null);

function callUsage(usage: Fields, shape: Shape, model: string | null): CallUsage {
  const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + tokensAt(usage, path), 0);
  return {
    model,
    inputTokens: sum(shape.input),
    cacheReadTokens: sum(shape.cacheRead),
    cacheWriteTokens: sum(shape.cacheWrite),
    cacheWrite1hTokens: sum(shape.cacheWrite1h),
    outputTokens: sum(shape.output),
  };
}

/** What is no count of tokens counts as none. */
function tokensAt(usage: Fields, path: string): number {
  const value = path.split(".").reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), usage);
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}
