import { expect, test } from "vitest";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import { DEFAULT_RANK_OPTIONS, rankOffers } from "../../domain/ranking/cheapest.ts";
import { sellerLabel } from "../../site/words/seller-label.ts";
import { offerWords, orderedOffers } from "./offer-order.ts";
import type { ModelOfferLine } from "./offers/offer-line.ts";
import { DEFAULT_VIEW, type OfferView } from "./offers-state.ts";

const sellers: Sellers = new Map([
  ["acme", aSeller({ kind: "direct" })],
  ["clouds", aSeller({ kind: "cloud" })],
  ["hostly", aSeller()],
]);
const second = { id: "litellm", url: "https://example.com", readAt: "2026-08-12T00:00:00Z", hand: "second" } as const;
const OFFERS: readonly OfferOverrides[] = [
  { platform: "acme", prices: { input: "5", output: "9", cacheRead: "0.5" } },
  {
    platform: "clouds",
    region: "eu-west-1",
    regionGroup: "eu",
    prices: { input: "4", output: "20" },
    source: second,
    evidence: "mirror",
  },
  { platform: "hostly", quantization: "fp8", prices: { input: "6", output: "6", cacheRead: "0" } },
  { platform: "hostly", quantization: "bf16", prices: { output: "1" } },
];
const ranked = rankOffers(OFFERS.map(anOffer), aWorkload(), sellers, DEFAULT_RANK_OPTIONS);
const NAMES: Readonly<Record<string, string>> = { acme: "Acme", clouds: "big Clouds", hostly: "Hostly" };
const DELTAS: Readonly<Record<string, number>> = { acme: 0, clouds: -2_000 };
const rows = ranked.map((row): ModelOfferLine => {
  const input = DELTAS[row.offer.platform] ?? null;
  const pair = { input, output: null };
  return {
    ...row,
    seller: sellerLabel({ ...row.offer, platformName: NAMES[row.offer.platform] ?? "" }),
    place: "other",
    platformPath: null,
    deltas: input === null ? null : { bps: pair, microUsdPerMTok: pair },
    comparedOn: null,
    isList: false,
    isToMedian: false,
  };
});
const found = (view: Partial<OfferView>) =>
  orderedOffers(rows, { ...DEFAULT_VIEW, ...view }, sellers).map(({ offer }) =>
    offer.quantization === null ? offer.platform : offer.quantization,
  );

test.each<[OfferView["sort"], readonly string[], readonly string[]]>([
  ["month", ["clouds", "acme", "fp8", "bf16"], ["fp8", "acme", "clouds", "bf16"]],
  ["name", ["acme", "clouds", "fp8", "bf16"], ["fp8", "bf16", "clouds", "acme"]],
  ["delta", ["clouds", "acme", "fp8", "bf16"], ["acme", "clouds", "fp8", "bf16"]],
  ["input", ["clouds", "acme", "fp8", "bf16"], ["fp8", "acme", "clouds", "bf16"]],
  ["output", ["bf16", "fp8", "acme", "clouds"], ["clouds", "acme", "fp8", "bf16"]],
  ["cache-read", ["acme", "fp8", "clouds", "bf16"], ["acme", "fp8", "clouds", "bf16"]],
  ["cache-write", ["clouds", "acme", "fp8", "bf16"], ["clouds", "acme", "fp8", "bf16"]],
  ["read", ["clouds", "acme", "fp8", "bf16"], ["acme", "fp8", "bf16", "clouds"]],
])("by %s, up and down: free after prices, no figure last both ways, ties by month", (sort, up, down) => {
  expect(found({ sort, order: "ascending" })).toEqual(up);
  expect(found({ sort, order: "descending" })).toEqual(down);
});

test.each<[Partial<OfferView>, readonly string[]]>([
  [{ kinds: ["cloud", "direct"] }, ["clouds", "acme"]],
  [{ regions: ["eu"] }, ["clouds"]],
  [{ quantizations: ["fp8"] }, ["fp8"]],
  [{ firstHand: true }, ["acme", "fp8", "bf16"]],
  [{ firstHand: true, kinds: ["cloud"] }, []],
])("%j leaves %j", (view, left) => {
  expect(found(view)).toEqual(left);
});

test("there is a choice only where offers differ", () => {
  const offers = ranked.map(({ offer }) => offer);
  expect(offerWords(offers, sellers)).toEqual({
    kinds: ["cloud", "direct", "host"],
    regions: ["eu"],
    quantizations: ["bf16", "fp8"],
  });
  expect(offerWords(offers.slice(0, 1), sellers)).toEqual({ kinds: [], regions: [], quantizations: [] });
});

test.each(["", "descending"] as const)(
  "by month a held row stands behind those in the race, in either direction (%j)",
  (order) => {
    const [first, ...others] = rows;
    if (first === undefined) throw new Error("no row");
    const held = { ...first, ineligible: "notCurrent" as const };
    const sorted = orderedOffers([held, ...others], { ...DEFAULT_VIEW, sort: "month", order }, sellers);
    expect(sorted.map((row) => row.offer.id).indexOf(held.offer.id)).toBe(2);
  },
);
