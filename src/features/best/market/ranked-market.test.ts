import { expect, test } from "vitest";
import { presets } from "../../../data/catalog.ts";
import { rankingDataFor } from "../../../data/rankings.ts";
import { firstPlaceSensitivity } from "../../../domain/ranking/net-cost/first-place-sensitivity.ts";
import { rankModels } from "../../../domain/ranking/ranking.ts";
import { defaultBestState } from "../best-state.ts";
import { bestView } from "../best-view.ts";
import { pricedInput, rankedMarket } from "./ranked-market.ts";

/** On the site's own data. */
const [preset] = presets;
if (preset === undefined) throw new Error("no preset");
const data = rankingDataFor(preset.id, []);
const state = defaultBestState(preset);
const input = pricedInput(data, state);
const quality = new Map(data.input.models.map((model) => [model.id, model.quality]));
const qualityOf = (id: string) => quality.get(id) ?? null;

test.each([0.0001, 0.01, 1, 10_000])("one market at $%d a worse answer is what is ranked anew for it", (worseAnswerUsd) => {
  const market = rankedMarket(input, state);
  market.rankingAt(0.5);
  const terms = { ...state, worseAnswerUsd };
  const anew = rankModels(input.priced, qualityOf, data.input.fieldElos, terms);
  expect(market.rankingAt(worseAnswerUsd)).toEqual(anew);
  const first = anew.rows[0]?.modelId ?? "";
  const sources = market.sensitivitiesAt(worseAnswerUsd).filter(({ source }) => source !== null);
  const from = { priced: input.priced, qualityOf, fieldElos: data.input.fieldElos, terms, firstElsewhere: null };
  expect(sources).toEqual(firstPlaceSensitivity(first, from).filter(({ source }) => source !== null));
});

test("the same price gives the same ranking, which need not be drawn again", () => {
  const market = rankedMarket(input, state);
  const ranking = market.rankingAt(0.01);
  expect(market.rankingAt(0.01)).toBe(ranking);
  expect(market.rankingAt(0.02)).not.toBe(ranking);
});

test("a market that was asked for other prices says what first place depends on as a new one does", () => {
  const prices = [0.0001, 0.01, 0.3, 25, 0.01];
  const market = rankedMarket(input, state);
  const sensitivities = prices.map((usd) => market.sensitivitiesAt(usd));
  expect(sensitivities).toEqual(prices.map((usd) => rankedMarket(input, state).sensitivitiesAt(usd)));
  expect(new Set(prices.map((usd) => market.rankingAt(usd).rows[0]?.modelId)).size).toBeGreaterThan(1);
});

test.each([
  ["chat", {}, /^\/models\/[^?]+\/$/],
  ["rag", {}, /^\/models\/[^?]+\/\?workload=rag$/],
  ["rag", { requests: 70 }, /^\/models\/[^?]+\/\?workload=rag&requests=70$/],
])("models ranked for %s with %j lead to a page of the same months", (id, numbers, wanted) => {
  const workload = presets.find((each) => each.id === id) ?? preset;
  const asked = { ...defaultBestState(workload), ...numbers };
  const view = bestView(rankedMarket(pricedInput(rankingDataFor(id, []), asked), asked), workload, asked, 0);
  for (const { columns, groups } of [view.buys, view.all, view.atBar])
    expect(groups[0]?.rows[0]?.cells[columns.findIndex((column) => column.id === "model")]?.href).toMatch(wanted);
});
