import { CLOUDS } from "../../../src/domain/platform/clouds.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import type { MatchedReading } from "./precedence.ts";

/** Anthropic's family names, then the version. */
const CLAUDE = /^anthropic\/claude-[a-z]+-(\d+)(?:\.(\d+))?/;

export interface CheckedTiers {
  readonly matched: readonly MatchedReading[];
  readonly findings: readonly Finding[];
}

/**
 * Claude 4.6 and later have no long-context premium (Anthropic's price page, 2026-10-24), yet models.dev carries one for Azure and Vertex.
 * On the three clouds a second-hand prompt tier of such a model is left out until a curated row confirms it (design §4).
 */
export function checkContextTiers(matched: readonly MatchedReading[]): CheckedTiers {
  const doubtful = matched.map((row) => needsConfirmation(row));
  return {
    matched: matched.map((row, index) => (doubtful[index] === true ? withoutTiers(row) : row)),
    findings: matched.flatMap((row, index) => (doubtful[index] === true ? [finding(row)] : [])),
  };
}

function needsConfirmation({ model, reading }: MatchedReading): boolean {
  if (!CLOUDS.has(reading.key.platform) || reading.source.hand === "first") return false;
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
