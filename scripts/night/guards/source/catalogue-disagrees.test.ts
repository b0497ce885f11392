import { describe, expect, test } from "vitest";
import { Prices } from "../../../../src/domain/offer/meter.ts";
import { aReading } from "../../../../tests/builders/a-reading.ts";
import { agreementOf, catalogueDisagrees } from "./catalogue-disagrees.ts";

const card = (input: string, output: string) => Prices.decode({ input, output });

describe("a row beside the catalogues'", () => {
  test.each<[string, readonly Prices[], readonly [shared: number, agreeing: number, factors: readonly number[]]]>([
    ["at the same price", [card("1", "2")], [1, 1, []]],
    ["half a percent away", [card("1.005", "2")], [1, 1, []]],
    ["a percent away", [card("1.01", "2")], [1, 0, [1 / 1.01]]],
    ["at a thousandth", [card("0.001", "0.002")], [1, 0, [1_000]]],
    ["at one of two prices, of another region", [card("1.1", "2.2"), card("1", "2")], [1, 1, []]],
    ["nearer to the second of two others", [card("100", "200"), card("2", "4")], [1, 0, [0.5]]],
    ["that price nothing", [Prices.decode({}), card("0", "0")], [0, 0, []]],
    ["of none", [], [0, 0, []]],
  ])("%s", (_, cards, [shared, agreeing, factors]) => {
    const agreement = agreementOf([aReading({ prices: { input: "1", output: "2" } })], () => cards);
    expect(agreement).toEqual({ shared, agreeing, factors: factors.map((factor) => expect.closeTo(factor, 6)) });
  });
});

describe("a source beside the catalogues", () => {
  const others = (count: number, factor: number) => Array.from({ length: count }, () => factor);
  const agreement = (shared: number, factors: readonly number[]) => ({ shared, agreeing: shared - factors.length, factors });
  test.each<[string, number, readonly number[], first: string | null, later: string | null]>([
    ["all agree", 12, [], null, null],
    ["half agree", 10, others(5, 2), null, null],
    ["under half agree", 10, others(6, 2), "4 of 10 rows", "4 of 10 rows"],
    ["under half of nine", 9, others(5, 2), "4 of 9 rows", null],
    ["one alone, and it agrees", 1, [], null, null],
    ["nobody else prices them", 0, [], "its unit is not confirmed", null],
    [
      "most agree, five are a thousand times that",
      40,
      others(5, 1_000),
      "5 stand at 1000 times that",
      "5 stand at 1000 times that",
    ],
    ["most agree, four are a thousand times that", 40, others(4, 1_000), null, null],
    ["all in yuan", 10, others(10, 7.12), "10 stand at 7.12 times that", "10 stand at 7.12 times that"],
    ["all in euros", 10, others(10, 0.86), "10 stand at 0.86 times that", "10 stand at 0.86 times that"],
  ])("%s", (_, shared, factors, first, later) => {
    const says = ({ isFirstRead }: { readonly isFirstRead: boolean }) =>
      catalogueDisagrees(agreement(shared, factors), { isFirstRead })?.detail ?? null;
    for (const [detail, wanted] of [
      [says({ isFirstRead: true }), first],
      [says({ isFirstRead: false }), later],
    ] as const) {
      if (wanted === null) expect(detail).toBeNull();
      else expect(detail).toContain(wanted);
    }
  });
});
