import { expect, test } from "vitest";
import { anOffer } from "../../../../../tests/builders/an-offer.ts";
import { takesOrders } from "./row-buttons.ts";

test.each([
  ["read at the platform", {}, true],
  ["read long ago", { age: "expired" }, true],
  ["of one catalogue", { evidence: "reported" }, false],
  ["in doubt", { doubts: [{ rule: "cacheAboveInput", cacheRead: 2, input: 1 }] }, false],
  ["of a tier that no request asks for", { tier: "batch" }, false],
  ["of a platform without a known API", { platform: "other" }, false],
] as const)("a price %s has a request or none", (_, offer, wanted) => {
  expect(takesOrders(anOffer(offer), { hostly: { dialect: "openai" } })).toBe(wanted);
});
