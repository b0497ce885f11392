import { expect, test } from "vitest";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { leastSearchPrice, withSearchInRequest } from "./search-with-each-request.ts";

const searches = (amount: string) => ({ webSearch: { amount, per: "1000 searches" } });
const inDoubt = { rule: "cacheAboveInput", cacheRead: 2, input: 1 } as const;

test("a search costs what the least of a model's sellers asks, of those that are sold and in no doubt", () => {
  const offers = [
    anOffer({ unitPrices: searches("8") }),
    anOffer({ unitPrices: searches("5") }),
    anOffer(),
    anOffer({ unitPrices: searches("1"), status: "held" }),
    anOffer({ unitPrices: searches("2"), doubts: [inDoubt] }),
  ];
  expect(leastSearchPrice(offers)).toEqual({ amount: "5", per: "1000 searches" });
  expect(leastSearchPrice(offers.toReversed())).toEqual({ amount: "5", per: "1000 searches" });
  expect(leastSearchPrice([anOffer()])).toBeNull();
});

const least = { amount: "5", per: "1000 searches" };

test.each([
  ["its own search", searches("8"), least, { ...searches("8"), request: { amount: "8", per: "1000 requests" } }],
  ["as much as at others where it names none", {}, least, { request: { amount: "5", per: "1000 requests, as at others" } }],
  ["what it names for a request itself", { request: { amount: "6", per: "1000 requests" } }, least, null],
  ["nothing where nobody names a price", {}, null, null],
])("each request is billed %s", (_, unitPrices, known, expected) => {
  expect(withSearchInRequest(anOffer({ unitPrices }), known)).toEqual(expected ?? unitPrices);
});
