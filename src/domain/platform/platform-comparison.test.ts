import fc from "fast-check";
import { expect, test } from "vitest";
import { type ComparedPrice, comparePrices, lowestOf, type PairSide, spreadOf, summarisePair } from "./platform-comparison.ts";

const asks = (input: number | null, output: number | null, monthUsd: number | null = null): ComparedPrice => ({
  input,
  output,
  monthUsd,
  lowMonthUsd: monthUsd,
  isLeftOut: false,
  isMonthAssumed: false,
});

test.each<[string, ComparedPrice, ComparedPrice, PairSide | null]>([
  ["both prices alike", asks(5, 25), asks(5, 25), "tie"],
  ["a cheaper input", asks(5, 25), asks(4, 25), "second"],
  ["a dearer output", asks(5, 25), asks(5, 30), "first"],
  ["a cheaper input and a dearer output", asks(5, 25), asks(4, 30), "mixed"],
  ["an output alone on one side", asks(5, 25), asks(null, 20), "second"],
  ["nothing in common", asks(5, null), asks(null, 20), null],
  ["free on both sides", asks(0, 0), asks(0, 0), "tie"],
  ["free on one side", asks(5, 25), asks(0, 0), "second"],
])("%s", (_, first, second, side) => {
  expect(comparePrices("m", first, second).side).toBe(side);
});

test("differences are the second's against the first's, months to a hundredth of a cent", () => {
  expect(comparePrices("m", asks(5_000_000, 25_000_000, 1_800), asks(4_250_000, 25_000_000, 1_899))).toMatchObject({
    inputBps: -1500,
    outputBps: 0,
    monthBps: 550,
    monthSide: "first",
  });
  expect(comparePrices("m", asks(1, 1, 0.1 + 0.2), asks(1, 1, 0.3))).toMatchObject({ monthBps: 0, monthSide: "tie" });
});

test("a month that takes a cache price for granted is only compared with another such", () => {
  const assumed = { ...asks(5, 25, 10), isMonthAssumed: true };
  expect(comparePrices("m", asks(5, 25, 9), assumed)).toMatchObject({ side: "tie", monthSide: null, monthBps: null });
  expect(comparePrices("m", assumed, assumed).monthSide).toBe("tie");
});

const rows = [
  comparePrices("tie", asks(5, 25, 10), asks(5, 25, 11)),
  comparePrices("less", asks(10, 20, 10), asks(5, 20, 9)),
  comparePrices("far less", asks(9, 20), asks(1, 20)),
  comparePrices("more", asks(4, 20, 10), asks(6, 20, 10)),
  comparePrices("mixed", asks(4, 20), asks(6, 10)),
  comparePrices("unknown", asks(4, null), asks(null, 10)),
];

test("counts who asks less, ties as ties, and leaves out what cannot be compared", () => {
  expect(summarisePair(rows)).toEqual({
    models: 6,
    prices: { compared: 5, first: 1, second: 2, tie: 1, mixed: 1 },
    months: { compared: 3, first: 1, second: 1, tie: 1, mixed: 0 },
    medianInputBps: 0,
    medianOutputBps: 0,
    medianMonthBps: 0,
  });
});

test("the median month of fewer than half of the models says nothing", () => {
  const priced = comparePrices("priced", asks(5, 25, 10), asks(5, 25, 9));
  const unpriced = comparePrices("unpriced", asks(5, 25), asks(5, 25, 9));
  expect(summarisePair([priced, unpriced]).medianMonthBps).toBe(-1_000);
  expect(summarisePair([priced, unpriced, unpriced])).toMatchObject({ medianMonthBps: null, models: 3, months: { compared: 1 } });
});

test.each([
  ["the input", [asks(5, 25), asks(4, 25), asks(8, 25)], { meter: "input", low: 4, high: 8, times: 2 }],
  ["the output where inputs tie", [asks(5, 25), asks(5, 50)], { meter: "output", low: 25, high: 50, times: 2 }],
  ["the output where only one names the input", [asks(5, 25), asks(null, 50)], { meter: "output", low: 25, high: 50, times: 2 }],
  ["free", [asks(0, 0), asks(1, 1)], { meter: "input", low: 0, high: 1, times: Number.POSITIVE_INFINITY }],
  ["nothing: a tie", [asks(5, 25), asks(5, 25)], null],
  ["nothing: one price", [asks(5, 25), asks(null, null)], null],
])("platforms are apart by %s", (_, prices, spread) => {
  expect(spreadOf(prices)).toEqual(spread);
});

test.each([
  [[3, 2, 2], { price: 2, isTie: true }],
  [[3, null, 2], { price: 2, isTie: false }],
  [[null], null],
  [[], null],
])("the lowest of %j is %j", (prices, expected) => {
  expect(lowestOf(prices)).toEqual(expected);
});

const price = fc.option(fc.integer({ min: 0, max: 100_000_000 }));
const month = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }));
const anAskedPrice = fc.record({
  input: price,
  output: price,
  monthUsd: month,
  lowMonthUsd: month,
  isMonthAssumed: fc.boolean(),
  isLeftOut: fc.boolean(),
});

test("seen from the other side, cheaper is dearer and everything else the same", () => {
  const other = { first: "second", second: "first", tie: "tie", mixed: "mixed" } as const;
  fc.assert(
    fc.property(anAskedPrice, anAskedPrice, (a, b) => {
      const [there, back] = [comparePrices("m", a, b), comparePrices("m", b, a)];
      expect(back.side).toBe(there.side === null ? null : other[there.side]);
      expect(back.monthSide).toBe(there.monthSide === null ? null : other[there.monthSide]);
    }),
  );
});

test("the counts of a pair always sum up", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anAskedPrice, anAskedPrice)), (pairs) => {
      const { prices, months } = summarisePair(pairs.map(([a, b]) => comparePrices("m", a, b)));
      for (const { compared, first, second, tie, mixed } of [prices, months]) expect(first + second + tie + mixed).toBe(compared);
    }),
  );
});

test("an unconfirmed month is lower than nobody's", () => {
  const { monthSide, monthBps, side } = comparePrices("m", { ...asks(1, 1, 1), isLeftOut: true }, asks(2, 2, 2));
  expect([monthSide, monthBps, side]).toEqual([null, null, "first"]);
});
