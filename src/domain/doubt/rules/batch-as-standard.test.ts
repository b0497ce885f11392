import { expect, test } from "vitest";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { anOffer, type OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import type { PricedRow } from "../priced-row.ts";
import { batchAsStandard } from "./batch-as-standard.ts";

const sellers = new Map([["acme", aSeller({ kind: "direct", listMakers: ["acme"] })]]);
const context = (bps: number | null) => ({ sellers, tierShareBps: () => bps });
const rowOf = (offer: OfferOverrides): PricedRow => ({
  offer: { ...anOffer(offer), contradictedBy: null },
  monthUsd: 1,
  uncachedUsd: 1,
  seller: offer.platform ?? "hostly",
  isFirstHand: offer.evidence === undefined,
});
const HALF = { input: "0.075", output: "0.3" };
const batch = rowOf({ platform: "acme", tier: "batch", prices: HALF });

test.each([
  ["the maker's batch price as a standard one", { prices: HALF, evidence: "mirror" }, false, true],
  ["another price", { prices: { input: "0.075", output: "0.31" }, evidence: "mirror" }, false, false],
  ["a batch of its own", { prices: HALF, tier: "batch", evidence: "mirror" }, false, false],
  ["the platform's own word", { prices: HALF }, false, false],
  ["open weights", { prices: HALF, evidence: "mirror" }, true, false],
  ["weights nobody knows of", { prices: HALF, evidence: "mirror" }, null, false],
] as const)("%s is doubtful: %j, open weights %s → %s", (_, offer, openWeights, isDoubtful) => {
  const row = rowOf({ platform: "gateway", ...offer });
  const doubt = isDoubtful ? { rule: "batchAsStandard", batchOffer: batch.offer.id } : null;
  expect(batchAsStandard(row, [row, batch], context(null), openWeights)).toEqual(doubt);
});

const kilo = { platform: "gateway", prices: HALF, evidence: "mirror" } as const;
const LIST = { input: "0.15", output: "0.6" };
const others = ["one", "two", "three"].map((platform) => rowOf({ platform, prices: LIST, evidence: "mirror" }));
const cheap = rowOf({ platform: "four", prices: HALF, evidence: "reported" });

test.each([
  ["half of what three others ask, which is the maker's share for batches", kilo, others, 5_000, true],
  ["but for rounding", { ...kilo, prices: { ...HALF, input: "0.0751" } }, others, 5_000, true],
  ["half of what two others ask", kilo, others.slice(1), 5_000, false],
  ["half of one figure alone", { ...kilo, prices: { ...HALF, output: "0.6" } }, others, 5_000, false],
  ["what somebody else asks too", kilo, [...others, cheap], 5_000, false],
  ["another share than the maker's", kilo, others, 8_000, false],
  ["where the maker says no share", kilo, others, null, false],
  ["the platform's own word", { platform: "gateway", prices: HALF }, others, 5_000, false],
] as const)("where nobody names the maker's batch: %s", (_, offer, beside, bps, isDoubtful) => {
  const row = rowOf(offer);
  const doubt = isDoubtful ? { rule: "batchAsStandard" } : null;
  expect(batchAsStandard(row, [row, ...beside], context(bps), false)).toEqual(doubt);
});
