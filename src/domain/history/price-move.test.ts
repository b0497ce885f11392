import { expect, test } from "vitest";
import { aHistory } from "../../../tests/builders/a-history.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { foldTransients } from "./price-event.ts";
import { biggestMoves, movesWithin, priceMoves } from "./price-move.ts";

const routed = { id: "openrouter-models", url: "https://example.com", readAt: "2026-08-22T00:00:00Z", hand: "first" } as const;
const copied = { ...routed, id: "models.dev", hand: "second" } as const;

const changes = aHistory({
  "2026-08-01": [anOffer(), anOffer({ platform: "openrouter", source: routed }), anOffer({ model: "acme/mega", source: copied })],
  "2026-08-05": [
    anOffer({ prices: { input: "0.5", output: "1" } }),
    anOffer({ platform: "openrouter", source: routed, prices: { input: "3", output: "2" } }),
    anOffer({ model: "acme/mega", source: copied }),
  ],
  "2026-08-10": [
    anOffer({ prices: { input: "0.5", output: "1" } }),
    anOffer({ platform: "openrouter", source: routed, prices: { input: "3", output: "2" } }),
    anOffer({ model: "acme/mega", source: copied, prices: { input: "1", output: "3" } }),
    anOffer({ model: "acme/new" }),
  ],
});
const moves = priceMoves(foldTransients(changes));

test("input and output of one card are one move, newest day first, with its voice", () => {
  expect(moves.map(({ day, offerId, origin: voice, bps, meters }) => [day, offerId, voice, bps, meters.length])).toEqual([
    ["2026-08-10", "acme/mega@hostly", "copy", 5000, 1],
    ["2026-08-05", "acme/nano@hostly", "seller", -5000, 2],
    ["2026-08-05", "acme/nano@openrouter", "routed", 20_000, 1],
  ]);
});

test("a first sight is no move, nor is a price that was back within three days", () => {
  const dip = aHistory({
    "2026-08-01": [anOffer()],
    "2026-08-05": [anOffer({ prices: { input: "0.1", output: "2" } })],
    "2026-08-06": [anOffer()],
  });
  expect(priceMoves(foldTransients(dip))).toEqual([]);
});

test("a window holds its last day and its first", () => {
  expect(movesWithin(moves, "2026-08-10", 6)).toHaveLength(3);
  expect(movesWithin(moves, "2026-08-10", 5)).toHaveLength(1);
});

test.each([
  ["2026-08-04", 6, 2],
  ["2026-08-05", 6, 3],
  ["2026-08-05", 5, 0],
])("where models.dev was last read on %s, within the last %d days there were %d moves", (day, days, count) => {
  expect(movesWithin(moves, "2026-08-10", days, new Map([["models.dev", day]]))).toHaveLength(count);
});

test("many sellers of one model are one line among the biggest", () => {
  expect(biggestMoves(moves, "rise", 5).map(({ offerId }) => offerId)).toEqual(["acme/nano@openrouter", "acme/mega@hostly"]);
  expect(biggestMoves(moves, "cut", 5).map(({ offerId }) => offerId)).toEqual(["acme/nano@hostly"]);
});
