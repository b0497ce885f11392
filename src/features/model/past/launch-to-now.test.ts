import { expect, test } from "vitest";
import { aHistory } from "../../../../tests/builders/a-history.ts";
import { aSheet } from "../../../../tests/builders/a-sheet.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { launchLine } from "./launch-to-now.ts";

const list = (input: string, output = "8") => ({ platform: "acme", prices: { input, output } });
const routed = (input: string) => ({ platform: "openrouter", prices: { input, output: "8" } });
const changes = aHistory({
  "2026-01-04": [anOffer(list("4", "10")), anOffer(routed("3"))],
  "2026-03-01": [anOffer(list("2")), anOffer(routed("3"))],
});

test("a model is told from its launch to now by its list price", () => {
  expect(launchLine(aSheet([list("2"), routed("3")]), changes, "2026-08-22")).toMatchObject({
    figure: "list price",
    first: "4.00 / 10.00",
    day: "4 Jan 2026",
    when: "at launch",
    now: "2.00 / 8.00",
    delta: "−50\u202f%",
    side: "under",
  });
});

test("a maker without a price of its own is told by the routed one", () => {
  const line = launchLine(aSheet([routed("3")]), changes, "2026-08-22");
  expect([line?.figure, line?.first, line?.delta, line?.side]).toEqual(["at OpenRouter", "3.00 / 8.00", "0\u202f%", undefined]);
});

test("a price first read long after the release is not called a launch price", () => {
  const line = launchLine(aSheet([list("2")], { releasedOn: "2025-06-01" }), changes, "2026-08-22");
  expect(line?.when).toBe("released 1 Jun 2025");
});

test("a price that is gone is unknown now, and a price nobody ever read is no line", () => {
  const gone = aHistory({ "2026-01-04": [anOffer(list("4"))], "2026-02-01": [] });
  const line = launchLine(aSheet([list("4")]), gone, "2026-08-22");
  expect([line?.now, line?.delta]).toEqual(["unknown / unknown", "–"]);
  expect(launchLine(aSheet([list("4")]), [], "2026-08-22")).toBeNull();
});
