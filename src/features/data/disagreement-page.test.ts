import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { Prices } from "../../domain/offer/meter.ts";
import { type ReadOffer, readOffer } from "../../domain/source/disagreement.ts";
import type { Run } from "../../domain/source/run.ts";
import { disagreementPage } from "./disagreement-page.ts";

const source = { url: "https://example.com/", readAt: "2026-08-12T00:00:00Z" };
const RUN: Run = { schemaVersion: 1, asOf: "2026-08-22", sources: [], findings: [] };

/** An offer that OpenRouter reads at $1 and $2, and models.dev at another output. */
function readTwice(model: string, output: string): ReadOffer {
  const offer = anOffer({
    model,
    prices: { input: "1", output: "2" },
    source: { ...source, id: "openrouter-models", hand: "first" },
  });
  const prices = Prices.decode({ input: "1", output });
  const other = { id: "models.dev", hand: "second", ...source } as const;
  return readOffer(offer, [{ offer: offer.id, source: other, prices, conditions: [], changedAt: null }]);
}

const page = disagreementPage(
  [readTwice("acme/a", "2"), readTwice("acme/b", "2"), readTwice("acme/c", "2"), readTwice("acme/d", "5")],
  2,
  RUN,
  (id) => id,
);

test("of two sources it is said how many offers both read, on how many they differ, and which share that is", () => {
  expect(page.answer).toContain("4 of 4 offers on sale are read by two sources or more; on 1 of them");
  expect(page.meaning).toContain("Not counted: 2 offers that no list names any more.");
  expect(page.pairs.map(({ prices }) => prices)).toEqual([{ both: "4", differ: "1", share: "25\u202f%" }]);
});

test("a difference has the lower figure before the higher one, and how many times it is", () => {
  const lines = page.differences.map(({ model, meter, low, high, times }) => [model.name, meter, low.text, high.text, times]);
  expect(lines).toEqual([["acme/d", "output", "2.00", "5.00", "2.5×"]]);
});
