import { expect, test } from "vitest";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { monthCost } from "../cost/landed-cost.ts";
import type { Sellers } from "../offer/seller.ts";
import { contenders, fits, ineligible } from "./eligibility.ts";

const sellers: Sellers = new Map([
  ["hostly", aSeller()],
  ["ownkey", aSeller({ kind: "byok" })],
]);

test.each([
  ["an offer of the standard tier", {}, null],
  ["the batch tier", { tier: "batch" }, "otherTier"],
  ["the flex tier", { tier: "flex" }, "otherTier"],
  ["a free variant", { tier: "free", prices: { input: "0", output: "0" } }, "free"],
  ["a standard offer at zero", { prices: { input: "0", output: "0" } }, "free"],
  ["a held offer", { status: "held" }, "notCurrent"],
  ["a retired offer", { status: "retired" }, "notCurrent"],
  ["a platform that sells no tokens", { platform: "ownkey" }, "ownKey"],
  ["a model sold for consent to training", { model: "acme/spark-contributor" }, "conditional"],
  ["a variant sold for consent to training", { variant: "contributor" }, "conditional"],
  ["an offer without a price", { prices: {} }, "unpriced"],
  ["a context shorter than the prompt", { contextTokens: 999 }, "doesNotFit"],
  ["a context as long as the prompt", { contextTokens: 1_000 }, null],
  ["an output limit below the answer", { maxOutputTokens: 9 }, "doesNotFit"],
  ["a meter nobody could read", { unreadMeters: ["x"] }, null],
] as const)("%s: %j → %s", (_, overrides, reason) => {
  const { unreadMeters, ...rest } = { unreadMeters: undefined, ...overrides };
  const offer = anOffer({ ...rest, ...(unreadMeters === undefined ? {} : { unreadMeters: [...unreadMeters] }) });
  const request = aWorkload({ outputTokens: 10 });
  expect(ineligible(offer, monthCost(offer, request, null), request, sellers)).toBe(reason);
});

test("an unknown limit fits", () => {
  expect(fits({ contextTokens: null, maxOutputTokens: null }, aWorkload({ inputTokens: 10_000_000, outputTokens: 10_000 }))).toBe(
    true,
  );
});

test("contenders are what could be cheapest and the batch cards beside it", () => {
  const held = anOffer({ platform: "held", status: "held" });
  const heldBatch = anOffer({ tier: "batch", status: "held" });
  const batch = anOffer({ tier: "batch" });
  const free = anOffer({ platform: "free", prices: { input: "0", output: "0" } });
  expect(contenders([held, heldBatch, batch, free], sellers)).toEqual([batch]);
});
