import { expect, test } from "vitest";
import type { SourceId } from "./sources.ts";
import { isWitnessFor } from "./witness.ts";

test.each<[of: SourceId, by: SourceId, platform: string, expected: boolean]>([
  ["litellm", "models.dev", "groq", true],
  ["models.dev", "litellm", "groq", true],
  ["models.dev", "pi-ai", "groq", false],
  ["pi-ai", "models.dev", "groq", false],
  ["litellm", "litellm", "groq", false],
  ["litellm", "groq-pricing", "groq", true],
  ["litellm", "list-prices", "groq", true],
  ["groq-pricing", "list-prices", "groq", true],
  ["groq-pricing", "litellm", "groq", false],
  ["litellm", "models.dev", "openrouter", false],
  ["models.dev", "openrouter-models", "openrouter", true],
])("of %s, by %s at %s: %s", (of, by, platform, expected) => {
  expect(isWitnessFor(of, by, platform)).toBe(expected);
});
