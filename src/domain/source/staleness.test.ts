import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { isStale } from "./staleness.ts";

test.each([
  ["a fresh price", { age: "fresh" }, false],
  ["one past its source's budget", { age: "aging" }, true],
  ["one nobody confirmed for 60 days", { age: "expired" }, true],
  ["what is withdrawn", { age: "expired", status: "retired" }, false],
] as const)("%s: stale is %j", (_, offer, stale) => {
  expect(isStale(anOffer(offer))).toBe(stale);
});
