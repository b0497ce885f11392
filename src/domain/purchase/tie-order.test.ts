import { expect, test } from "vitest";
import { aSchedule, aSeller } from "../../../tests/builders/a-schedule.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { Sellers } from "../offer/seller.ts";
import { compareTied } from "./tie-order.ts";

const sellers: Sellers = new Map([
  ["zeta", aSeller({ kind: "direct", listMakers: ["zeta"], fees: null })],
  ["other-maker", aSeller({ kind: "direct", listMakers: ["other"] })],
  ["yonder-cloud", aSeller({ kind: "cloud" })],
  ["known", aSeller({ kind: "router" })],
  ["aaa-unknown", aSeller({ kind: "router", fees: aSchedule({ topUp: null }) })],
  ["aab-unread", aSeller({ kind: "router", fees: null })],
]);

test("of equal months the maker stands first, then clouds, known fees, unknown ones, stronger evidence, the offer id", () => {
  const at = (platform: string) => anOffer({ id: `zeta/one@${platform}`, model: "zeta/one", platform });
  const offers = ["aaa-unknown", "aab-unread", "known", "other-maker", "yonder-cloud", "zeta", "nobody"].map(at);
  offers.push(anOffer({ id: "zeta/one@aaa-copied", model: "zeta/one", platform: "aaa-copied", evidence: "mirror" }));
  expect(offers.toSorted((a, b) => compareTied(a, b, sellers)).map(({ platform }) => platform)).toEqual([
    "zeta",
    "yonder-cloud",
    "known",
    "other-maker",
    "aaa-unknown",
    "aab-unread",
    "nobody",
    "aaa-copied",
  ]);
});

test("of equal months the one with the model's thinking stands before the one without it, whoever sells it", () => {
  const at = (platform: string, variant: string | null) =>
    anOffer({ id: `zeta/one@${platform};${variant}`, model: "zeta/one", platform, variant });
  const offers = [at("zeta", "non-reasoning"), at("zeta", "reasoning"), at("known", "nothink"), at("nobody", null)];
  expect(offers.toSorted((a, b) => compareTied(a, b, sellers)).map(({ platform, variant }) => `${platform} ${variant}`)).toEqual([
    "zeta reasoning",
    "nobody null",
    "known nothink",
    "zeta non-reasoning",
  ]);
});
