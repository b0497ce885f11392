import { expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { isPromptCondition, isWindowCondition } from "../../domain/offer/condition.ts";
import { namesOf } from "../../domain/offer/seller-names.ts";
import { DEFAULT_RANK_OPTIONS } from "../../domain/ranking/cheapest.ts";
import { modelSheet } from "../../domain/reference/model-sheet.ts";
import { modelJson } from "./api-json.ts";
import { offersOfJson } from "./offer-json.ts";
import type { ModelJson } from "./schema/offer-schema.ts";

test("the offers a browser reads from a model's JSON are the offers the build had", () => {
  const offers = [
    anOffer({ prices: { input: "0.0375", output: "0" }, gaps: { cacheRead: "notSold" }, unreadMeters: ["x"] }),
    anOffer({
      region: "us",
      assumedTiers: anOffer({ conditions: [{ promptTokensAbove: 200_000, prices: { input: "2.4" } }] }).conditions.filter(
        isPromptCondition,
      ),
    }),
    anOffer({
      region: "apac",
      assumedWindows: anOffer({
        conditions: [{ utc: ["01:00", "04:00"], days: ["mon"], prices: { input: "2.4" } }],
      }).conditions.filter(isWindowCondition),
    }),
    anOffer({ region: "eu", billed: { currency: "EUR", prices: anOffer().prices, rate: null } }),
    anOffer({ region: "ch", billed: { currency: "CHF", prices: null, rate: null } }),
    anOffer({
      platform: "openrouter",
      host: "streamlake",
      quantization: "fp8",
      conditions: [
        { promptTokensAbove: 200_000, prices: { input: "4" } },
        { utc: ["01:00", "04:00"], days: ["mon"], prices: { output: "1" } },
      ],
    }),
  ];
  const sellers = new Map([["hostly", aSeller({ listMakers: ["acme"], kind: "direct" })]]);
  const past = { listPrices: [], secondsOf: () => [] };
  const sheet = modelSheet({ model: aModel({ id: "acme/nano" }), offers, past }, aWorkload(), sellers, DEFAULT_RANK_OPTIONS);
  const json: ModelJson = JSON.parse(JSON.stringify(modelJson(sheet, [], [])));
  expect(offersOfJson(json, namesOf([], []))).toEqual(sheet.rows.map(({ offer }) => offer));
});
