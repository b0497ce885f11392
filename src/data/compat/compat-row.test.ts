import { expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { type CompatKind, compatRows } from "./compat-row.ts";

const model = aModel();
const rowsOf = (offers: readonly AssessedOffer[], kind: CompatKind) =>
  compatRows(offers, new Map([[model.id, model]]), new Map(), kind).map(({ base, tiers }) => [base.id, ...tiers.keys()]);

const plain = anOffer();
const ultrafast = anOffer({ variant: "ultrafast", prices: { input: "6", output: "12" }, evidence: "reported" });
const batch = anOffer({ tier: "batch", prices: { input: "0.5", output: "1" } });

test("what one catalogue says of a variant is not the price of the id that the plain offer has", () => {
  expect(rowsOf([ultrafast, plain, batch], "confirmed")).toEqual([["acme/nano@hostly", "batch"]]);
  expect(rowsOf([ultrafast, plain, batch], "reported")).toEqual([]);
});

test("a variant stands for an id only while nothing plainer is sold under it", () => {
  const doubtful = anOffer({ doubts: [{ rule: "unknownCurrency", currency: "CNY", figuresAre: "unchecked" }] });
  expect(rowsOf([ultrafast], "reported")).toEqual([[ultrafast.id]]);
  expect(rowsOf([ultrafast, doubtful], "reported")).toEqual([]);
  expect(rowsOf([ultrafast, anOffer({ status: "retired" })], "reported")).toEqual([[ultrafast.id]]);
});

test("of two equally plain offers the confirmed one stands for the id", () => {
  const [east, west] = [anOffer({ region: "us-east-1", evidence: "reported" }), anOffer({ region: "us-west-1" })];
  expect(rowsOf([east, west], "confirmed")).toEqual([[west.id]]);
  expect(rowsOf([east, west], "reported")).toEqual([]);
});
