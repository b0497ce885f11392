import { expect, test } from "vitest";
import { aModel } from "../../../tests/builders/a-model.ts";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { DEFAULT_RANK_OPTIONS } from "../ranking/cheapest.ts";
import { modelSheet } from "../reference/model-sheet.ts";
import { isOwnList, listDifferences } from "./list-difference.ts";

const SELLERS = new Map([
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"] })],
  ["hostly", aSeller()],
  ["mute", aSeller({ fees: null })],
]);
/** Input alone is paid: a month is as far from list as the input price. */
const workload = aWorkload({ requests: 1_000_000, inputTokens: 1_000, outputTokens: 0 });

const sheet = (id: string, offers: readonly OfferOverrides[]) =>
  modelSheet(
    {
      model: aModel({ id }),
      offers: offers.map((offer) => anOffer({ model: id, ...offer })),
      past: { listPrices: [], secondsOf: () => [] },
    },
    workload,
    SELLERS,
    DEFAULT_RANK_OPTIONS,
  );

const list = { platform: "acme", prices: { input: "4", output: "8" } };
const hostly = (input: string, more: OfferOverrides = {}) => ({
  platform: "hostly",
  prices: { input, output: "8" },
  ...more,
});
const reported = { evidence: "reported" } as const;

const differenceOf = (models: Readonly<Record<string, readonly OfferOverrides[]>>, platform = "hostly") =>
  listDifferences(
    Object.entries(models).map(([id, offers]) => sheet(id, offers)),
    [platform],
    SELLERS,
  )[0];

// 4.4 ÷ 4 = +1,000 basis points; 4.01 ÷ 4 = +25, which is list; 4.16 ÷ 4 = +400, the middle.
const THREE = { "acme/a": [list, hostly("4.4")], "acme/b": [list, hostly("4.01")], "acme/c": [list, hostly("4.16")] };

test("a platform's difference is the median over the models with a list price, and within half a per cent is list", () => {
  expect(differenceOf({ ...THREE, "acme/d": [hostly("1")] })).toEqual({
    ...{ sets: 0, compared: 3, atList: 1, medianBps: 400, isConfirmed: true, isFeeUnknown: false },
  });
});

test("prices that one catalogue alone names count only where nothing else is known", () => {
  expect(differenceOf({ ...THREE, "acme/d": [list, hostly("8", reported)] })).toMatchObject({ compared: 3, medianBps: 400 });
  expect(differenceOf({ "acme/d": [list, hostly("8", reported)] })).toMatchObject({
    ...{ compared: 1, medianBps: 10_000, isConfirmed: false },
  });
});

test("the maker's own price is the list price and is not compared with itself", () => {
  const own = { sets: 3, compared: 0, atList: 0, medianBps: null, isConfirmed: false, isFeeUnknown: false };
  expect(differenceOf(THREE, "acme")).toEqual(own);
  expect([own, { ...own, sets: 1, compared: 2 }].map(isOwnList)).toEqual([true, false]);
});

test("a fee nobody tells is in no month, and is said", () => {
  const mute = { "acme/a": [list, { ...list, platform: "mute" }] };
  expect(differenceOf(mute, "mute")).toMatchObject({ compared: 1, atList: 1, medianBps: 0, isFeeUnknown: true });
});
