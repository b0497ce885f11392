import { describe, expect, test } from "vitest";
import { FreePrice, freePriceOn } from "./free-price.ts";

const plain = {
  platform: "acme",
  upstreamId: "nano",
  means: "free",
  validFrom: "2026-08-20",
  validTo: "2026-08-28",
  sourceUrl: "https://acme.example/pricing",
  observedOn: "2026-08-24",
  confidence: "high",
};
const song = { song: { amount: "0.08", per: "song" } };

describe("a line about a zero price", () => {
  test.each([
    ["2026-08-19", null],
    ["2026-08-20", "free"],
    ["2026-08-27", "free"],
    ["2026-08-28", null],
  ])("holds on %s as %j", (day, means) => {
    expect(freePriceOn([FreePrice.parse(plain)], { platform: "acme", upstreamId: "nano" }, day)?.means ?? null).toBe(means);
  });

  test.each([
    ["another platform", { platform: "hostly", upstreamId: "nano" }],
    ["another model", { platform: "acme", upstreamId: "nano-pro" }],
  ])("says nothing of %s", (_, offer) => {
    expect(freePriceOn([FreePrice.parse(plain)], offer, "2026-08-22")).toBeNull();
  });

  test("may say what is billed instead", () => {
    expect(FreePrice.parse({ ...plain, means: "otherUnit", unitPrices: song }).unitPrices).toEqual(song);
  });

  test.each([
    ["free and yet priced", { unitPrices: song }],
    ["in another unit without its price", { means: "otherUnit" }],
    ["over before it begins", { validTo: "2026-08-20" }],
    ["without a source", { sourceUrl: "somebody said so" }],
  ])("%s is refused", (_, differs) => {
    expect(FreePrice.safeParse({ ...plain, ...differs }).success).toBe(false);
  });
});
