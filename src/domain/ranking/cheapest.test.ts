import fc from "fast-check";
import { expect, test } from "vitest";
import { aSchedule, aSeller, CARD_5_5 } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { integerToDecimal } from "../money/decimal.ts";
import type { Sellers } from "../offer/seller.ts";
import { TIERS } from "../offer/tier.ts";
import { cheapestOf, DEFAULT_RANK_OPTIONS, pairBatchOffers, rankOffers } from "./cheapest.ts";

const sellers: Sellers = new Map([
  ["openrouter", aSeller({ kind: "router", fees: aSchedule({ topUp: [CARD_5_5] }) })],
  ["hostly", aSeller()],
  ["ownkey", aSeller({ kind: "byok" })],
  ["addsTenth", aSeller({ fees: aSchedule({ tokenMarkupBps: 1_000 }) })],
]);
const rank = (offers: Parameters<typeof rankOffers>[0], workload = aWorkload(), options = DEFAULT_RANK_OPTIONS) =>
  rankOffers(offers, workload, sellers, options);

test("the cheapest is the lowest bill, not the lowest price: a 5.5 % fee loses against 3 % more", () => {
  const routed = anOffer({ platform: "openrouter", prices: { input: "1", output: "1" } });
  const direct = anOffer({ platform: "hostly", prices: { input: "1.03", output: "1" } });
  expect(rank([routed, direct]).map(({ offer, landed }) => [offer.platform, landed?.usd.toFixed(4)])).toEqual([
    ["hostly", "1.0300"],
    ["openrouter", "1.0550"],
  ]);
});

test("a discount negotiated with one platform counts there and nowhere else", () => {
  const offers = [anOffer({ platform: "openrouter" }), anOffer({ platform: "hostly", prices: { input: "0.9", output: "1" } })];
  const options = { ...DEFAULT_RANK_OPTIONS, discountBps: new Map([["openrouter", 2_000]]) };
  expect(cheapestOf(rank(offers))?.offer.platform).toBe("hostly");
  expect(cheapestOf(rank(offers, aWorkload(), options))?.landed?.usd).toBeCloseTo(0.8 * 1.055, 12);
});

test.each([500, 1_000, 1_455, 10_000])(
  "a copy of OpenRouter's prices whose fee nobody knows never beats OpenRouter: top-ups of %i cents",
  (topUpCents) => {
    const offers = [anOffer({ platform: "aaa-copy" }), anOffer({ platform: "openrouter" })];
    const options = { ...DEFAULT_RANK_OPTIONS, purchase: { ...DEFAULT_RANK_OPTIONS.purchase, topUpCents } };
    const ranked = rank(offers, aWorkload(), options);
    expect(ranked.map(({ offer }) => offer.platform)).toEqual(["openrouter", "aaa-copy"]);
    expect(ranked[1]?.landed?.upperUsd).toBeCloseTo(ranked[0]?.landed?.usd ?? Number.NaN, 9);
  },
);

test("nothing is cheapest where nothing is eligible", () => {
  expect(cheapestOf(rank([]))).toBeNull();
  expect(cheapestOf(rank([anOffer({ prices: {} }), anOffer({ tier: "free" })]))).toBeNull();
});

test("unpriced offers come last, ties by id", () => {
  const ids = rank([
    anOffer({ host: "b", prices: {} }),
    anOffer({ host: "b" }),
    anOffer({ host: "a", prices: {} }),
    anOffer({ host: "a" }),
  ]).map(({ offer, month }) => `${offer.host} ${month.kind}`);
  expect(ids).toEqual(["a priced", "b priced", "a unpriced", "b unpriced"]);
});

test("float noise does not decide between equal bills", () => {
  // A tenth on top of $2.20 is $2.42, in floats 2.4200000000000004.
  const noisy = anOffer({ platform: "addsTenth", prices: { input: "2.2", output: "0" } });
  const even = anOffer({ platform: "hostly", prices: { input: "2.42", output: "0" } });
  const ranked = rank([even, noisy]);
  expect(ranked.map(({ offer }) => offer.platform)).toEqual(["addsTenth", "hostly"]);
  expect(ranked[0]?.landed?.usd).toBeGreaterThan(ranked[1]?.landed?.usd ?? Number.POSITIVE_INFINITY);
});

test("a batch card belongs to the offer at the same place only", () => {
  const place = { host: "h", region: "eu", quantization: "fp8", variant: "turbo" };
  const standard = anOffer(place);
  const batch = anOffer({ ...place, tier: "batch" });
  const elsewhere = (["host", "region", "quantization", "variant"] as const).map((field) => anOffer({ ...place, [field]: null }));
  expect([...pairBatchOffers([...elsewhere, standard, batch], sellers, "confirmed")]).toEqual([[standard.id, batch]]);
  for (const status of ["held", "retired"] as const) {
    expect(pairBatchOffers([standard, { ...batch, status }], sellers, "confirmed").size).toBe(0);
  }
  expect(pairBatchOffers([anOffer(), anOffer({ host: "", tier: "batch" })], sellers, "confirmed").size).toBe(0);
});

test.each([
  ["is as young", { age: "fresh" }, []],
  ["is older", { age: "aging" }, ["olderBatchNotCounted"]],
  ["is too old", { age: "expired" }, ["olderBatchNotCounted"]],
  ["is in doubt", { doubts: [{ rule: "cacheAboveInput", cacheRead: 2, input: 1 }] }, ["batchBilledAsStandard"]],
] as const)("a month says why it is billed as standard where the batch price %s", (_, batch, assumptions) => {
  const offers = [anOffer(), anOffer({ tier: "batch", prices: { input: "0.5", output: "1" }, ...batch })];
  const ranked = rankOffers(offers, aWorkload({ batchShare: 1 }), sellers, DEFAULT_RANK_OPTIONS);
  const row = ranked.find(({ offer }) => offer.tier === "standard");
  expect(row?.month).toMatchObject({ kind: "priced", assumptions });
});

test("work that waits is ranked by the batch card of each standard offer", () => {
  const offers = [
    anOffer({ host: "a", prices: { input: "1", output: "1" } }),
    anOffer({ host: "b", prices: { input: "1.5", output: "1" } }),
    anOffer({ host: "b", tier: "batch", prices: { input: "0.75", output: "1" } }),
  ];
  const best = cheapestOf(rank(offers, aWorkload({ batchShare: 1 })));
  expect([best?.offer.host, best?.offer.tier, best?.landed?.usd]).toEqual(["b", "standard", 0.75]);
});

test("a list that was ranked before is ranked anew where other prices count, and for other sellers", () => {
  const offers = [anOffer(), anOffer({ tier: "batch", evidence: "reported", prices: { input: "0.5", output: "1" } })];
  const workload = aWorkload({ batchShare: 1 });
  const reported = { ...DEFAULT_RANK_OPTIONS, counted: "reported" } as const;
  const ownKeys: Sellers = new Map([["hostly", aSeller({ kind: "byok" })]]);
  const usd = (options = DEFAULT_RANK_OPTIONS, by = sellers) =>
    rankOffers(offers, workload, by, options).find(({ offer }) => offer.tier === "standard")?.landed?.usd;
  expect([usd(), usd(reported), usd(reported, ownKeys), usd(reported), usd()]).toEqual([1, 0.5, 1, 0.5, 1]);
});

const someOffer = fc.record({
  host: fc.option(fc.constantFrom("a", "b", "c", "d", "e", "f")),
  platform: fc.constantFrom("openrouter", "hostly", "ownkey", "nobody"),
  tier: fc.constantFrom(...TIERS),
  quantization: fc.option(fc.constantFrom("fp8", "fp4")),
  status: fc.constantFrom("current", "held", "retired"),
  prices: fc.record({
    input: fc.integer({ min: 0, max: 9 }).map(integerToDecimal),
    output: fc.integer({ min: 0, max: 9 }).map(integerToDecimal),
  }),
} as const);

test("any order of the offers gives the same ranking", () => {
  const shuffled = fc
    .uniqueArray(someOffer.map(anOffer), { maxLength: 30, selector: ({ id }) => id })
    .chain((offers) => fc.tuple(fc.constant(offers), fc.shuffledSubarray(offers, { minLength: offers.length })));
  fc.assert(
    fc.property(shuffled, fc.constantFrom(0, 0.5, 1), ([offers, mixed], batchShare) => {
      const workload = aWorkload({ outputTokens: 500, batchShare });
      expect(rank(mixed, workload)).toEqual(rank(offers, workload));
    }),
  );
});
