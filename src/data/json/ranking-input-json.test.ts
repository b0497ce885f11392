import { expect, test } from "vitest";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { NEEDS } from "../../domain/model/need.ts";
import { bestViewOf } from "../../features/best/best-data.ts";
import { type BestState, defaultBestState } from "../../features/best/best-state.ts";
import { type BestView, bestView } from "../../features/best/best-view.ts";
import { pricedInput, rankedMarket } from "../../features/best/market/ranked-market.ts";
import { hosts, platforms, presets, run, sellers } from "../catalog.ts";
import type { RankingData } from "../ranking-data.ts";
import { needMarks, rankingDataFor, staleOffers, successMarks } from "../rankings.ts";
import { type RankingInputJson, rankingInputJson, readRankingInput } from "./ranking-input-json.ts";
import { sellersJson } from "./seller-json.ts";

/** On the site's own data: what the browser makes of the file is what the build made. */
const json: RankingInputJson = JSON.parse(
  JSON.stringify(
    rankingInputJson(rankingDataFor("", []), { asOf: run.asOf, needs: NEEDS, staleOf: staleOffers, needMarks, successMarks }),
  ),
);

const SELLERS = sellersJson({ platforms, hosts, sellers }, presets, () => ({}));

const viewOf = (data: RankingData, preset: WorkloadPreset, state: BestState, stale = 0): BestView =>
  bestView(rankedMarket(pricedInput(data, state), state), preset, state, stale);

test.each(presets.map((preset) => [preset.id, preset] as const))("the browser ranks %s as the build did", (_, preset) => {
  const data = readRankingInput(json, { workloadId: preset.id, needs: [] }, SELLERS);
  expect(viewOf(data, preset, defaultBestState(preset), json.stale.all)).toEqual(bestViewOf(preset, "all"));
});

test.each(NEEDS)("the browser ranks the models that meet %s as the build did", (need) => {
  const [preset] = presets;
  if (preset === undefined) throw new Error("no preset");
  const data = readRankingInput(json, { workloadId: preset.id, needs: [need] }, SELLERS);
  expect(viewOf(data, preset, defaultBestState(preset), json.stale[need])).toEqual(bestViewOf(preset, need));
});

test.each([
  { platforms: ["openrouter", "amazon-bedrock"], outputTokens: 40_000, batchShare: 0.5 },
  { makers: ["anthropic", "openai"], cacheWriteShare: 0.2, cacheWriteTtl: "1h" as const },
  { platforms: ["google-vertex"], inputTokens: 400_000, peakShare: 0.9, bar: "1400", sort: "month" as const },
  { needs: ["vision", "tools"] as const, region: "eu" as const },
  { needs: ["coding", "open-weights", "long-context"] as const, dataPromise: "zero-retention" as const },
  { region: "us" as const, batchShare: 1, unconfirmed: "yes" as const },
  { judge: "success" as const, worseAnswerUsd: 0.05 },
  { judge: "success" as const, needs: ["coding"] as const, bar: "mid", below: "out" as const },
  { mostUsdPerMonth: 30, below: "out" as const, bar: "1400", dataPromise: "no-training" as const },
])("leaving out offers that cannot be cheapest changes nothing: %j", (change) => {
  const [preset] = presets;
  if (preset === undefined) throw new Error("no preset");
  const state = { ...defaultBestState(preset), ...change };
  expect(viewOf(readRankingInput(json, { workloadId: preset.id, needs: [] }, SELLERS), preset, state)).toEqual(
    viewOf(rankingDataFor(preset.id, []), preset, state),
  );
  expect(staleOffers("all")).toBe(json.stale.all);
});
