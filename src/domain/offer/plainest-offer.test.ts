import { expect, test } from "vitest";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { plainestOffer } from "./plainest-offer.ts";

const plain: OfferOverrides = { prices: { input: "2", output: "4" } };

test.each<[string, OfferOverrides]>([
  ["a host behind a router", { ...plain, host: "swift", prices: { input: "1", output: "1" } }],
  ["a variant", { ...plain, variant: "turbo", prices: { input: "1", output: "1" } }],
  ["a region", { ...plain, region: "eu-west-1", prices: { input: "1", output: "1" } }],
  ["a quantization", { ...plain, quantization: "fp8", prices: { input: "1", output: "1" } }],
  ["a dearer one", { ...plain, region: "global", prices: { input: "3", output: "1" } }],
  ["one without an input price", { ...plain, region: "global", prices: { output: "1" } }],
])("the plain offer stands before %s", (_, other) => {
  const offers = [anOffer(other), anOffer(plain)].map((offer) => ({ offer }));
  expect(plainestOffer(offers, "hostly")?.offer).toEqual(anOffer(plain));
});

test.each<[string, OfferOverrides]>([
  ["of another platform", { ...plain, platform: "elsewhere" }],
  ["at another tier", { ...plain, tier: "batch" }],
  ["that is retired", { ...plain, status: "retired" }],
  ["without any price", { prices: {} }],
])("an offer %s is none", (_, other) => {
  expect(plainestOffer([{ offer: anOffer(other) }], "hostly")).toBeNull();
});

test("an output price alone is a price, a held offer is on sale, another tier can be asked for", () => {
  const outputOnly = { offer: anOffer({ prices: { output: "20" }, status: "held" }) };
  const batch = { offer: anOffer({ tier: "batch" }) };
  expect(plainestOffer([outputOnly, batch], "hostly")).toBe(outputOnly);
  expect(plainestOffer([outputOnly, batch], "hostly", "batch")).toBe(batch);
});

test("any order in gives the same offer out", () => {
  const rows = ["eu", "us", "ap"].map((region) => ({ offer: anOffer({ region }) }));
  expect(plainestOffer(rows.toReversed(), "hostly")).toBe(plainestOffer(rows, "hostly"));
});
