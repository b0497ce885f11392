import fc from "fast-check";
import { expect, test } from "vitest";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { Prices } from "../offer/meter.ts";
import type { SecondReading } from "../offer/offer.ts";
import { differences, differs, disagrees, readOffer, secondHandRecords, sourcePairs } from "./disagreement.ts";
import { SOURCE_IDS, type SourceId } from "./sources.ts";

const source = (id: SourceId, hand: "first" | "second" = "second") => ({
  id,
  url: `https://example.com/${id}`,
  readAt: "2026-08-12T00:00:00Z",
  hand,
});
const second = (offer: string, id: SourceId, prices: Readonly<Record<string, string>>): SecondReading => ({
  offer,
  source: source(id),
  prices: Prices.decode(prices),
  conditions: [],
  changedAt: null,
});
const read = (overrides: OfferOverrides, seconds: Readonly<Partial<Record<SourceId, Readonly<Record<string, string>>>>>) => {
  const offer = anOffer(overrides);
  return readOffer(
    offer,
    SOURCE_IDS.flatMap((id) => (seconds[id] === undefined ? [] : [second(offer.id, id, seconds[id])])),
  );
};

test.each([
  [5_000_000, 4_970_000, true],
  [5_000_000, 4_975_000, false],
  [5_000_000, 5_000_000, false],
  [0, 1, true],
  [0, 0, false],
])("%i and %i differ: %s", (a, b, expected) => {
  expect(differs(a, b)).toBe(expected);
  expect(differs(b, a)).toBe(expected);
});

test.each([
  ["the same", { input: "1", output: "2" }, false],
  ["another input", { input: "1.1", output: "2" }, true],
  ["another cache read only", { input: "1", output: "2", cacheRead: "0.2" }, true],
  ["a meter the other is silent on", { input: "1", reasoning: "3" }, false],
])("a card with %s", (_, prices, expected) => {
  expect(disagrees(Prices.decode({ input: "1", output: "2", cacheRead: "0.1" }), Prices.decode(prices))).toBe(expected);
});

test("a meter borrowed from another source is not held against that source", () => {
  const { cards } = read(
    { prices: { input: "1", output: "2", cacheRead: "0.1" }, meterSources: { cacheRead: source("models.dev") } },
    { "models.dev": { input: "1", output: "2", cacheRead: "0.1" } },
  );
  expect(cards.map(({ prices }) => Object.keys(prices))).toEqual([
    ["input", "output"],
    ["input", "output", "cacheRead"],
  ]);
});

const night = [
  read(
    { model: "acme/a", prices: { input: "1", output: "2", cacheRead: "0.1" }, source: source("openrouter-models", "first") },
    {
      "models.dev": { input: "1", output: "3", cacheRead: "0.1" },
      litellm: { input: "1", output: "2", cacheRead: "0.5" },
    },
  ),
  read(
    { model: "acme/b", prices: { input: "1", output: "2" }, source: source("openrouter-models", "first") },
    {
      "models.dev": { input: "1.001", output: "2" },
    },
  ),
  read({ model: "acme/c", prices: { input: "4", output: "8" }, source: source("models.dev") }, { litellm: { cacheRead: "1" } }),
];

test("counts, for each two sources, what both read and on what they differ", () => {
  const pairs = sourcePairs(night).map(({ sources: [a, b], ...tallies }) => ({ pair: `${a.id}, ${b.id}`, ...tallies }));
  expect(pairs).toEqual([
    { pair: "models.dev, openrouter-models", prices: { both: 2, differ: 1 }, cacheReads: { both: 1, differ: 0 } },
    { pair: "litellm, models.dev", prices: { both: 1, differ: 1 }, cacheReads: { both: 1, differ: 1 } },
    { pair: "litellm, openrouter-models", prices: { both: 1, differ: 0 }, cacheReads: { both: 1, differ: 1 } },
  ]);
});

test("a second-hand source is measured by what platforms say themselves", () => {
  const records = secondHandRecords(sourcePairs(night)).map((record) => ({ ...record, source: record.source.id }));
  expect(records).toEqual([
    { source: "models.dev", prices: { both: 2, differ: 1 }, cacheReads: { both: 1, differ: 0 } },
    { source: "litellm", prices: { both: 1, differ: 0 }, cacheReads: { both: 1, differ: 1 } },
  ]);
});

test("each offer is told by its widest difference, the widest first", () => {
  expect(differences(night)).toMatchObject([
    {
      offer: { model: "acme/a" },
      meter: "cacheRead",
      low: { source: { id: "models.dev" }, microUsdPerMTok: 100_000 },
      high: { source: { id: "litellm" }, microUsdPerMTok: 500_000 },
      times: 5,
    },
  ]);
});

test("free against a price is the widest of all", () => {
  const free = read({ model: "acme/free", prices: { input: "0", output: "0" } }, { litellm: { input: "1", output: "2" } });
  expect(differences([...night, free])[0]).toMatchObject({ offer: { model: "acme/free" }, times: Number.POSITIVE_INFINITY });
});

test("nobody disagrees with himself, and everybody as much with the other as the other with him", () => {
  const price = fc.integer({ min: 0, max: 1_000_000_000 });
  fc.assert(
    fc.property(price, price, (a, b) => {
      expect(differs(a, a)).toBe(false);
      expect(differs(a, b)).toBe(differs(b, a));
    }),
  );
});
