import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { TIERS } from "../offer/tier.ts";
import type { ApiDialect } from "./api.ts";
import { takesRequest } from "./takes-request.ts";

test.each([
  ["openrouter", "acme/m", ["standard", "batch", "flex", "priority", "fast", "free"]],
  ["openai", "acme/m", ["standard", "flex", "priority", "free"]],
  ["anthropic", "acme/m", ["standard", "batch", "free"]],
  ["bedrock", "acme/m", ["standard", "free"]],
  ["gemini", "google/m", ["standard", "batch", "free"]],
  ["gemini", "acme/m", []],
] satisfies readonly (readonly [ApiDialect, string, readonly string[]])[])(
  "the %s dialect sells %s by one request at %j",
  (dialect, model, tiers) => {
    expect(TIERS.filter((tier) => takesRequest(anOffer({ model, tier }), { dialect }))).toEqual(tiers);
  },
);
