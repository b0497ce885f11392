import { expect, test } from "vitest";
import { aWorkload } from "../../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import type { Need } from "../../model/need.ts";
import { DEFAULT_RANK_OPTIONS } from "../cheapest.ts";
import type { RankedQuality } from "../ranking.ts";
import { priceModels, type RankingInput } from "../ranking-input.ts";
import type { DataPromise } from "./data-promise.ts";
import { filteredInput, filteredPrices, type RankingFilter } from "./ranking-filter.ts";

const quality = (value: number): RankedQuality => ({ value, interval: [value - 9, value + 9], status: "rated", sources: [] });
const sold = (model: string, platform: string, region: string | null, input: string) =>
  anOffer({ id: `${model}@${platform}#${region}`, model, platform, region, prices: { input, output: input } });
const model = (id: string, value: number, offers: readonly ReturnType<typeof sold>[]) => ({
  ...{ id, quality: quality(value), outputRatio: null, needQuality: {}, offers },
});

const input: RankingInput = {
  sellers: new Map(),
  fieldElos: [1400],
  needFieldElos: {},
  models: [
    model("acme/sees", 1500, [sold("acme/sees", "keeps", null, "1"), sold("acme/sees", "forgets", "eu-west-1", "2")]),
    model("acme/calls", 1400, [sold("acme/calls", "forgets", "us-east-1", "1"), sold("acme/calls", "keeps", "eu", "3")]),
    model("other/both", 1300, [sold("other/both", "silent", "global", "4")]),
  ],
};
const NEEDS: Readonly<Record<string, readonly Need[]>> = {
  "acme/sees": ["vision"],
  "acme/calls": ["tools"],
  "other/both": ["tools", "vision"],
};
const PROMISES: Readonly<Record<string, DataPromise>> = { keeps: "no-training", forgets: "zero-retention" };
const facts = { needsOf: (id: string) => NEEDS[id] ?? [], promiseOf: (id: string) => PROMISES[id] ?? "any" };
const NOTHING: RankingFilter = {
  ...{ needs: [], makers: [], platforms: [], region: "any", dataPromise: "any" },
  ...{ mostUsdPerMonth: null, leastQuality: null },
};
const left = (filter: Partial<RankingFilter>) =>
  filteredInput(input, { ...NOTHING, ...filter }, facts).models.flatMap(({ id, offers }) => [
    [id, ...offers.map(({ platform }) => platform)].join(" "),
  ]);

test.each<readonly [Partial<RankingFilter>, readonly string[]]>([
  [{}, ["acme/sees keeps forgets", "acme/calls forgets keeps", "other/both silent"]],
  [{ needs: ["vision"] }, ["acme/sees keeps forgets", "other/both silent"]],
  [{ needs: ["vision", "tools"] }, ["other/both silent"]],
  [{ region: "eu" }, ["acme/sees forgets", "acme/calls keeps", "other/both"]],
  [{ region: "global", makers: ["other"] }, ["other/both silent"]],
  [{ dataPromise: "no-training", makers: ["acme"] }, ["acme/sees keeps forgets", "acme/calls forgets keeps"]],
  [{ dataPromise: "zero-retention" }, ["acme/sees forgets", "acme/calls forgets", "other/both"]],
  [{ dataPromise: "zero-retention", region: "eu", needs: ["vision"] }, ["acme/sees forgets", "other/both"]],
  [{ platforms: ["silent"], needs: ["tools"] }, ["acme/calls", "other/both silent"]],
])("%j leaves %j", (filter, models) => {
  expect(left(filter)).toEqual(models);
});

test("where no seller is left out a model keeps its own list of offers, by which what is known of it is kept", () => {
  const filter = { ...NOTHING, needs: ["vision"], makers: ["acme"] } as const;
  const [sees] = filteredInput(input, filter, facts).models;
  expect(sees?.offers).toBe(input.models[0]?.offers);
});

test("a budget and a minimum quality leave out who is over the one or under the other, and nobody who has no price", () => {
  const workload = aWorkload({ requests: 1000, inputTokens: 1000, outputTokens: 0 });
  const region = filteredInput(input, { ...NOTHING, region: "us" }, facts);
  const qualityOf = (id: string) => input.models.find((each) => each.id === id)?.quality ?? null;
  const keptIds = (from: RankingInput, filter: Partial<RankingFilter>) =>
    filteredPrices(priceModels(from, workload, DEFAULT_RANK_OPTIONS), { ...NOTHING, ...filter }, qualityOf).map(
      ({ model: { id } }) => id,
    );
  // A million tokens: $1, $1 and $4, and 5.5 % for a fee nobody tells.
  expect(keptIds(input, { mostUsdPerMonth: 1.06 })).toEqual(["acme/sees", "acme/calls"]);
  expect(keptIds(input, { mostUsdPerMonth: 1.05 })).toEqual([]);
  expect(keptIds(input, { leastQuality: 1400 })).toEqual(["acme/sees", "acme/calls"]);
  expect(keptIds(input, { leastQuality: 1400.1, mostUsdPerMonth: 2 })).toEqual(["acme/sees"]);
  expect(keptIds(region, { mostUsdPerMonth: 0.5 })).toEqual(["acme/sees", "other/both"]);
});
