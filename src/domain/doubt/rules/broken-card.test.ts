import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../../tests/builders/a-doubtable-market.ts";
import { Condition } from "../../offer/condition.ts";
import { Prices } from "../../offer/meter.ts";
import { cacheAboveInput, cheaperTier } from "./broken-card.ts";

test.each([
  ["groq own fresh 1/2 cacheRead=1.1", { rule: "cacheAboveInput", cacheRead: 1_100_000, input: 1_000_000 }],
  ["groq transcribed fresh 1/2 cacheRead=1", null],
  ["groq own fresh 1/2", null],
  ["groq mirror fresh 1/2 cacheRead=1.1", null],
])("%s: %j", (line, doubt) => {
  expect(cacheAboveInput(aDoubtableMarket("acme/nano", [line]).row)).toEqual(doubt);
});

const above = (promptTokensAbove: number, prices: Readonly<Record<string, string>>) => ({
  promptTokensAbove,
  prices: Prices.decode(prices),
});
const tiered = (line: string, ...conditions: readonly ReturnType<typeof above>[]) =>
  cheaperTier(aDoubtableMarket("acme/nano", [line], { conditions: [...conditions] }).row);

test("a card for longer prompts that is cheaper than the one for shorter is doubtful", () => {
  expect(tiered("groq own fresh 2/12", above(200_000, { input: "1" }))).toEqual({
    rule: "cheaperTier",
    promptTokensAbove: 200_000,
    meter: "input",
    above: 1_000_000,
    below: 2_000_000,
  });
  expect(tiered("groq own fresh 2/12", above(400_000, { output: "15" }), above(200_000, { output: "18" }))).toMatchObject({
    promptTokensAbove: 400_000,
    meter: "output",
    below: 18_000_000,
  });
});

test("one that is dearer, equal or copied is not, and a window is no tier", () => {
  expect(tiered("groq own fresh 2/12", above(200_000, { input: "4", output: "18" }))).toBeNull();
  expect(tiered("groq own fresh 2/12", above(200_000, { cacheRead: "0.1" }))).toBeNull();
  expect(tiered("groq reported fresh 2/12", above(200_000, { input: "1" }))).toBeNull();
  const night = Condition.parse({ utc: ["00:00", "06:00"], days: null, prices: { input: "1" } });
  expect(cheaperTier(aDoubtableMarket("acme/nano", ["groq own fresh 2/12"], { conditions: [night] }).row)).toBeNull();
});
