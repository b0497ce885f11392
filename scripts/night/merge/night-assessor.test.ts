import { expect, test } from "vitest";
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
  models: [{ id: "acme/nano", openWeights: null }],
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
