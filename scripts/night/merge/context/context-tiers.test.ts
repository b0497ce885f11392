import { expect, test } from "vitest";
import { aReading } from "../../../../tests/builders/a-reading.ts";
import { checkContextTiers } from "./context-tiers.ts";

const tier = { promptTokensAbove: 200_000, prices: {} };
const row = (model: string, platform: string, hand: "first" | "second" = "second") => ({
  model,
  reading: aReading({ key: { platform }, conditions: [tier], source: { hand } }),
});

test.each([
  ["anthropic/claude-opus-4.8", "azure", "second", 0],
  ["anthropic/claude-fable-5", "google-vertex", "second", 0],
  ["anthropic/claude-opus-4.6", "amazon-bedrock", "second", 0],
  ["anthropic/claude-opus-4.6", "amazon-bedrock", "first", 1],
  ["anthropic/claude-opus-4.7", "openrouter", "second", 0],
  ["anthropic/claude-sonnet-4.6", "vercel", "second", 0],
  ["anthropic/claude-sonnet-4.5", "azure", "second", 1],
  ["anthropic/claude-opus-4.8", "hostly", "second", 1],
  ["openai/gpt-5.4", "azure", "second", 1],
] as const)("%s on %s by a %s-hand source keeps %i prompt tiers", (model, platform, hand, kept) => {
  const { matched, findings } = checkContextTiers([row(model, platform, hand)]);
  expect(matched[0]?.reading.conditions).toHaveLength(kept);
  expect(findings).toHaveLength(1 - kept);
});

test("a tier that the maker's own card has too stays", () => {
  const [own, same] = [
    row("anthropic/claude-haiku-5.5", "anthropic", "first"),
    row("anthropic/claude-haiku-5.5", "amazon-bedrock"),
  ];
  const other = row("anthropic/claude-opus-5", "amazon-bedrock");
  const { matched, findings } = checkContextTiers([own, same, other]);
  expect(matched.map(({ reading }) => reading.conditions.length)).toEqual([1, 1, 0]);
  expect(findings).toHaveLength(1);
});
