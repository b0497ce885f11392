import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { isPromptCondition, isWindowCondition } from "./condition.ts";
import { Prices } from "./meter.ts";
import { atOwnPrice } from "./own-price.ts";

const offer = anOffer({
  prices: { input: "2", output: "12" },
  conditions: [{ promptTokensAbove: 200_000, prices: { input: "4", output: "18" } }],
});

test("a meter of the contract costs the same at every length; the others stay as they were read", () => {
  const ownOffer = atOwnPrice(offer, Prices.decode({ input: "1.1" }));
  expect(Prices.encode(ownOffer.prices)).toEqual({ input: "1.1", output: "12" });
  expect(ownOffer.conditions.map(({ prices }) => Prices.encode(prices))).toEqual([{ output: "18" }]);
});

test("what is assumed of long prompts gives way to a contract as well", () => {
  const assumed = {
    ...anOffer({ prices: { input: "2", output: "12" } }),
    assumedTiers: offer.conditions.filter(isPromptCondition),
  };
  const tiers = atOwnPrice(assumed, Prices.decode({ input: "1.1" })).assumedTiers ?? [];
  expect(tiers.map(({ prices }) => Prices.encode(prices))).toEqual([{ output: "18" }]);
});

test("and so do the maker’s hours that a router is taken to have", () => {
  const windows = anOffer({ conditions: [{ utc: ["01:00", "04:00"], prices: { input: "4", output: "24" } }] }).conditions;
  const assumed = { ...anOffer(), assumedWindows: windows.filter(isWindowCondition) };
  const own = atOwnPrice(assumed, Prices.decode({ input: "1.1" })).assumedWindows ?? [];
  expect(own.map(({ prices }) => Prices.encode(prices))).toEqual([{ output: "24" }]);
});

test("a contract that names nothing changes nothing", () => {
  expect(atOwnPrice(offer, {})).toEqual(offer);
});
