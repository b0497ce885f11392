import { expect, test } from "vitest";
import { aFact, aPlatform } from "../../../tests/builders/platform/a-platform.ts";
import { apiOn, feeScheduleOn, sellerOn } from "./platform.ts";

const DAY = "2026-08-22";
const API = { baseUrl: "https://api.acme.test/v1", speaks: ["openai", "anthropic"], keyEnv: "ACME_API_KEY" };

test("a platform of whose fees nothing is known has no schedule", () => {
  expect(sellerOn(aPlatform(), DAY)).toEqual({ name: "Acme", kind: "host", listMakers: [], fees: null });
});

test("a platform knows what routers call it, where that is not its id", () => {
  const hosts = ["acme", "acme-studio"].map((slug) => ({ slug, name: slug, headquarters: null, platform: "acme" }));
  expect(sellerOn(aPlatform(), DAY, hosts).hosts).toEqual(["acme-studio"]);
  expect(sellerOn(aPlatform(), DAY, hosts.slice(0, 1)).hosts).toBeUndefined();
});

test("what was not read of the fees is null", () => {
  const router = aPlatform({ kind: "router", fees: { topUp: aFact([]) } });
  expect(feeScheduleOn(router, DAY)).toEqual({
    topUp: [],
    bonuses: [],
    byok: null,
    tokenMarkupBps: null,
    subscriptionCentsPerMonth: null,
  });
});

test.each([
  ["direct", 0],
  ["cloud", 0],
  ["host", 0],
  ["router", null],
  ["reseller", null],
  ["byok", null],
])("a %s of which no markup was read has %s", (kind, markupBps) => {
  expect(feeScheduleOn(aPlatform({ kind }), DAY).tokenMarkupBps).toBe(markupBps);
});

test("a stated markup wins", () => {
  expect(feeScheduleOn(aPlatform({ fees: { tokenMarkupBps: aFact(500) } }), DAY).tokenMarkupBps).toBe(500);
});

test("the first dialect is the one its address speaks", () => {
  expect(apiOn(aPlatform({ api: aFact(API) }), DAY)).toEqual({ baseUrl: "https://api.acme.test/v1", dialect: "openai" });
});

test.each([
  { baseUrl: null, speaks: ["openai"], keyEnv: null },
  { baseUrl: "https://api.acme.test", speaks: [], keyEnv: null },
])("without address or dialect there is no way to call it: %o", (value) => {
  expect(apiOn(aPlatform({ api: aFact(value) }), DAY)).toBeNull();
});

test.each([
  ["a fact without a source", { freeTier: [{ value: { offered: true, says: "Yes." }, date: "2026-08-01", confidence: "high" }] }],
  [
    "a fact without a day",
    { freeTier: [{ value: { offered: true, says: "Yes." }, sourceUrl: "https://acme.test", confidence: "high" }] },
  ],
  ["an empty list of versions", { freeTier: [] }],
  ["a kind nobody has named", { kind: "marketplace" }],
  ["a key nobody has named", { price: "low" }],
])("%s is refused", (_, differs) => {
  expect(() => aPlatform(differs)).toThrow();
});
