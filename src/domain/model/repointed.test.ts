import { expect, test } from "vitest";
import { isRepointed } from "./repointed.ts";

const meaning = (releasedOn: string | null, canonicalSlug: string | null = null) => ({ releasedOn, canonicalSlug });

test.each([
  ["deepseek/deepseek-chat, V2.5 then V3", meaning("2024-05-14"), meaning("2024-12-26"), true],
  [
    "mistralai/devstral-small, 2505 then 2507",
    meaning(null, "m/devstral-small-2505"),
    meaning(null, "m/devstral-small-2507"),
    true,
  ],
  ["cohere/command-r-plus-04-2024, a mended date", meaning("2024-08-31"), meaning("2024-04-02"), false],
  ["a slug nobody had told before", meaning("2025-01-01", null), meaning("2025-01-01", "acme/nano-1"), false],
  ["a day nobody had told before", meaning(null), meaning("2025-01-01"), false],
])("%s", (_, before, after, expected) => {
  expect(isRepointed(before, after)).toBe(expected);
});
