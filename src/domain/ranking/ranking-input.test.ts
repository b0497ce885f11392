import fc from "fast-check";
import { expect, test } from "vitest";
import { aSchedule, aSeller, CARD_5_5 } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { microUsd } from "../money/micro-usd.ts";
import { Prices } from "../offer/meter.ts";
import type { Sellers } from "../offer/seller.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import { canBeNamedCheapest } from "./can-be-named-cheapest.ts";
import { cheapestOf, DEFAULT_RANK_OPTIONS, rankOffers } from "./cheapest.ts";
import type { RankedQuality } from "./ranking.ts";
import {
  netCostRanking,
  onScale,
  priceModels,
  type RankingInput,
  rankingInputOf,
  restrictedInput,
  usableScale,
} from "./ranking-input.ts";
import { rankingLines } from "./ranking-lines.ts";

const workload = aWorkload({ inputTokens: 800, outputTokens: 200 });
const A_TENTH_OF_A_CENT = 0.001;
const quality = (value: number): RankedQuality => ({
  value,
  interval: [value - 10, value + 10],
  status: "rated",
  sources: [
    { id: "lmarena", effort: "high" },
    { id: "epoch-eci", effort: null },
  ],
});
const offer = (model: string, platform: string, input: string, output: string) =>
  anOffer({ id: `${model}@${platform}`, model, platform, prices: { input, output } });

const input: RankingInput = {
  sellers: new Map(),
  fieldElos: [1400],
  needFieldElos: { coding: [1500] },
  models: [
    {
      id: "acme/large",
      quality: quality(1500),
      outputRatio: null,
      needQuality: {},
      offers: [offer("acme/large", "a", "2", "8"), offer("acme/large", "b", "3", "3")],
    },
    {
      id: "acme/small",
      quality: quality(1300),
      outputRatio: null,
      needQuality: { coding: quality(1600) },
      offers: [offer("acme/small", "a", "1", "4")],
    },
    { id: "acme/gift", quality: quality(1450), outputRatio: null, needQuality: {}, offers: [offer("acme/gift", "a", "0", "0")] },
    { id: "acme/nobody", quality: null, outputRatio: null, needQuality: {}, offers: [offer("acme/nobody", "a", "0.1", "0.1")] },
  ],
};

test("a row says the least of a month whose fee nobody knows, and what a model of one source counts as; a known fee has one figure", () => {
  const lineAt = (sellers: Sellers, status: "rated" | "provisional") => {
    const [large] = input.models;
    const models = large === undefined ? [] : [{ ...large, outputRatio: 2, quality: { ...quality(1500), status } }];
    return rankingLines(netCostRanking({ ...input, sellers, models }, workload, DEFAULT_RANK_OPTIONS, A_TENTH_OF_A_CENT))[0];
  };
  const unknown = lineAt(new Map(), "provisional");
  // The unknown fee is from nothing to 5.5 %.
  expect(Number(unknown?.landedUsdPerMonth) / Number(unknown?.leastUsdPerMonth)).toBeCloseTo(1.055, 9);
  expect(Number(unknown?.billedUsdPerMonth) / Number(unknown?.leastBilledUsdPerMonth)).toBeCloseTo(1.055, 9);
  expect(unknown?.pCounted).toBe(unknown?.pInterval?.[0]);
  const known = lineAt(new Map(["a", "b"].map((id) => [id, aSeller({ fees: aSchedule({ topUp: [CARD_5_5] }) })])), "rated");
  expect(Object.keys(known ?? {})).not.toEqual(expect.arrayContaining(["leastUsdPerMonth"]));
  expect(known).toEqual(expect.not.objectContaining({ pCounted: expect.anything() }));
});

test("a row says that its month hangs on a price for long prompts that nobody names; a shorter one does not", () => {
  const [large] = input.models;
  const [cheapest] = large?.offers ?? [];
  if (large === undefined || cheapest === undefined) throw new Error("no model");
  const assumedTiers = [{ promptTokensAbove: 200_000, prices: Prices.parse({ input: "4" }) }];
  const models = [{ ...large, offers: [{ ...cheapest, assumedTiers }] }];
  const lineAt = (inputTokens: number) =>
    rankingLines(netCostRanking({ ...input, models }, aWorkload({ inputTokens }), DEFAULT_RANK_OPTIONS, A_TENTH_OF_A_CENT))[0];
  expect(lineAt(200_001)?.longPromptPrice).toBe("assumed");
  expect(Object.keys(lineAt(200_000) ?? {})).not.toContain("longPromptPrice");
});

test("what is given away wins nothing, who has no score is not ranked, and both are counted", () => {
  const { rows, gaps } = netCostRanking(input, workload, DEFAULT_RANK_OPTIONS, A_TENTH_OF_A_CENT);
  expect(rows.map(({ modelId, rank }) => [modelId, rank])).toEqual([
    ["acme/small", 1],
    ["acme/large", 2],
  ]);
  expect(gaps).toEqual({ notRated: 1, unpriced: 1 });
});

test("ranks do not depend on the order of models or of offers", () => {
  const ranked = rankingLines(netCostRanking(input, workload, DEFAULT_RANK_OPTIONS, A_TENTH_OF_A_CENT));
  fc.assert(
    fc.property(fc.shuffledSubarray([...input.models], { minLength: 4 }), (models) => {
      const turned = models.map((each) => ({ ...each, offers: each.offers.toReversed() }));
      expect(
        rankingLines(netCostRanking({ ...input, models: turned }, workload, DEFAULT_RANK_OPTIONS, A_TENTH_OF_A_CENT)),
      ).toEqual(ranked);
    }),
  );
});

test("an offer of a model without its thinking is not what was scored: it is ranked only where no other price is confirmed", () => {
  const book = { qualityOn: () => quality(1500), fieldOn: () => [1400], outputRatioOf: () => null };
  const models = [{ id: "acme/large", status: "current", reasoning: true }] as const;
  const as = (variant: string | null, rest: Pick<OfferOverrides, "evidence" | "tier"> = {}) =>
    anOffer({ ...rest, id: `acme/large@a;${variant}`, model: "acme/large", platform: "a", variant });
  const ranked = (...sold: readonly AssessedOffer[]) =>
    rankingInputOf(models, () => sold, book, new Map()).models.flatMap(({ offers }) => offers.map(({ variant }) => variant));
  expect(ranked(as("non-reasoning"), as("reasoning"))).toEqual(["reasoning"]);
  expect(ranked(...["nothink", "turbo", "non-thinking", "nitro", null].map((each) => as(each)))).toEqual([
    "turbo",
    "nitro",
    null,
  ]);
  expect(ranked(as("non-reasoning#2"))).toEqual(["non-reasoning#2"]);
  expect(ranked(as("non-reasoning"), as(null, { evidence: "reported" }), as("a", { tier: "batch" }))).toHaveLength(3);
});

test("leaving a platform out leaves its offers out", () => {
  const only = restrictedInput(
    input,
    (id) => id !== "acme/nobody",
    (platform) => platform === "b",
  );
  expect(netCostRanking(only, workload, DEFAULT_RANK_OPTIONS, A_TENTH_OF_A_CENT).rows.map(({ offerId }) => offerId)).toEqual([
    "acme/large@b",
  ]);
});

test("a worse answer that costs more than the break point puts the better model first, and both are told the same one", () => {
  // $0.0016 and $0.003 a request, chances 0.3599 and 0.6401: (0.003 − 0.0016) ÷ (0.6401 − 0.3599), and 5.5 % for a fee nobody tells: $0.005271.
  const firstAt = (usd: number) => netCostRanking(input, workload, DEFAULT_RANK_OPTIONS, usd).rows[0]?.modelId;
  expect([0, 0.0052, 0.0053, 1].map(firstAt)).toEqual(["acme/small", "acme/small", "acme/large", "acme/large"]);
  const { rows } = netCostRanking(input, workload, DEFAULT_RANK_OPTIONS, A_TENTH_OF_A_CENT);
  expect(rows.map(({ wins }) => wins)).toEqual([
    { from: 0, to: expect.closeTo(0.005271, 5) },
    { from: expect.closeTo(0.005271, 5), to: null },
  ]);
});

test("a model that thinks is billed for the output it was measured to write, and keeps the month that the workload says", () => {
  const [large, small, ...others] = input.models;
  if (large === undefined || small === undefined) throw new Error("no models");
  const thinking = { ...input, models: [large, { ...small, outputRatio: 3 }, ...others] };
  const rowAt = (length: "measured" | "same") =>
    priceModels(thinking, workload, DEFAULT_RANK_OPTIONS, length).find(({ model }) => model.id === "acme/small");
  // A thousand requests of 800 in at $1 and 200 out at $4, or 600 out, and 5.5 % for a fee nobody tells.
  expect(rowAt("measured")?.cheapest?.landed?.upperUsd).toBeCloseTo(1.6 * 1.055, 9);
  expect(rowAt("measured")?.measuredLength).toMatchObject({ ratio: 3, landed: { upperUsd: expect.closeTo(3.2 * 1.055, 9) } });
  expect(rowAt("same")?.measuredLength).toBeNull();
  const row = netCostRanking(thinking, workload, DEFAULT_RANK_OPTIONS, 1).rows.find(({ modelId }) => modelId === "acme/small");
  expect(row).toMatchObject({ outputRatio: 3, usdPerRequest: expect.closeTo(0.0032 * 1.055, 12) });
});

test("a ranking by a need's scale ranks whom a source of the need has scored; a need without a scale is ranked by general quality", () => {
  const ranked = (scale: "coding" | "vision") =>
    netCostRanking(onScale(input, scale), workload, DEFAULT_RANK_OPTIONS, A_TENTH_OF_A_CENT).rows.map(
      ({ modelId, quality: { value } }) => [modelId, value],
    );
  expect(ranked("coding")).toEqual([["acme/small", 1600]]);
  expect(usableScale(input, "vision")).toBe("general");
  expect(ranked("vision")).toEqual([
    ["acme/small", 1300],
    ["acme/large", 1500],
  ]);
});

const price = fc.integer({ min: 1, max: 9 }).map(String);
const card = fc.record(
  { input: price, output: price, cacheRead: price, cacheWrite5m: price, cacheWrite1h: price },
  { requiredKeys: ["input", "output"] },
);
const SELLERS: Sellers = new Map([
  ["aaa", aSeller({ kind: "router", fees: aSchedule({ topUp: null }) })],
  ["bbb", aSeller({ kind: "cloud" })],
  ["ccc", aSeller({ kind: "router", fees: null })],
  ["ddd", aSeller({ kind: "router", fees: aSchedule({ topUp: [CARD_5_5] }) })],
  ["zzz", aSeller({ kind: "direct", listMakers: ["m"] })],
]);
const trust = fc.record({
  evidence: fc.constantFrom("own" as const, "mirror" as const, "reported" as const),
  age: fc.constantFrom("fresh" as const, "aging" as const),
  contextTokens: fc.constantFrom(null, 900, 100_000),
});
const sold = fc.record({
  trust,
  prices: card,
  platform: fc.constantFrom(...SELLERS.keys()),
  host: fc.constantFrom(null, "h", "i"),
});
const some = fc.uniqueArray(sold, { minLength: 1, maxLength: 8, selector: ({ platform, host }) => `${platform} ${host}` });
const uses = fc.record({
  outputTokens: fc.integer({ min: 0, max: 1000 }),
  cachedShare: fc.constantFrom(0, 0.3, 0.5),
  cacheWriteShare: fc.constantFrom(0, 0.2, 0.5),
  cacheWriteTtl: fc.constantFrom("5m" as const, "1h" as const),
});

test.each([
  ["month", (best: Best) => best?.landed && microUsd(best.landed.upperUsd)],
  ["seller", (best: Best) => best?.offer.id],
] as const)("leaving out what another undercuts in everything changes no cheapest %s", (_, expected) => {
  fc.assert(
    fc.property(some, uses, fc.constantFrom("confirmed" as const, "reported" as const), (rows, use, counted) => {
      const offers = rows.map(({ trust: known, ...row }) =>
        anOffer({ ...row, ...known, model: "m/a", id: `m/a@${row.platform}:${row.host}` }),
      );
      const bestOf = (left: readonly AssessedOffer[]) =>
        expected(cheapestOf(rankOffers(left, { ...workload, ...use }, SELLERS, { ...DEFAULT_RANK_OPTIONS, counted })));
      expect(bestOf(canBeNamedCheapest(offers, SELLERS, DEFAULT_RANK_OPTIONS))).toBe(bestOf(offers));
    }),
    { numRuns: 1_000 },
  );
});

type Best = ReturnType<typeof cheapestOf<AssessedOffer>>;
