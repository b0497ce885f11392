import { expect, test } from "vitest";
import { aSheet } from "../../../../tests/builders/a-sheet.ts";
import type { OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import { isAtList, listMonth, monthAtListSeller } from "./list-month.ts";

/** A million tokens in and half a million out: 2.00 a month. */
const price = { prices: { input: "1", output: "2" } } as const;
const half = { prices: { input: "0.5", output: "1" } } as const;
const endpoint = { platform: "openrouter", host: "acme" } as const;

test.each<readonly [string, readonly OfferOverrides[], readonly [number, number] | null]>([
  ["the maker's own, with the range of a fee nobody knows", [{ platform: "acme", ...price }], [2, 2.11]],
  ["the maker's at OpenRouter, without its fee", [{ ...endpoint, ...price }], [2, 2]],
  ["the maker's at OpenRouter, without a discount there", [{ ...endpoint, ...half, discountBps: 5_000 }], [2, 2]],
  ["nobody's", [{ platform: "hostly", ...price }], null],
])("a month at list is %s", (_, offers, months) => {
  const { reference, rows } = aSheet(offers);
  const month = listMonth(reference, rows);
  expect(month === null ? null : [month.usd, Number(month.upperUsd.toFixed(4))]).toEqual(months);
});

test("where it is sold, a month at list has the fee there", () => {
  const { reference, rows } = aSheet([{ ...endpoint, ...half, discountBps: 5_000 }]);
  expect(monthAtListSeller(reference, rows)).toMatchObject({ usd: 2, upperUsd: 2.11 });
});

test.each<readonly [string, OfferOverrides, boolean]>([
  ["the maker's own API", { platform: "acme", ...price }, true],
  ["its endpoint at OpenRouter", { ...endpoint, ...price }, true],
  ["its endpoint at a discount", { ...endpoint, ...half, discountBps: 5_000 }, false],
])("what is sold by %s is at list or not", (_, offer, isSo) => {
  const { reference, rows } = aSheet([offer, { platform: "hostly", ...price }]);
  expect(rows.filter((row) => isAtList(row.offer, reference)).length).toBe(isSo ? 1 : 0);
  expect(rows.find((row) => row.offer.platform === offer.platform)?.deltas?.bps.input).toBe(isSo ? 0 : -5_000);
});
