import type { Meter } from "../../../../../src/domain/offer/meter.ts";
import type { Tier } from "../../../../../src/domain/offer/offer.ts";

/** What a usage type of the AWS price list says of its line. */
export interface AwsUsage {
  readonly meter: Meter;
  readonly tier: Tier;
  readonly variant: string | null;
  /** Sold through the global profile; else in one region, and through the geographic profiles that bill as their region does. */
  readonly isGlobal: boolean;
  readonly isLongContext: boolean;
  /** The id of the bedrock-mantle endpoint, where the line is of that. */
  readonly mantleId: string | null;
}

const REGION = /^[A-Z]{2,4}\d?-(?:MP:[A-Z]{2,4}\d?_)?/;
const DROPPED =
  /reserved|tpm|provisioned|model-?unit|customization|custom-model|storage|training|image|audio|video|speech|guardrail/;

/**
 * `USW2-MP:USW2_cache_read_tokens_global_standard-Units` is cached input through the global profile, `USE1-Nova2.0Lite-input-tokens-cross-region-global-batch`
 * input through it in a batch, `USE1-xai.grok-4.3-mantle-input-tokens-flex` flex input of another endpoint. Null: it is no line of text tokens.
 */
export function readAwsUsage(usageType: string): AwsUsage | null {
  const bare = usageType.replace(REGION, "").replace(/-Units$/, "");
  const [mantleId = null] = bare.includes("-mantle-") ? bare.split("-mantle-") : [];
  const words = (mantleId === null ? bare : bare.slice(mantleId.length))
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
  const meter = DROPPED.test(words) ? null : meterOf(words);
  if (meter === null) return null;
  return {
    meter,
    tier: (["flex", "priority", "batch"] as const).find((tier) => new RegExp(`(^|-)${tier}(-|$)`).test(words)) ?? "standard",
    variant: words.includes("latency-optimized") ? "latency-optimized" : null,
    isGlobal: /(^|-)global(-|$)/.test(words),
    isLongContext: /long-(ctx|context)/.test(words),
    mantleId,
  };
}

/** In this order: a cache's name holds `input` too. OpenAI's default cache write is one of 30 minutes. */
function meterOf(words: string): Meter | null {
  if (/cache-?read/.test(words)) return "cacheRead";
  if (/cache-?write/.test(words)) return /1h/.test(words) ? "cacheWrite1h" : "cacheWrite5m";
  if (/(^|-)input(-|$)/.test(words)) return "input";
  return /(^|-)(output|response)(-|$)/.test(words) ? "output" : null;
}
