import { CLOUDS } from "../../../../src/domain/platform/clouds.ts";
import type { Finding } from "../../../../src/domain/source/finding.ts";
import type { MatchedReading } from "../precedence.ts";

/** Anthropic's family names, then the version. */
const CLAUDE = /^anthropic\/claude-[a-z]+-(\d+)(?:\.(\d+))?/;

export interface CheckedTiers {
  readonly matched: readonly MatchedReading[];
  readonly findings: readonly Finding[];
}

/** Where catalogues show such a premium that the platform does not ask: the clouds, and routers whose own list has none. */
const WATCHED: ReadonlySet<string> = new Set([...CLOUDS, "openrouter", "vercel"]);

/**
 * Claude 4.6 and later have no long-context premium (Anthropic's price page, 2026-10-24), yet models.dev carries one for Azure, Vertex and
 * OpenRouter. There a second-hand prompt tier of such a model is left out unless a first-hand row has the same threshold: Haiku 5.5
 * costs more above 100,000 tokens at Anthropic, and so it does on Bedrock.
 */
export function checkContextTiers(matched: readonly MatchedReading[]): CheckedTiers {
  const confirmed = new Set(matched.flatMap((row) => (row.reading.source.hand === "first" ? thresholdsOf(row) : [])));
  const isLeftOut = (row: MatchedReading) =>
    needsConfirmation(row) && thresholdsOf(row).some((threshold) => !confirmed.has(threshold));
  const doubtful = matched.map(isLeftOut);
  return {
    matched: matched.map((row, index) => (doubtful[index] === true ? withoutTiers(row) : row)),
    findings: matched.flatMap((row, index) => (doubtful[index] === true ? [finding(row)] : [])),
  };
}

/** `"anthropic/claude-haiku-5.5 100000"`: one for each of a row's prompt tiers. */
const thresholdsOf = ({ model, reading }: MatchedReading): readonly string[] =>
  reading.conditions.flatMap((condition) =>
    "promptTokensAbove" in condition ? [`${model} ${condition.promptTokensAbove}`] : [],
  );

function needsConfirmation({ model, reading }: MatchedReading): boolean {
  if (!WATCHED.has(reading.key.platform) || reading.source.hand === "first") return false;
  return isFlatClaude(model) && reading.conditions.some((condition) => "promptTokensAbove" in condition);
}

/** Opus 4.6 → true, Sonnet 4.5 → false, Fable 5 → true. */
export function isFlatClaude(model: string): boolean {
  const [, major, minor = "0"] = CLAUDE.exec(model) ?? [];
  return major !== undefined && Number(major) * 100 + Number(minor) >= 406;
}

function withoutTiers({ model, reading }: MatchedReading): MatchedReading {
  return {
    model,
    reading: { ...reading, conditions: reading.conditions.filter((condition) => !("promptTokensAbove" in condition)) },
  };
}

const finding = ({ model, reading }: MatchedReading): Finding => ({
  rule: "unconfirmedContextTier",
  action: "note",
  scope: "offer",
  subject: `${model}@${reading.key.platform}`,
  detail: `${reading.source.id} has a prompt tier for ${reading.upstreamId} that no curated row confirms: left out`,
});
