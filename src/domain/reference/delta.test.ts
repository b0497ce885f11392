import fc from "fast-check";
import { expect, test } from "vitest";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { Sellers } from "../offer/seller.ts";
import {
  conditionReference,
  deltaBps,
  deltasTo,
  listOffer,
  medianHost,
  pricePair,
  referenceFor,
  unconfirmedList,
} from "./delta.ts";

const sellers: Sellers = new Map([
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"] })],
  ["acme-cn", aSeller({ kind: "direct" })],
  ["openrouter", aSeller({ kind: "router" })],
  ["hostly", aSeller()],
  ["ownkey", aSeller({ kind: "byok" })],
]);

test.each([
  [4_250_000, 5_000_000, -1_500],
  [5_500_000, 5_000_000, 1_000],
  [5_000_000, 5_000_000, 0],
  [1_000_050, 1_000_000, 1],
  [999_950, 1_000_000, -1],
  [1_000_049, 1_000_000, 0],
  [999_951, 1_000_000, 0],
  [0, 5_000_000, -10_000],
  [1, 3, -6_667],
  [5, 3, 6_667],
])("%i against %i is %i basis points", (price, reference, bps) => {
  expect(deltaBps(price, reference)).toBe(bps);
});

test.each([
  [null, 1],
  [1, null],
  [1, 0],
  [0, 0],
])("%s against %s has no delta", (price, reference) => {
  expect(deltaBps(price, reference)).toBeNull();
});

test("a list that catalogues alone give, or that something speaks against, is no reference and told apart", () => {
  const sellers = new Map([["acme", aSeller({ kind: "direct", listMakers: ["acme"] })]]);
  const doubts = [{ rule: "cacheAboveInput", cacheRead: 2, input: 1 }] as const;
  for (const how of [{ evidence: "reported" }, { evidence: "corroborated" }, { evidence: "mirror" }, { doubts }] as const) {
    const list = anOffer({ platform: "acme", ...how });
    expect(referenceFor([anOffer(), list], "acme", sellers)?.kind).toBe("medianHost");
    expect(unconfirmedList([anOffer(), list], "acme", sellers)).toBe(list);
  }
  const list = anOffer({ platform: "acme", evidence: "transcribed" });
  expect(referenceFor([anOffer(), list], "acme", sellers)?.kind).toBe("list");
  expect(unconfirmedList([anOffer(), list], "acme", sellers)).toBeNull();
});

test("a delta is the nearest whole basis point, halves away from zero, and flips with its sign", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (price, reference) => {
      const bps = BigInt(deltaBps(price, reference) ?? Number.NaN);
      const exact = BigInt(price - reference) * 10_000n;
      const off = bps * BigInt(reference) - exact;
      expect(2n * (off < 0n ? -off : off) <= BigInt(reference)).toBe(true);
      if (price <= 2 * reference) expect(deltaBps(2 * reference - price, reference)).toBe(0 - Number(bps) || 0);
    }),
  );
});

test("both meters have their difference in basis points and in money", () => {
  const list = pricePair(anOffer({ prices: { input: "5", output: "25" } }), null);
  expect(deltasTo(pricePair(anOffer({ prices: { input: "4.25" } }), null), list)).toEqual({
    bps: { input: -1_500, output: null },
    microUsdPerMTok: { input: -750_000, output: null },
  });
});

test("the list offer is the maker's own plain standard row", () => {
  const list = anOffer({ platform: "acme" });
  const others = [
    anOffer({ platform: "acme", region: "us", prices: { input: "1.1", output: "2.2" } }),
    anOffer({ platform: "acme", variant: "thinking" }),
    anOffer({ platform: "acme", quantization: "fp8" }),
    anOffer({ platform: "acme", tier: "batch" }),
    anOffer({ platform: "acme-cn" }),
    anOffer({ platform: "openrouter", host: "acme" }),
  ];
  expect(listOffer([...others, list], "acme", sellers)).toBe(list);
  expect(listOffer([list], "other", sellers)).toBeNull();
  expect(listOffer([{ ...list, status: "retired" }], "acme", sellers)).toBeNull();
  expect(listOffer([anOffer({ platform: "acme", prices: {} })], "acme", sellers)).toBeNull();
});

test("of two plain enough rows the unquantized one is the list offer, whatever their ids", () => {
  const global = anOffer({ platform: "acme", region: "global" });
  const quantized = anOffer({ platform: "acme", quantization: "fp8" });
  expect(quantized.id < global.id).toBe(true);
  expect(listOffer([quantized, global], "acme", sellers)).toBe(global);
});

test("a global row is as plain as one without a region, and a regional one will do where there is no other", () => {
  const global = anOffer({ platform: "acme", region: "global" });
  const us = anOffer({ platform: "acme", region: "us" });
  expect(listOffer([us, global], "acme", sellers)).toBe(global);
  expect(listOffer([us], "acme", sellers)).toBe(us);
});

test("without a direct seller the reference is the median of those who run the weights", () => {
  const hosts = [
    anOffer({ platform: "openrouter", host: "a", prices: { input: "1", output: "4" } }),
    anOffer({ platform: "openrouter", host: "b", prices: { input: "2", output: "5" } }),
    anOffer({ platform: "openrouter", host: "b", quantization: "fp8", prices: { input: "9", output: "9" } }),
    anOffer({ platform: "hostly", prices: { input: "3", output: "6" } }),
  ];
  const noVote = [
    anOffer({ platform: "openrouter", prices: { input: "0.1", output: "0.1" } }),
    anOffer({ platform: "ownkey", prices: { input: "0.1", output: "0.1" } }),
    anOffer({ platform: "openrouter", host: "c", tier: "flex", prices: { input: "0.1", output: "0.1" } }),
    anOffer({ platform: "openrouter", host: "d", prices: { input: "0", output: "0" } }),
    anOffer({ platform: "openrouter", host: "e", status: "held", prices: { input: "0.1", output: "0.1" } }),
    anOffer({ platform: "openrouter", host: "f", prices: {} }),
  ];
  expect(referenceFor([...noVote, ...hosts], "acme", sellers)).toEqual({
    kind: "medianHost",
    hosts: 3,
    prices: { input: 2_000_000, output: 5_000_000 },
  });
  expect(medianHost(noVote, sellers)).toBeNull();
});

test("a host has one vote, also where a router calls it by another name than its own", () => {
  const known = new Map([...sellers, ["hostly-ai", aSeller({ hosts: ["hostly"] })]]);
  const offers = [
    anOffer({ platform: "hostly-ai", prices: { input: "2", output: "2" } }),
    anOffer({ platform: "openrouter", host: "hostly", prices: { input: "1", output: "3" } }),
    anOffer({ platform: "openrouter", host: "other", prices: { input: "5", output: "8" } }),
    anOffer({ platform: "openrouter", host: "third", prices: { input: "6", output: "9" } }),
  ];
  expect(medianHost(offers, known)).toEqual({
    kind: "medianHost",
    hosts: 3,
    prices: { input: 5_000_000, output: 8_000_000 },
  });
});

test("with a direct seller the reference is its list price", () => {
  const list = anOffer({ platform: "acme" });
  expect(referenceFor([anOffer(), list], "acme", sellers)).toMatchObject({ kind: "list", offer: list });
});

const tier = { promptTokensAbove: 200_000, prices: { input: "4", output: "18" } };
const window = { utc: ["01:00", "04:00"] as const, days: ["mon"], prices: { input: "3" } };

test("a condition card is compared with the list's same condition, else with its base", () => {
  const list = anOffer({ platform: "acme", conditions: [tier, window] });
  const reference = { kind: "list", offer: list, prices: pricePair(list, null) } as const;
  const [same, sameWindow, otherTier, otherDays] = anOffer({
    conditions: [tier, window, { ...tier, promptTokensAbove: 128_000 }, { ...window, days: null }],
  }).conditions;
  const against = (condition: typeof same) => (condition === undefined ? null : conditionReference(reference, condition));
  expect(against(same)).toEqual({ input: 4_000_000, output: 18_000_000 });
  expect(against(sameWindow)).toEqual({ input: 3_000_000, output: 2_000_000 });
  expect(against(otherTier)).toEqual({ input: 1_000_000, output: 2_000_000 });
  expect(against(otherDays)).toEqual({ input: 1_000_000, output: 2_000_000 });
});

test.each([
  [199_999, 4_000_000],
  [200_001, 4_000_000],
  [204_800, 4_000_000],
  [220_000, 1_000_000],
])(
  "a card above %d tokens is held against an input of %d where the list's own begins above 200,000",
  (promptTokensAbove, input) => {
    const list = anOffer({ platform: "acme", conditions: [tier] });
    const [condition] = anOffer({ conditions: [{ ...tier, promptTokensAbove }] }).conditions;
    const reference = { kind: "list", offer: list, prices: pricePair(list, null) } as const;
    expect(condition && conditionReference(reference, condition).input).toBe(input);
  },
);

test("a condition card of a model without a list price is compared with the median", () => {
  const prices = { input: 7, output: 8 };
  const [condition] = anOffer({ conditions: [tier] }).conditions;
  expect(condition && conditionReference({ kind: "medianHost", hosts: 2, prices }, condition)).toBe(prices);
});
