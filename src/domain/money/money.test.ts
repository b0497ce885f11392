import fc from "fast-check";
import { expect, test } from "vitest";
import { integerToDecimal } from "./decimal.ts";
import { fromUsdPerMTok, fromUsdPerToken, MicroUsdPerMTok, usdPerMTokText } from "./money.ts";

test.each([
  ["0.0000006000000000000001", 600_000],
  ["0.00000125", 1_250_000],
  ["0.0000000208333333333333", 20_833],
  ["6e-7", 600_000],
  ["0", 0],
  ["-1", -1_000_000_000_000],
  ["0.0000000000005", 0],
  ["0.0000000000015", 2],
])("%s dollars per token are %i millionths per million", (text, micro) => {
  expect(fromUsdPerToken(text)).toBe(micro);
});

test.each([
  [2.5, 2_500_000],
  ["1.25", 1_250_000],
  [0.1 + 0.2, 300_000],
  ["0.0000005", 0],
  ["0.0000015", 2],
  ["600", 600_000_000],
])("%s dollars per million tokens are %i millionths", (value, micro) => {
  expect(fromUsdPerMTok(value)).toBe(micro);
});

test.each(["", "free", "1,5", "0x10", "NaN", ".", "1e9999", "1e300", "--1"])("%j is no price", (text) => {
  expect(fromUsdPerMTok(text)).toBeNull();
});

test.each([
  [0, "0"],
  [1, "0.000001"],
  [37_500, "0.0375"],
  [1_000_000, "1"],
  [-1_500_000, "-1.5"],
  [600_000_000, "600"],
])("%i millionths are written %s", (micro, text) => {
  expect(integerToDecimal(micro)).toBe(text);
});

test.each(["1.50", "01", "1.", ".5", "-1", "1e3", "1.0000001", "+1"])("%j is not how a file writes a price", (text) => {
  expect(usdPerMTokText.safeDecode(text).success).toBe(false);
});

const micro = fc.maxSafeNat();

test("every price survives the way to a file and back", () => {
  fc.assert(
    fc.property(micro, (value) => {
      const text = usdPerMTokText.encode(MicroUsdPerMTok.parse(value));
      expect(usdPerMTokText.decode(text)).toBe(value);
      expect(text).toMatch(/^(0|[1-9]\d*)(\.\d{0,5}[1-9])?$/);
    }),
  );
});

test("both upstream units read back what was written in them", () => {
  fc.assert(
    fc.property(micro, (value) => {
      expect(fromUsdPerMTok(integerToDecimal(value))).toBe(value);
      expect(fromUsdPerToken(`${integerToDecimal(value)}e-6`)).toBe(value);
    }),
  );
});
