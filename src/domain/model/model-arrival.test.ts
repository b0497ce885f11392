import { expect, test } from "vitest";
import { aHistory } from "../../../tests/builders/a-history.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { modelArrivals, modelDepartures, withoutMoved } from "./model-arrival.ts";

const changes = aHistory({
  "2026-08-01": [anOffer(), anOffer({ model: "acme/old" })],
  "2026-08-05": [anOffer(), anOffer({ model: "acme/new" })],
  "2026-08-06": [anOffer({ platform: "elsewhere" }), anOffer({ model: "acme/new" })],
});

test("what a source says on its first day is no arrival", () => {
  expect(modelArrivals(changes)).toEqual([{ model: "acme/new", day: "2026-08-05" }]);
});

test("a model is gone when none of its offers stands, not when one seller stops", () => {
  expect(modelDepartures(changes, () => false)).toEqual([{ model: "acme/old", day: "2026-08-05" }]);
});

test("a model that a list still names without a price has not gone", () => {
  expect(modelDepartures(changes, (model) => model === "acme/old")).toEqual([]);
});

test("an id that was joined with another model did not go", () => {
  const days = [
    { model: "acme/nano-1.0", day: "2026-08-06" },
    { model: "acme/old", day: "2026-08-05" },
  ];
  expect(withoutMoved(days, [{ from: "acme/nano-1.0" }])).toEqual([{ model: "acme/old", day: "2026-08-05" }]);
});
