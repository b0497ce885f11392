import { expect, test } from "vitest";
import { aHistory } from "../../../../tests/builders/a-history.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { changeJson } from "../../../data/json/change-json.ts";
import { seriesOf } from "../../../domain/chart/price-step.ts";
import { dayNumber } from "../../../domain/money/day-number.ts";
import { billedIn, billedSeller, dayOfNumber, historyRows, linesOfJson } from "./history-rows.ts";

const [usualOffer, other] = [anOffer({ prices: { input: "1" } }), anOffer({ platform: "other", prices: { input: "3" } })];
const changes = aHistory({
  "2026-08-01": [usualOffer],
  "2026-08-05": [usualOffer, other],
  "2026-08-08": [anOffer({ prices: { input: "0.5" } })],
});
const lines = linesOfJson({ id: "acme/nano", changes: changes.map((change) => changeJson(change, null)) });
const series = [usualOffer, other].map(({ id }) => seriesOf(lines, id, "input", null));
const texts = (from: string, to: string) =>
  historyRows(series, from, to).map(({ at, usd }) => `${dayOfNumber(at)} ${usd.map((each) => each ?? "–").join(" ")}`);

test("the JSON gives back the very steps of the history", () => {
  expect(series[0]).toEqual(seriesOf(changes, usualOffer.id, "input", null));
});

test("a line that is not billed in dollars is named with its currency", () => {
  const file = {
    id: "acme/nano",
    changes: changes.map((change) => changeJson(change, change.platform === "other" ? "EUR" : null)),
  };
  const currencies = billedIn(file);
  const nameOf = (id: string) => billedSeller("Somebody", currencies.get(id));
  expect([usualOffer, other].map(({ id }) => nameOf(id))).toEqual(["Somebody", "Somebody, billed in EUR"]);
});

test("every edge has what stood before it and what stands from it on; a series that stops has its last day", () => {
  expect(texts("2026-08-01", "2026-08-10")).toEqual([
    "2026-08-01 1 –",
    "2026-08-04 1 –",
    "2026-08-05 1 3",
    "2026-08-07 1 3",
    "2026-08-08 0.5 –",
    "2026-08-10 0.5 –",
  ]);
});

test("a window begins with what stood on its first day", () => {
  expect(texts("2026-08-06", "2026-08-07")).toEqual(["2026-08-06 1 3", "2026-08-07 1 3"]);
});

test("rows go one way only", () => {
  const places = historyRows(series, "2026-08-01", "2026-08-22").map(({ at }) => at);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(dayOfNumber(dayNumber("2024-02-29"))).toBe("2024-02-29");
});
