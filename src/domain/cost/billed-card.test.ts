import { expect, test } from "vitest";
import { Prices } from "../offer/meter.ts";
import { billedCard } from "./billed-card.ts";

const usd = (amount: number): number => Math.round(amount * 1_000_000);

test.each([
  ["its own cache-read price", { input: 5, cacheRead: 0.5 }, null, "anthropic/claude-opus-4.8", 0.5, null],
  ["no cache-read price: input", { input: 5 }, null, "anthropic/claude-opus-4.8", 5, "cacheReadBilledAsInput"],
  [
    "a batch without one: the standard card's, where lower",
    { input: 2.5 },
    { cacheRead: 0.5 },
    "a/m",
    0.5,
    "cacheReadFromStandard",
  ],
  ["a batch whose input is lower still", { input: 0.4 }, { cacheRead: 0.5 }, "a/m", 0.4, "cacheReadBilledAsInput"],
  [
    "input on a card above standard, which is no discount",
    { input: 10 },
    { input: 5, cacheRead: 0.5 },
    "anthropic/claude-opus-4.8",
    10,
    "cacheReadBilledAsInput",
  ],
  ["a free cache read", { input: 5, cacheRead: 0 }, null, "a/m", 0, null],
] as const)("a cache read bills at %s", (_, card, standard, model, price, assumption) => {
  const inMicro = (prices: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(prices).map(([meter, amount]) => [meter, usd(amount)]));
  const billed = billedCard(inMicro(card), standard === null ? null : inMicro(standard), model);
  expect([billed.cacheRead, billed.assumed.cacheRead]).toEqual([usd(price), assumption]);
});

test.each([
  ["its own price", { input: 5, cacheWrite5m: 6.25, cacheWrite1h: 10 }, "anthropic/m", [6.25, 10], [null, null]],
  [
    "Anthropic's own multiple where nobody says",
    { input: 5 },
    "anthropic/m",
    [6.25, 10],
    ["cacheWriteAtMakersMultiple", "cacheWriteAtMakersMultiple"],
  ],
  [
    "twice the input for an hour",
    { input: 3, cacheWrite5m: 3.75 },
    "anthropic/m",
    [3.75, 6],
    [null, "cacheWriteAtMakersMultiple"],
  ],
  ["input elsewhere", { input: 3 }, "openai/m", [3, 3], ["cacheWriteBilledAsInput", "cacheWrite1hBilledAs5m"]],
  [
    "input plus Google's storage",
    { input: 1.25, cacheWrite5m: 0.375 },
    "google/m",
    [1.625, 1.625],
    ["cacheWriteAsSurcharge", "cacheWrite1hBilledAs5m"],
  ],
  ["never under input", { input: 3, cacheWrite5m: 1 }, "qwen/m", [3, 3], ["cacheWriteUnderInput", "cacheWrite1hBilledAs5m"]],
  ["nor at nothing", { input: 3, cacheWrite5m: 0 }, "google/m", [3, 3], ["cacheWriteUnderInput", "cacheWrite1hBilledAs5m"]],
  [
    "an hour never under five minutes",
    { input: 3, cacheWrite5m: 3.75, cacheWrite1h: 3 },
    "qwen/m",
    [3.75, 3.75],
    [null, "cacheWrite1hBilledAs5m"],
  ],
] as const)("a cache write bills at %s", (_, card, model, prices, assumptions) => {
  const micro = Object.fromEntries(Object.entries(card).map(([meter, amount]) => [meter, usd(amount)]));
  const billed = billedCard(micro, null, model);
  expect([billed.cacheWrite5m, billed.cacheWrite1h]).toEqual(prices.map(usd));
  expect([billed.assumed.cacheWrite5m, billed.assumed.cacheWrite1h]).toEqual(assumptions);
});

test("a fast card without cache prices writes at its own input's multiple, not at the cheaper standard card's", () => {
  const standard = Prices.decode({ input: "5", cacheRead: "0.5", cacheWrite5m: "6.25", cacheWrite1h: "10" });
  const { cacheWrite5m, cacheWrite1h } = billedCard(Prices.decode({ input: "10" }), standard, "anthropic/claude-opus-4.8");
  expect([cacheWrite5m, cacheWrite1h]).toEqual([usd(12.5), usd(20)]);
});
