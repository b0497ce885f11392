import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { sourceAge } from "./run.ts";
import { isStale } from "./staleness.ts";

test.each([
  ["a fresh price", { age: "fresh" }, false],
  ["one past its source's budget", { age: "aging" }, true],
  ["one nobody confirmed for 60 days", { age: "expired" }, true],
  ["what is withdrawn", { age: "expired", status: "retired" }, false],
] as const)("%s: stale is %j", (_, offer, stale) => {
  expect(isStale(anOffer(offer))).toBe(stale);
});

test.each([
  ["openrouter-models", "2026-11-17T23:59:59Z", 3, false],
  ["openrouter-models", "2026-11-16T00:00:00Z", 4, true],
  ["models.dev", "2026-09-30T00:00:00Z", 51, true],
  ["litellm", "2026-11-06T00:00:00Z", 14, false],
  ["lmarena", "2026-10-02T00:00:00Z", 49, true],
  ["litellm", "2026-11-28T00:00:00Z", 0, false],
] as const)("%s read at %s is %d days old by the data of 20 November, over its budget: %j", (id, readAt, days, isOverBudget) => {
  expect(sourceAge({ id, readAt }, "2026-11-20")).toEqual({ days, isOverBudget });
});
