import { expect, test } from "vitest";
import { FreePrice } from "../../../src/domain/offer/free-price.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { explainZeros } from "./zeros.ts";

const line = (overrides: object) =>
  FreePrice.parse({
    platform: "hostly",
    upstreamId: "acme/nano",
    means: "free",
    validFrom: null,
    validTo: null,
    sourceUrl: "https://hostly.example/pricing",
    observedOn: "2026-08-01",
    confidence: "high",
    ...overrides,
  });
const song = { means: "otherUnit", unitPrices: { song: { amount: "0.04", per: "song" } } };
const explain = (overrides: object, prices: Record<string, string> = {}) =>
  explainZeros([{ model: "acme/nano", reading: aReading({ prices }) }], [line(overrides)], "2026-08-22")[0]?.reading;

test.each([
  ["a line of high confidence makes it free", {}, { input: 0, output: 0 }],
  ["a doubtful line leaves it unknown", { confidence: "medium" }, {}],
  ["a line of another day explains nothing", { validTo: "2026-08-22" }, {}],
  ["a line for another id explains nothing", { upstreamId: "acme/giga" }, {}],
])("%s", (_, overrides, prices) => {
  expect(explain(overrides)?.prices).toEqual(prices);
});

test("a model billed by the song has no token price, and says so", () => {
  const reading = explain(song);
  expect(reading?.gaps).toEqual({ input: "otherUnit", output: "otherUnit" });
  expect(reading?.unitPrices).toEqual({ song: { amount: "0.04", per: "song" } });
});

test("a known price is left alone", () => {
  expect(explain({}, { input: "1", output: "2" })?.prices).toEqual(aReading().prices);
});
