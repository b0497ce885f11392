import { expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { aPlatform } from "../../../tests/builders/platform/a-platform.ts";
import type { UnitPrices } from "../../domain/offer/meter.ts";
import { thousandOf } from "./compat-row.ts";
import { genaiPricesJson } from "./genai-prices-json.ts";
import { litellmJson } from "./litellm-json.ts";

const prices = { input: "1", output: "2" };
const search = { webSearch: { amount: "5", per: "1000 searches" } };
const searchInRequest = { ...search, request: { amount: "5", per: "1000 requests" } };
const asAtOthers = {
  webSearch: { amount: "6", per: "1000 searches, as at others" },
  request: { amount: "6", per: "1000 requests, as at others" },
};

const rowOf = (unitPrices: UnitPrices) => {
  const base = anOffer({ prices, unitPrices });
  return { platform: base.platform, upstreamId: base.upstreamId, model: aModel(), base, tiers: new Map() };
};

const facts = { platform: aPlatform({ name: "Hostly" }), doc: "https://hostly.example/docs" };

function genaiCardOf(unitPrices: UnitPrices): unknown {
  const [provider] = genaiPricesJson([rowOf(unitPrices)], new Map(), () => facts);
  return provider?.models[0]?.prices;
}

function litellmUnitsOf(unitPrices: UnitPrices): readonly unknown[] {
  const [entry] = Object.values(litellmJson([rowOf(unitPrices)], new Map([["hostly", "hostly"]])));
  const assumed = entry?.metadata.assumed.filter((key) => key === "input_cost_per_request");
  return [entry?.search_context_cost_per_query?.search_context_size_low, entry?.input_cost_per_request, assumed];
}

test.each([
  ["a search", search, { web_searches_kcount: 5 }],
  ["a request with its search", searchInRequest, { requests_kcount: 5 }],
  ["a request, as at others", asAtOthers, { requests_kcount: 6 }],
  ["a request by itself", { request: { amount: "0.012", per: "request" } }, { requests_kcount: 12 }],
  ["a token of video", { videoOutput: { amount: "17.5", per: "1M tokens" } }, { output_video_mtok: 17.5 }],
  ["what the shape has no key for", { song: { amount: "0.04", per: "song" } }, {}],
])("genai-prices is told the price of %s", (_, unitPrices, named) => {
  expect(genaiCardOf(unitPrices)).toEqual({ input_mtok: 1, output_mtok: 2, ...named });
});

test.each([
  ["its search", searchInRequest, 0.005, undefined, []],
  ["its request, which nobody states", asAtOthers, undefined, 0.006, ["input_cost_per_request"]],
  ["its request, which the seller states", { request: { amount: "0.012", per: "request" } }, undefined, 0.012, []],
])("LiteLLM is told the price of %s", (_, unitPrices, perSearch, perRequest, assumed) => {
  expect(litellmUnitsOf(unitPrices)).toEqual([perSearch, perRequest, assumed]);
});

test("a thousand of a unit that has no price cost nothing that is known", () => {
  expect(thousandOf(search, "request")).toBeNull();
  expect(thousandOf({ request: { amount: "0", per: "request" } }, "request")).toBe(0);
});
