import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatBill,
  formatCount,
  formatDay,
  formatDelta,
  formatMeter,
  formatMultiple,
  formatPercent,
  formatPlural,
  formatPrice,
  formatShortDay,
  formatTokens,
  formatUsd,
  formatUsdDelta,
  formatUsdPerMTok,
} from "./format.ts";

test.each([
  [37_500, "0.0375"],
  [70_000, "0.07"],
  [100_000, "0.10"],
  [1_000_000, "1.00"],
  [27_500_000, "27.50"],
  [1, "0.000001"],
  [600_000_000, "600.00"],
  [1_234_500_000, "1,234.50"],
])("a price of %i millionths reads %s", (micro, text) => {
  expect(formatPrice(micro)).toBe(text);
  expect(formatUsdPerMTok(micro)).toBe(`$${text}`);
});

test("a price of nothing is free in a sentence, not $0.00", () => {
  expect(formatUsdPerMTok(0)).toBe("free");
});

test("a price keeps every digit it has, and a positive one never reads as nothing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 10 }), (micro) => {
      const text = formatPrice(micro);
      expect(Math.round(Number(text.replaceAll(",", "")) * 1_000_000)).toBe(micro);
      expect(text).not.toMatch(/^0\.00$|e|NaN/);
    }),
  );
});

test.each([
  [undefined, undefined, "unknown"],
  [undefined, "unknown", "unknown"],
  [undefined, "notSold", "not sold"],
  [undefined, "otherUnit", "other unit"],
  [0, undefined, "free"],
  [14_000, undefined, "0.014"],
] as const)("unknown, not sold, other unit, free and a figure are told apart: %s, %s → %s", (micro, gap, text) => {
  expect(formatMeter(micro, gap)).toBe(text);
});

test.each([
  [15.4, "$15.40"],
  [999.99, "$999.99"],
  [999.996, "$1,000"],
  [1234.5, "$1,235"],
  [1_234_567.8, "$1,234,568"],
  [0.0042, "$0.0042"],
  [0.0000042, "$0.0000042"],
  [0.01, "$0.01"],
  [0, "$0"],
  [-3.5, "−$3.50"],
])("a bill of %d dollars reads %s", (usd, text) => {
  expect(formatUsd(usd)).toBe(text);
});

test.each([
  ["added and multiplied", [115 + 115 * 0.055, 115 * (1 + 0.055)], "$121.33"],
  ["under it by noise", [146.5 * 1.05], "$153.83"],
  ["of a dollar, from a thousand on", [1_100 + 1_100 * 0.055, 1_100 * 1.055], "$1,161"],
] as const)("half a cent, or %s, goes up: %j", (_, bills, text) => {
  expect(bills.map((usd) => formatUsd(usd))).toEqual(bills.map(() => text));
});

test("a positive bill never reads $0.00", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e9, noNaN: true }), (usd) => {
      expect(formatUsd(usd)).not.toMatch(/^\$0(\.0+)?$|NaN|e/);
    }),
  );
});

test.each([
  [-5_000, "−50 %"],
  [1_000, "+10 %"],
  [714, "+7.1 %"],
  [-100, "−1 %"],
  [4, "+0.04 %"],
  [10, "+0.1 %"],
  [0, "0 %"],
  [11_400, "+114 %"],
  [114_000, "+1,140 %"],
  [-9_999, "−99.99 %"],
  [-10_000, "−100 %"],
  [995, "+10 %"],
])("a difference of %i basis points reads %s", (bps, text) => {
  expect(formatDelta(bps)).toBe(text.replace(" ", "\u202f"));
});

test("a difference that is not zero keeps its sign and never reads 0 %; what is not free never reads −100 %", () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999, max: 1_000_000 }), (bps) => {
      const text = formatDelta(bps);
      expect(text.startsWith("−")).toBe(bps < 0);
      expect(text.startsWith("+")).toBe(bps > 0);
      expect(/^[−+]?0\u202f%$/.test(text)).toBe(bps === 0);
      expect(text).not.toBe("−100\u202f%");
    }),
  );
});

test.each([
  [-70_000, "−$0.07"],
  [5_000_000, "+$5.00"],
  [0, "none"],
])("a difference of %i millionths reads %s", (micro, text) => {
  expect(formatUsdDelta(micro)).toBe(text);
});

test.each([
  [formatPercent(550), "5.5\u202f%"],
  [formatPercent(4_600), "46\u202f%"],
  [formatPercent(0), "0\u202f%"],
  [formatMultiple(4.81), "4.8×"],
  [formatMultiple(26.4), "26×"],
  [formatMultiple(2), "2×"],
  [formatMultiple(1), "1×"],
  [formatMultiple(0.95), "0.95×"],
  [formatMultiple(0.96), "0.96×"],
  [formatMultiple(1.04), "1.04×"],
  [formatMultiple(1.06), "1.1×"],
  [formatMultiple(9.96), "10×"],
  [formatTokens(1_048_576), "1.05M"],
  [formatTokens(1_000_000), "1M"],
  [formatTokens(200_000), "200K"],
  [formatTokens(131_072), "131K"],
  [formatTokens(8_192), "8.19K"],
  [formatTokens(512), "512"],
  [formatTokens(999_999), "1M"],
  [formatTokens(2_000_000_000), "2B"],
  [formatCount(5_012), "5,012"],
  [formatPlural(1, "offer"), "1 offer"],
  [formatPlural(1_063, "offer"), "1,063 offers"],
  [formatPlural(2, "reply", "replies"), "2 replies"],
  [formatDay("2026-08-22"), "22 Aug 2026"],
  [formatDay("2026-01-02T23:59:59Z"), "2 Jan 2026"],
  [formatShortDay("2026-08-08"), "8 Aug"],
])("%s is written %s", (made, wanted) => {
  expect(made).toBe(wanted);
});

test.each(["", "22 Aug 2026", "2026-13-01"])("%j is no day", (text) => {
  expect(() => formatDay(text)).toThrow("not an ISO day");
});

test.each([
  [1_635.25, "$1,635.25"],
  [1_210, "$1,210.00"],
  [999.999, "$1,000.00"],
  [-1_234.5, "\u2212$1,234.50"],
  [15, "$15.00"],
  [0, "$0"],
  [0.0042, "$0.0042"],
])("a bill of %d reads %s", (usd, text) => {
  expect(formatBill(usd)).toBe(text);
});
