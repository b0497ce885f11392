import { expect, test } from "vitest";
import { anOffer } from "../../../../../tests/builders/an-offer.ts";
import { usableApi } from "./row-buttons.ts";

const api = { baseUrl: "https://hostly.example/v1", dialect: "openai" } as const;

test.each([
  ["read at the platform", {}, api],
  ["read long ago", { age: "expired" }, api],
  ["of one catalogue", { evidence: "reported" }, null],
  ["in doubt", { doubts: [{ rule: "cacheAboveInput", cacheRead: 2, input: 1 }] }, null],
  ["of a tier that no request asks for", { tier: "batch" }, null],
  ["of a platform without a known API", { platform: "other" }, null],
] as const)("a price %s has the request it is to have", (_, offer, wanted) => {
  expect(usableApi(anOffer(offer), { hostly: { api } })).toEqual(wanted);
});
