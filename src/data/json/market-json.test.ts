import { expect, test } from "vitest";
import { NEEDS } from "../../domain/model/need.ts";
import { bestViewOf } from "../../features/best/best-data.ts";
import { defaultBestState } from "../../features/best/best-state.ts";
import { bestView } from "../../features/best/best-view.ts";
import { names, presets, run, sellers } from "../catalog.ts";
import { marketData, needsOf, staleOffers } from "../market.ts";
import { type MarketJson, marketJson, readMarket } from "./market-json.ts";

/** On the site's own data: what the browser makes of the file is what the build made. */
const json: MarketJson = JSON.parse(JSON.stringify(marketJson(run.asOf, marketData, needsOf, staleOffers, NEEDS)));

test.each(presets.map((preset) => [preset.id, preset] as const))("the browser ranks %s as the build did", (_, preset) => {
  const data = readMarket(json, "all", sellers, names);
  expect(bestView(data, defaultBestState(preset), json.stale.all ?? 0)).toEqual(bestViewOf(preset, "all"));
});

test.each(NEEDS)("the browser ranks the models that meet %s as the build did", (need) => {
  const [preset] = presets;
  if (preset === undefined) throw new Error("no preset");
  const data = readMarket(json, need, sellers, names);
  expect(bestView(data, defaultBestState(preset), json.stale[need] ?? 0)).toEqual(bestViewOf(preset, need));
});

test.each([
  { platforms: ["openrouter", "amazon-bedrock"], outputTokens: 40_000, batchShare: 0.5 },
  { makers: ["anthropic", "openai"], cacheWriteShare: 0.2, cacheWriteTtl: "1h" as const },
  { platforms: ["google-vertex"], inputTokens: 400_000, peakShare: 0.9, bar: "1400", sort: "month" as const },
])("leaving out offers that cannot be cheapest changes nothing: %j", (asked) => {
  const [preset] = presets;
  if (preset === undefined) throw new Error("no preset");
  const state = { ...defaultBestState(preset), ...asked };
  expect(bestView(readMarket(json, "all", sellers, names), state, 0)).toEqual(bestView(marketData, state, 0));
  expect(staleOffers("all")).toBe(json.stale.all);
});
