import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../../tests/builders/a-doubtable-market.ts";
import { CURATED_DOUBTS } from "../../../../tests/builders/a-doubtable-offer.ts";
import { unknownCurrency } from "./unknown-currency.ts";

const doubtText = (line: string, change: Partial<typeof CURATED_DOUBTS> = {}) => {
  const doubt = unknownCurrency(aDoubtableMarket("acme/nano", [line]).row, { ...CURATED_DOUBTS, ...change });
  return doubt?.rule === "unknownCurrency" ? `${doubt.currency} ${doubt.figuresAre}` : null;
};

test.each([
  ["moark reported fresh 1/2", "CNY unconverted"],
  ["scaleway reported fresh 1/2", "EUR unconverted"],
  ["zhipuai reported fresh 1/2", "CNY anotherMarkets"],
  ["ovhcloud mirror fresh 1/2", "EUR unchecked"],
  ["regolo-ai reported fresh 1/2", "null unchecked"],
  ["evroc reported fresh 1/2", null],
  ["cortecs mirror fresh 1/2", null],
  ["kilo mirror fresh 1/2", null],
  ["qiniu-ai reported fresh 1/2", "null unchecked"],
  ["kenari reported fresh 1/2", "null unchecked"],
  ["volcengine reported fresh 1/2", null],
  ["amd reported fresh 1/2", null],
  ["moark transcribed fresh 1/2", null],
])("%s: %s", (line, doubt) => {
  expect(doubtText(line)).toBe(doubt);
});

test("a platform that bills in another currency is doubtful until somebody says how its figures became dollars", () => {
  expect(doubtText("kilo reported fresh 1/2", { billedIn: () => "EUR", mirrors: [] })).toBe("EUR unchecked");
  expect(doubtText("kilo reported fresh 1/2", { billedIn: () => "EUR" })).toBeNull();
});
