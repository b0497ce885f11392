import { expect, test } from "vitest";
import type { RankingLine } from "../../domain/ranking/ranking-snapshot.ts";
import { snapshotView } from "./snapshot-view.ts";

const line: RankingLine = {
  ...{ modelId: "acme/nano", offerId: "acme/nano@hostly", rank: 1, rankInterval: [1, 1], tiedWith: 0 },
  quality: { value: 1_400, interval: [1_390, 1_411], status: "rated", sources: ["lmarena"] },
  ...{ landedUsdPerMonth: "21.1", netCostUsd: "0.004" },
};
const viewOf = (row: RankingLine) =>
  snapshotView({ workload: "chat", asOf: "2026-12-01", kept: [{ sha256: "a".repeat(64), rows: [row] }] }, "Chat", "/best/", {
    modelOf: () => ({ name: "Nano", makerName: "Acme" }),
    sellerOf: () => "Hostly",
  });

test("a kept month whose fee was unknown is a range in sentence, table and message", () => {
  const { answer, table, firstRows } = viewOf({ ...line, leastUsdPerMonth: "20" });
  expect(answer.map(({ text }) => text).join("")).toBe("Best buy: Nano, $20.00 – $21.10 a month at Hostly.");
  expect(firstRows).toEqual(["1. Nano, $20.00 – $21.10 a month at Hostly"]);
  expect(table.caption).toContain("fees included, a range where a fee was unknown.");
});

test("a kept month that hangs on a price for long prompts nobody names says so in sentence, table and message", () => {
  const { answer, table, firstRows } = viewOf({ ...line, longPromptPrice: "assumed" });
  const seller = "Hostly (price for long prompts assumed)";
  expect(answer.map(({ text }) => text).join("")).toBe(`Best buy: Nano, $21.10 a month at ${seller}.`);
  expect(firstRows).toEqual([`1. Nano, $21.10 a month at ${seller}`]);
  expect(JSON.stringify(table)).toContain(`"text":"${seller}"`);
});

test("a row kept while nobody kept the least says its most, and the caption that it is", () => {
  const { firstRows, table } = viewOf(line);
  expect(firstRows).toEqual(["1. Nano, $21.10 a month at Hostly"]);
  expect(table.caption).toContain("an unknown fee at its most");
});
