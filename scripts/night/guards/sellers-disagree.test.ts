import { expect, test } from "vitest";
import { Prices } from "../../../src/domain/offer/meter.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { sellersDisagree } from "./sellers-disagree.ts";

const sellers = ["0.3", "0.3", "0.28"].map((input) => Prices.parse({ input, output: "1.2" }));
const others = { offer: null, sellers, isPremium: false };
const asked = (variant: string | null, prices: { readonly input: string; readonly output: string }) =>
  sellersDisagree(aReading({ key: { variant }, prices }), others)?.rule ?? null;

test.each([
  ["ultrafast", "2.4", null],
  ["highspeed", "2.4", null],
  ["turbo-thinking", "2.4", null],
  ["ultrafast", "4", "sellersDisagree"],
  ["tee", "2.4", "sellersDisagree"],
  ["thinking", "2.4", "sellersDisagree"],
  [null, "2.4", "sellersDisagree"],
] as const)("a new row of the variant %s at $%s, where three sellers ask $0.30: %s", (variant, input, rule) => {
  expect(asked(variant, { input, output: "1.2" })).toBe(rule);
});
