import { expect, test } from "vitest";
import { aReading } from "../../tests/builders/a-reading.ts";
import { withoutLeftovers } from "./leftovers.ts";

const row = (model: string, platform: string, source: string, tier: "standard" | "batch" = "standard") => ({
  model,
  reading: aReading({ key: { platform, tier }, source: { id: source } }),
});

test.each([
  ["a platform models.dev reads without it", row("acme/old", "hostly", "litellm"), 1],
  ["a platform models.dev reads with it, at another tier", row("acme/nano", "hostly", "litellm", "batch"), 2],
  ["a platform nobody else reads", row("acme/old", "elsewhere", "litellm"), 2],
  ["a cloud", row("acme/old", "azure", "litellm"), 2],
  ["its own source being another", row("acme/old", "hostly", "list-prices"), 2],
])("a LiteLLM row on %s: %#", (_, extra, kept) => {
  const { matched, findings } = withoutLeftovers([row("acme/nano", "hostly", "models.dev"), extra]);
  expect(matched).toHaveLength(kept);
  expect(findings).toHaveLength(2 - kept);
});
