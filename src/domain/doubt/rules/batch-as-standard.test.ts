import { expect, test } from "vitest";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { anOffer, type OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import type { PricedRow } from "../priced-row.ts";
import { batchAsStandard } from "./batch-as-standard.ts";

const sellers = new Map([["acme", aSeller({ kind: "direct", listMakers: ["acme"] })]]);
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
  expect(batchAsStandard(row, [row, batch], sellers, openWeights)).toEqual(doubt);
});
