import { describe, expect, test } from "vitest";
import { aListPriceRow } from "../../../tests/builders/a-list-price.ts";
import { ListPrice, listPriceState } from "./list-price.ts";

const plain = aListPriceRow();

describe("a list price", () => {
  test("without the optional fields has no region, no conditions and no retirement", () => {
    expect(ListPrice.parse(plain)).toMatchObject({ region: null, conditions: [], unitPrices: {}, retiresOn: null, note: null });
  });

  test.each([
    ["that ends before it begins", { validFrom: "2026-09-01", validTo: "2026-08-01" }],
    ["that ends on the day it begins", { validFrom: "2026-09-01", validTo: "2026-09-01" }],
    ["without any price", { prices: {} }],
    ["without a URL", { sourceUrl: "the pricing page" }],
    ["read on no day", { observedOn: "2026-10" }],
    ["with a price as a number", { prices: { input: 1 } }],
    ["with a field nobody knows", { valid_from: "2026-08-01" }],
  ])("%s is refused", (_, differs) => {
    expect(ListPrice.safeParse({ ...plain, ...differs }).success).toBe(false);
  });

  test("in another unit than tokens is a price", () => {
    const priced = { ...plain, prices: {}, unitPrices: { image: { amount: "0.04", per: "image" } } };
    expect(ListPrice.safeParse(priced).success).toBe(true);
  });

  test.each([
    ["2026-08-31", "upcoming"],
    ["2026-09-01", "current"],
    ["2026-12-31", "current"],
    ["2027-01-01", "past"],
  ] as const)("from 2026-09-01 to 2027-01-01 is on %s %s", (day, state) => {
    expect(listPriceState(ListPrice.parse({ ...plain, validFrom: "2026-09-01", validTo: "2027-01-01" }), day)).toBe(state);
  });
});
