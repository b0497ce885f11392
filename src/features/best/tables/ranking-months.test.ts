import { expect, test } from "vitest";
import { DEFAULT_PURCHASE, landedMonth } from "../../../domain/purchase/purchase.ts";
import { type RankedQuality, rankModels } from "../../../domain/ranking/ranking.ts";
import { plainText } from "../../../site/words/answer.ts";
import { tableMarkdown } from "../../../table/table-files.ts";
import { firstRows, rankingAnswer } from "../words/best-words.ts";
import { judgeWords } from "../words/judge-words.ts";
import { barTable } from "./bar-table.ts";
import { buyTable } from "./buy-table.ts";
import { rankingTable } from "./ranking-table.ts";

const words = judgeWords("votes", "general");
const context = {
  modelOf: (id: string) => ({ name: id, makerName: "Acme" }),
  nameOf: (id: string) => id,
  sellerOf: () => "Hostly",
  evidenceOf: () => "confirmed by the platform",
  ...{ worseAnswerUsd: 1, query: "", words, measuredUsd: new Map<string, number>() },
};

/** One model of one source, $15 a month and 5.5 % more where the fee is unknown, measured to write 0.96 times the usual output for $14. */
const landed = { usd: 15, upperUsd: 15.825 };
const quality: RankedQuality = { value: 1400, interval: [1380, 1420], status: "provisional", sources: [], without: [] };
const priced = {
  model: { id: "Nova" },
  cheapest: { offer: { id: "nova@hostly" }, landed },
  measuredLength: { ratio: 0.96, landed: { usd: 14, upperUsd: 14.77 } },
};
const ranking = rankModels([priced], () => quality, [1400], { requests: 1_000, worseAnswerUsd: 1 });
const none = rankModels([], () => null, [1400], { requests: 1_000, worseAnswerUsd: 1 });
const MONTH = "$15.00 – $15.83 ($14.00 – $14.77 at 0.96× output)";

test("a month with an unknown fee is a range in every table, and counts at its upper end", () => {
  const atBar = [{ row: ranking.rows[0], reachesBar: "meets" as const }].flatMap(({ row, ...line }) =>
    row === undefined ? [] : [{ ...row, row, ...line }],
  );
  for (const table of [
    buyTable(ranking, context),
    rankingTable(ranking.rows, "net-cost", context),
    barTable(atBar, 1400, context),
  ]) {
    expect(tableMarkdown(table)).toContain(MONTH);
    expect(table.caption).toContain("a range where a fee is unknown, counted at its upper end");
  }
  expect(ranking.rows[0]).toMatchObject({ landedUsdPerMonth: 15.825, usdPerRequest: 0.01477 });
});

test("so it is in the answer and in the first rows of a message", () => {
  expect(plainText(rankingAnswer(ranking, "For chat", context))).toContain(
    "$15.00 – $15.83 a month at Hostly, $14.00 – $14.77 with the 0.96× output it was measured to write.",
  );
  expect(firstRows(ranking, context)).toEqual(["1. Nova, $15.00 – $15.83 a month at Hostly"]);
});

test("a known fee is one figure", () => {
  const known = landedMonth(1, null, DEFAULT_PURCHASE, 0);
  const one = rankModels(
    [{ ...priced, cheapest: { ...priced.cheapest, landed: known }, measuredLength: null }],
    () => quality,
    [1400],
    {
      requests: 1_000,
      worseAnswerUsd: 1,
    },
  );
  expect(tableMarkdown(buyTable(one, context))).toMatch(/\| \$1\.00 \|/);
});

test("a model of one source shows the chance it counts as, and the captions say why", () => {
  for (const table of [buyTable(ranking, context), rankingTable(ranking.rows, "net-cost", context)]) {
    expect(tableMarkdown(table)).toContain("50\u202f% (47–53, counts as 47\u202f%)");
    expect(table.caption).toContain("A model that one source alone scored counts at the lower end of its interval.");
  }
});

test("where all are rated by several sources, or by success, nothing is said of it", () => {
  const rated = rankModels([priced], () => ({ ...quality, status: "rated" }), [1400], { requests: 1_000, worseAnswerUsd: 1 });
  const table = rankingTable(rated.rows, "net-cost", context);
  expect(tableMarkdown(table)).toContain("50\u202f% (47–53)");
  expect(table.caption).not.toContain("lower end");
});

test("where no model fits, every table says so and the answer names what was asked for", () => {
  for (const table of [buyTable(none, context), rankingTable([], "net-cost", context), barTable([], 1400, context)])
    expect(table.caption).toBe("No model fits all you ask for: take something away.");
  expect(plainText(rankingAnswer(none, "For chat at no more than $0.01 a month", context))).toBe(
    "For chat at no more than $0.01 a month, no rated model has a price that counts.",
  );
});
