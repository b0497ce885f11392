import { expect, test } from "vitest";
import { aHistory } from "../../../../tests/builders/a-history.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { cardOn, cardSpans, pricesOf, spansByOffer } from "./card-span.ts";

const tier = { promptTokensAbove: 200_000, prices: { input: "2" } };
const days = {
  "2026-05-01": [anOffer({ prices: { input: "1", output: "2" } })],
  "2026-05-10": [anOffer({ prices: { input: "1", output: "2" }, conditions: [tier] })],
  "2026-06-01": [],
  "2026-06-03": [anOffer({ prices: { input: "0.5", output: "2" } })],
};
const changes = aHistory(days);
const texts = cardSpans(changes).map(
  (span) => `${span.from} ${span.to} ${JSON.stringify(pricesOf(span, null))} ${JSON.stringify(pricesOf(span, "prompt>200000"))}`,
);

test("a card ends where any figure of it comes, moves or goes; days without a price are in no span", () => {
  expect(texts).toEqual([
    '2026-05-01 2026-05-10 {"input":1000000,"output":2000000} {}',
    '2026-05-10 2026-06-01 {"input":1000000,"output":2000000} {"input":2000000}',
    '2026-06-03 null {"input":500000,"output":2000000} {}',
  ]);
});

test.each([
  ["2026-04-30", undefined],
  ["2026-05-01", 1_000_000],
  ["2026-05-31", 1_000_000],
  ["2026-06-01", undefined],
  ["2026-06-02", undefined],
  ["2026-06-03", 500_000],
  ["2026-12-31", 500_000],
])("on %s the card says %j for input", (day, input) => {
  const card = cardOn(spansByOffer(changes).get(anOffer().id) ?? [], day);
  expect(card === null ? undefined : pricesOf(card, null).input).toBe(input);
});

test("of two lines of a figure on one day the later one stands", () => {
  const [line] = changes;
  if (line === undefined) throw new Error("no line");
  const spans = cardSpans([line, { ...line, new: null }]);
  expect(spans).toEqual([]);
});
