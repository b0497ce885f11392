import { expect, test } from "vitest";
import { fits } from "../../../src/domain/ranking/eligibility.ts";
import { aStoredOffer } from "../../../tests/builders/an-offer.ts";
import { nightAssessor } from "./night-assessor.ts";

const rates = (day: string, usd: string) => ({
  day,
  readAt: `${day}T15:00:00Z`,
  url: "https://example.com/rates",
  perEuro: { USD: usd, CHF: "0.928", GBP: "0.87", CNY: "8.12" },
});
const catalogue = {
  asOf: "2026-11-20",
  models: [{ id: "acme/nano", openWeights: null, contextTokens: 131_072, tools: null, outputModalities: ["text"] }],
  offers: [aStoredOffer()],
  seconds: [],
  rates: [rates("2026-11-19", "1.16")],
};

test("the same rows and rates are assessed once, also where a rate came that is of no use on the day", () => {
  const { assess } = nightAssessor("data/curated");
  const first = assess(catalogue);
  expect(assess({ ...catalogue })).toBe(first);
  expect(assess({ ...catalogue, rates: [...catalogue.rates, rates("2026-11-23", "1.2")] })).toBe(first);
});

test.each<readonly [string, Partial<typeof catalogue>]>([
  ["another day", { asOf: "2026-11-21" }],
  ["other models", { models: [...catalogue.models] }],
  ["other offers", { offers: [...catalogue.offers] }],
  ["other second readings", { seconds: [] }],
  ["another rate", { rates: [rates("2026-11-19", "1.2")] }],
])("%s are assessed anew", (_, changed) => {
  const { assess } = nightAssessor("data/curated");
  const first = assess(catalogue);
  expect(assess({ ...catalogue, ...changed })).not.toBe(first);
});

test("an offer whose context nobody states takes as much as its model, not any length", () => {
  const offers = [null, 1_000_000].map((contextTokens) => aStoredOffer({ contextTokens }));
  const assessed = nightAssessor("data/curated").assess({ ...catalogue, offers });
  expect(assessed.map(({ contextTokens }) => contextTokens)).toEqual([131_072, 1_000_000]);
  expect(assessed.map((offer) => fits(offer, { inputTokens: 300_000, outputTokens: 1_500 }))).toEqual([false, true]);
});
