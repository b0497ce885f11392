import { expect, test } from "vitest";
import { anOffer } from "../../tests/builders/an-offer.ts";
import { isStrict, refuseStale } from "./strict.ts";

test("a strict build refuses stale offers, and names one", () => {
  const [fresh, aging] = [anOffer({ platform: "a" }), anOffer({ platform: "b", age: "aging" })];
  expect(() => refuseStale([fresh, aging])).toThrow(`1 of 2 offers are stale, ${aging.id} first`);
  expect(() => refuseStale([fresh])).not.toThrow();
});

test.each([
  ["1", true],
  ["0", false],
  [undefined, false],
])("TOKEN_PARITY_STRICT=%s: strict is %s", (value, strict) => {
  expect(isStrict({ TOKEN_PARITY_STRICT: value })).toBe(strict);
});
