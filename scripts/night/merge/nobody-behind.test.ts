import { expect, test } from "vitest";
import type { Ending } from "../../../src/domain/history/ending.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { nobodyBehind, type SoldWorld } from "./nobody-behind.ts";

const platforms: SoldWorld["platforms"] = [
  { id: "acme", kind: "direct", listMakers: ["acme"] },
  { id: "passing", kind: "router", listMakers: [] },
  { id: "resold", kind: "reseller", listMakers: [] },
  { id: "azure", kind: "cloud", listMakers: [] },
];
const shutDown: Ending = {
  platform: "acme",
  model: "acme/nano",
  why: "retired",
  goneOn: "2026-10-10",
  sourceUrl: "https://example.com/notice",
};
const sold = (platform: string, day: string): OfferOverrides => ({
  id: `acme/nano@${platform}`,
  model: "acme/nano",
  platform,
  source: { id: "models.dev", url: "https://example.com", readAt: `${day}T00:00:00Z`, hand: "second" },
});
const ended = (offers: readonly OfferOverrides[], ending: Ending = shutDown, openWeights: boolean | null = false) => [
  ...nobodyBehind(offers.map(anOffer), [ending], { platforms, models: [{ id: "acme/nano", openWeights }] }).keys(),
];
const left = [sold("passing", "2026-09-30"), sold("resold", "2026-10-09")];

test("routers and resellers that were read before the maker shut closed weights down have nobody to pass requests to", () => {
  expect(ended(left)).toEqual(["acme/nano@passing", "acme/nano@resold"]);
});

test.each([
  ["a cloud that has the weights too", [...left, sold("azure", "2026-09-30")], shutDown, false],
  ["one router that was read since", [...left, sold("passing", "2026-10-10")], shutDown, false],
  ["open weights, which anybody may run", left, shutDown, true],
  ["weights nobody knows of", left, shutDown, null],
  ["a day nobody knows", left, { ...shutDown, goneOn: null }, false],
  ["a seller that stopped, where the maker goes on", left, { ...shutDown, platform: "azure", why: "withdrawn" }, false],
  ["another model", left, { ...shutDown, model: "acme/nova" }, false],
] as const)("nothing ends for %s", (_, offers, ending, openWeights) => {
  expect(ended(offers, ending, openWeights)).toEqual([]);
});
