import { type CallUsage, callUsage, isUsage, isUsageFields, type UsageFields, type UsageValue } from "./call-usage.ts";
import { type PastedResponse, readPaste } from "./usage-text.ts";

/**
 * Every call's usage in a paste: a body, a list of them, one per line, a stream's events, rows of a log, pages of a usage report, or bodies
 * inside the results of a batch. Empty where nothing is known; null for what is no JSON (nor Python's way of printing it).
 *
 * Written by hand and held against `extractUsage` of @pydantic/genai-prices by a test: the package brings 55 KB of prices to the browser.
 */
export function readUsage(pasted: string): readonly CallUsage[] | null {
  const responses = readPaste(pasted);
  return responses === null ? null : responses.flatMap(callsOf);
}

interface FoundUsage {
  readonly model: string | null;
  readonly usage: UsageFields;
}

/** Chunks of one response are one call: the later count replaces the earlier, and what only one chunk counts stays. */
function callsOf(response: PastedResponse): readonly CallUsage[] {
  const usages = response.flatMap((value) => usagesIn(plain(value, 0), null, 0));
  const [first, ...later] = usages;
  if (first === undefined) return [];
  if (response.length === 1) return usages.map(({ usage, model }) => callUsage(usage, model));
  const model = usages.find((each) => each.model !== null)?.model ?? null;
  return [
    callUsage(
      later.reduce((merged, { usage }) => mergedWith(merged, usage), first.usage),
      model,
    ),
  ];
}

function mergedWith(before: UsageFields, after: UsageFields): UsageFields {
  const merged = Object.entries(after).map(([key, value]) => {
    const old = before[key];
    if (isUsageFields(value) && isUsageFields(old)) return [key, mergedWith(old, value)];
    return [key, value === null || (value === 0 && typeof old === "number") ? (old ?? value) : value];
  });
  return { ...before, ...Object.fromEntries(merged) };
}

/** Deeper than any batch result; a hostile paste ends here. */
const DEEPEST = 12;
/** Where a body keeps the whole of its usage; what is beside it are parts of the same. The AI SDK's total is over all its steps. */
const WHOLE = ["total_usage", "usage", "usage_metadata"];

function usagesIn(value: UsageValue, model: string | null, depth: number): readonly FoundUsage[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => usagesIn(item, model, depth + 1));
  if (!isUsageFields(value)) return [];
  const named = nameOf(value["model"]) ?? nameOf(value["model_version"]) ?? nameOf(value["model_id"]) ?? model;
  if (isUsage(value)) return [{ model: named, usage: value }];
  const whole = WHOLE.map((key) => value[key]).find((each) => isUsageFields(each) && isUsage(each));
  if (whole !== undefined && isUsageFields(whole)) return [{ model: named, usage: whole }];
  return Object.values(value).flatMap((inner) => usagesIn(inner, named, depth + 1));
}

const nameOf = (value: UsageValue | undefined): string | null =>
  typeof value === "string" && value !== "" ? value.slice(0, 200) : null;

/** The value with its keys in one spelling, `cacheReadInputTokens` → `cache_read_input_tokens`. */
function plain(value: unknown, depth: number): UsageValue {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null || depth > 2 * DEEPEST) return null;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [snakeCase(key), plain(inner, depth + 1)]));
}

const snakeCase = (key: string): string => key.replace(/[A-Z]/g, (letter, at) => `${at === 0 ? "" : "_"}${letter.toLowerCase()}`);
