import { describe, expect, test } from "vitest";
import { readPriceCell, readRowPrices } from "./price-cell.ts";

describe("a price cell", () => {
  test.each([
    ["$2.00", 2_000_000],
    ["$0.25 / MTok", 250_000],
    ["0.0375", 37_500],
    ["$1,250.50", 1_250_500_000],
    ["Free", 0],
    ["$0", 0],
    ["-", "none"],
    ["—", "none"],
    ["", "none"],
    ["N/A", "none"],
    ["Contact sales", "unread"],
    ["$0.111 per hour", "unread"],
    ["$0.02 / image", "unread"],
    ["$2–$4", "unread"],
    ["-$1", "unread"],
  ])("%j says %j", (text, price) => {
    expect(readPriceCell(text)).toBe(price);
  });
});

describe("a row of price cells", () => {
  test("keeps what is not sold apart from what the table does not ask", () => {
    expect(readRowPrices({ input: "$1", output: "$2", cacheRead: "-", cacheWrite5m: undefined })).toEqual({
      prices: { input: 1_000_000, output: 2_000_000 },
      gaps: { cacheRead: "notSold" },
    });
  });

  test.each([
    ["without an output price", { input: "$1", output: "-" }],
    ["without an input column", { input: undefined, output: "$1" }],
    ["with one cell we cannot read", { input: "$1", output: "$2", cacheRead: "ask us" }],
  ])("%s is no card", (_, cells) => {
    expect(readRowPrices(cells)).toBeNull();
  });
});
