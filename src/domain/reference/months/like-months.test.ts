import { expect, test } from "vitest";
import { aSheet } from "../../../../tests/builders/a-sheet.ts";
import { aWorkload } from "../../../../tests/builders/a-workload.ts";
import type { OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import { timesCachedAsInput } from "./like-months.ts";

/** Chat in small: a million tokens in, half of them read from cache, a quarter of a million out. Without a cache $3.50 at 2/6. */
const chat = aWorkload({ outputTokens: 250, cachedShare: 0.5 });
const named = { prices: { input: "2", output: "6", cacheRead: "0.25" } } as const;
const silent = { prices: { input: "2", output: "6" } } as const;
const uncached = { ...silent, gaps: { cacheRead: "notSold" } } as const;

function times(own: OfferOverrides, list: OfferOverrides, workload = chat): number | null {
  const { rows } = aSheet(
    [
      { ...own, platform: "own" },
      { ...list, platform: "acme" },
    ],
    {},
    workload,
  );
  const [first, second] = ["own", "acme"].map((platform) => rows.find(({ offer }) => offer.platform === platform));
  return first === undefined || second === undefined ? null : timesCachedAsInput(first, second);
}

// 1 + 0.125 + 1.50 = 2.625 with a price of cached input, 1 + 1 + 1.50 = 3.50 without one.
test.each<[string, OfferOverrides, OfferOverrides, number]>([
  ["the list names none: as much more as cached input at the price of input", named, silent, 3.5 / 2.625],
  ["the offer names none: the list is held up instead", silent, named, 2.625 / 3.5],
  ["neither names one", silent, silent, 1],
  ["both name one", named, named, 1],
  ["it is known not to be sold: the month is what it costs", named, uncached, 1],
  ["one is unknown and one not sold: both bill it as input", silent, uncached, 1],
])("%s", (_, own, list, expected) => {
  expect(times(own, list)).toBeCloseTo(expected, 12);
});

test("without a cache months compare as they are; where all input is cached nothing tells how much", () => {
  expect(times(named, silent, { ...chat, cachedShare: 0 })).toBe(1);
  expect(times(named, silent, { ...chat, cachedShare: 1 })).toBeNull();
});
