import { expect, test } from "vitest";
import { PriceDifference } from "../../../src/domain/source/price-difference.ts";
import { billFigures, type ComparedBill } from "./other-prices.ts";

const bill = (upstreamId: string, differs: boolean): ComparedBill => ({
  offer: { platform: "acme", upstreamId },
  what: `acme ${upstreamId}`,
  differs,
});
const reason = (id: string, upstreamIds: readonly string[] | null) =>
  PriceDifference.parse({
    ...{ id, platform: "acme", upstreamIds, because: "datedPrice", says: "Both were right." },
    ...{ sourceUrl: "https://acme.example/prices", date: "2026-08-22" },
  });

test.each([
  ["equal bills", [bill("nova", false)], [], [0, 0], []],
  ["a bill nobody explained", [bill("nova", true)], [], [1, 1], ["no reason: acme nova"]],
  ["an explained one", [bill("nova", true)], [reason("cut", ["nova"])], [1, 0], []],
  ["one the platform's reason explains", [bill("nova", true)], [reason("market", null)], [1, 0], []],
  ["a reason nothing needs", [bill("nova", false)], [reason("cut", ["nova"])], [0, 0], ["a reason nothing needs: cut: nova"]],
  ["many of one model", [bill("nova", true), bill("nova", true)], [], [2, 2], ["no reason: acme nova"]],
])("%s", (_, bills, reasons, [differ, unexplained], rest) => {
  expect(billFigures(bills, reasons)).toEqual([
    `${bills.length} bills, ${differ} differ, ${unexplained} of them without a reason in data/curated/price-differences.json`,
    ...rest,
  ]);
});
