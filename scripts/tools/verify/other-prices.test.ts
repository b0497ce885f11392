import { expect, test } from "vitest";
import { PriceDifference } from "../../../src/domain/source/price-difference.ts";
import { billFigures, type ComparedBill } from "./other-prices.ts";

const nova = { offer: { platform: "acme", upstreamId: "nova" }, what: "acme nova" };
const equal: ComparedBill = { ...nova, differs: false };
const different: ComparedBill = { ...nova, differs: true };
const reason = (id: string, upstreamIds: readonly string[] | null) =>
  PriceDifference.parse({
    ...{ id, platform: "acme", upstreamIds, because: "datedPrice", says: "Both were right." },
    ...{ sourceUrl: "https://acme.example/prices", date: "2026-08-22" },
  });

test.each([
  ["equal bills", [equal], [], [0, 0], []],
  ["a bill nobody explained", [different], [], [1, 1], ["no reason: acme nova"]],
  ["an explained one", [different], [reason("cut", ["nova"])], [1, 0], []],
  ["one the platform's reason explains", [different], [reason("market", null)], [1, 0], []],
  ["a reason nothing needs", [equal], [reason("cut", ["nova"])], [0, 0], ["a reason nothing needs: cut: nova"]],
  ["many of one model", [different, different], [], [2, 2], ["no reason: acme nova"]],
])("%s", (_, bills, reasons, [differ, unexplained], rest) => {
  expect(billFigures(bills, reasons)).toEqual([
    `${bills.length} bills, ${differ} differ, ${unexplained} of them without a reason in data/curated/price-differences.json`,
    ...rest,
  ]);
});
