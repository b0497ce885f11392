import { expect, test } from "vitest";
import { aSheet } from "../../tests/builders/a-sheet.ts";
import { deltaCell, dollarDeltaCell, sourceCell, warningText } from "./price-cells.ts";

test.each([
  ["both prices", { input: "0.8", output: "1.6" }, "−20 %", "−$0.20"],
  ["the output alone", { output: "1.6" }, "out −20 %", "out −$0.40"],
  ["the input alone", { input: "0.8" }, "in −20 %", "in −$0.20"],
  ["the output alone, at list", { output: "2" }, "out = list", ""],
  ["no price", {}, "–", ""],
] as const)("a difference to a list of 1/2 says what it is of: %s", (_, prices, percent, dollars) => {
  const { rows } = aSheet([
    { platform: "acme", prices: { input: "1", output: "2" } },
    { platform: "hostly", prices },
  ]);
  const lines = rows.map((row) => ({ ...row, isList: row.offer.platform === "acme", isToMedian: false }));
  const line = lines.find(({ isList }) => !isList);
  expect(line && [deltaCell(line).text.replaceAll("\u202f", " "), dollarDeltaCell(line).text]).toEqual([percent, dollars]);
});

test.each([
  [{ input: "0.8", output: "1.6" }, "under"],
  [{ input: "1.2", output: "2" }, "over"],
  [{ input: "1", output: "1.2" }, "under"],
  [{ input: "1.2", output: "1.2" }, "muted"],
  [{ input: "0.8", output: "3" }, "muted"],
])("a card of %j is on the %s side of a list of 1/2: on none where input and output are on two", (prices, side) => {
  const { rows } = aSheet([
    { platform: "acme", prices: { input: "1", output: "2" } },
    { platform: "hostly", prices },
  ]);
  const row = rows.find(({ offer }) => offer.platform === "hostly");
  expect(row && deltaCell({ ...row, isList: false, isToMedian: false }).side).toBe(side);
});

test("where the input alone is equal to list, the word of the side stands behind the output's difference", () => {
  const { rows } = aSheet([
    { platform: "acme", prices: { input: "1", output: "2" } },
    { platform: "hostly", prices: { input: "1", output: "1.5" } },
  ]);
  const row = rows.find(({ offer }) => offer.platform === "hostly");
  expect(row && deltaCell({ ...row, isList: false, isToMedian: true })).toEqual({
    text: "in = median, out −25\u202f%",
    side: "under",
  });
});

test("what names no price is not said to be confirmed", () => {
  const noteOf = (offer: Parameters<typeof aSheet>[0][number]) => {
    const [row] = aSheet([offer]).rows;
    return row && sourceCell({ ...row, isList: false, isToMedian: false }).pieces?.[1];
  };
  expect(noteOf({})).toEqual({ kind: "note", text: "confirmed by the platform" });
  expect(noteOf({ prices: {} })).toEqual({ kind: "note", text: "names no price" });
  expect(noteOf({ prices: {}, unitPrices: { request: { amount: "0.01", per: "1 request" } } })).toEqual({
    kind: "note",
    text: "confirmed by the platform",
  });
});

test("a price in another unit than tokens of text is named in words", () => {
  const unitPrices = {
    videoOutput: { amount: "17.5", per: "1M tokens" },
    cacheWrite12h: { amount: "2.5", per: "1M tokens" },
    song: { amount: "0.04", per: "song" },
  };
  const [row] = aSheet([{ unitPrices }]).rows;
  expect(row && warningText(row)).toBe(
    "video output: $17.5 per 1M tokens; cache write 12h: $2.5 per 1M tokens; song: $0.04 per song",
  );
});

test("a hold says in words which prices it is about", () => {
  const detail =
    "input from $1.1 per million tokens to $0.2 per million tokens, cacheRead from $1 to $2, cacheWrite5m from $1 to $2";
  const [row] = aSheet([{ status: "held", heldBecause: { rule: "priceJump", since: "2026-08-20T00:00:00Z", detail } }]).rows;
  expect(row && warningText(row)).toContain(
    "held since 20 Aug 2026: input from $1.1 to $0.2, cached input from $1 to $2, cache writes from $1 to $2",
  );
});
