import { expect, test } from "vitest";
import { platforms, run, sellers } from "../../../src/data/catalog.ts";
import { sellerOn } from "../../../src/domain/platform/platform.ts";
import { ModelFile, PlatformsFile } from "../src/site/shapes.ts";

/** What the site writes today against what a version of ours reads for years. */

test("the fees of every platform are read as the site bills with them", () => {
  const parsed = PlatformsFile.parse(JSON.parse(JSON.stringify(platforms)));
  expect(parsed.length).toBe(platforms.length);
  for (const platform of parsed) {
    const { hosts: _, ...seller } = sellers.get(platform.id) ?? {};
    expect(sellerOn(platform, run.asOf)).toEqual(seller);
  }
});

const OFFER = {
  ...{ id: "acme/nova@acme", platform: "acme", host: null, region: null, regionGroup: null, tier: "standard" },
  ...{ quantization: null, variant: null, upstreamId: "nova", contextTokens: null, maxOutputTokens: null },
  ...{ prices: { input: "3", output: null }, gaps: {}, unitPrices: {}, conditions: [], unreadMeters: [], status: "current" },
  ...{ heldBecause: null, confirmedBy: null, via: null, evidence: "own", age: "fresh", doubts: [] },
  source: { id: "openai-pricing", url: "https://acme.example", readAt: "2026-08-22T00:00:00Z", hand: "first" },
  restsOn: { id: "openai-pricing", url: "https://acme.example", readAt: "2026-08-22T00:00:00Z", hand: "first" },
};
const read = (more: object) => ModelFile.safeParse({ model: { id: "acme/nova" }, offers: [{ ...OFFER, ...more }] });

test.each([
  ["a field that is added", { colour: "red" }],
  ["a meter that is added", { prices: { input: "3", video: "8" } }],
  ["a source that is added", { source: { ...OFFER.source, id: "a-new-one", page: 3 } }],
  ["a group of regions that is added", { regionGroup: "moon" }],
  ["a rule of doubt that is added", { doubts: [{ rule: "looksOdd", by: 3 }] }],
])("%s changes nothing for an older version", (_, more) => {
  const { data } = read(more);
  expect(data?.offers[0]?.prices).toEqual({ input: 3_000_000 });
});

test.each([
  ["a price that is no decimal", { prices: { input: "about 3" } }],
  ["a price that is a number", { prices: { input: 3 } }],
  ["no evidence", { evidence: undefined }],
  ["a source with an address that is none", { restsOn: { ...OFFER.source, url: "javascript:alert(1)" } }],
])("%s is not read as if it were right", (_, more) => {
  expect(read(more).success).toBe(false);
});
