import { expect, test } from "vitest";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { searchPriceOf, withSearchInRequest } from "./search-with-each-request.ts";

const searches = (amount: string) => ({ webSearch: { amount, per: "1000 searches" } });
const inDoubt = { rule: "cacheAboveInput", cacheRead: 2, input: 1 } as const;

const sellers = new Map([["acme", aSeller({ kind: "direct", listMakers: ["acme"] })]]);

test("a search costs what the maker asks, else the most that anybody does who sells and is in no doubt", () => {
  const others = [
    anOffer({ unitPrices: searches("8") }),
    anOffer({ unitPrices: searches("5") }),
    anOffer(),
    anOffer({ unitPrices: searches("10"), status: "held" }),
    anOffer({ unitPrices: searches("12"), doubts: [inDoubt] }),
  ];
  const makers = anOffer({ platform: "acme", unitPrices: searches("6") });
  for (const offers of [others, others.toReversed()]) {
    expect(searchPriceOf(offers, sellers)).toEqual({ amount: "8", per: "1000 searches" });
    expect(searchPriceOf([...offers, makers], sellers)).toEqual({ amount: "6", per: "1000 searches" });
  }
  expect(searchPriceOf([anOffer()], sellers)).toBeNull();
});

const elsewhere = { amount: "5", per: "1000 searches" };

test.each([
  ["its own search", searches("8"), elsewhere, { ...searches("8"), request: { amount: "8", per: "1000 requests" } }],
  [
    "as much as at others where it names none",
    {},
    elsewhere,
    {
      webSearch: { amount: "5", per: "1000 searches, as at others" },
      request: { amount: "5", per: "1000 requests, as at others" },
    },
  ],
  ["what it names for a request itself", { request: { amount: "6", per: "1000 requests" } }, elsewhere, null],
  ["nothing where nobody names a price", {}, null, null],
])("each request is billed %s", (_, unitPrices, known, expected) => {
  expect(withSearchInRequest(anOffer({ unitPrices }), known)).toEqual(expected ?? unitPrices);
});
