import { expect, test } from "vitest";
import { DEFAULT_PURCHASE, landedMonth } from "../../../domain/purchase/purchase.ts";
import { rankModels } from "../../../domain/ranking/ranking.ts";
import { plainText } from "../../../site/words/answer.ts";
import { rankedText, rankingAnswer } from "./best-words.ts";
import { judgeWords } from "./judge-words.ts";

const QUALITY: Readonly<Record<string, number>> = { Light: 1300, Middle: 1400, Best: 1500 };
const MONTHS: Readonly<Record<string, number>> = { Light: 1, Middle: 20, Best: 300 };

/** The sentence where a worse answer costs so much: 1,000 requests a month, against a field of one model at 1,400. */
function answerAt(worseAnswerUsd: number, months: Readonly<Record<string, number>> = MONTHS): string {
  const priced = Object.entries(months).map(([id, usd]) => ({
    ...{ model: { id }, cheapest: { offer: { id: `${id}@acme` }, landed: landedMonth(usd, null, DEFAULT_PURCHASE, 0) } },
  }));
  const quality = (id: string) => {
    const value = QUALITY[id] ?? null;
    const interval: [number, number] | null = value === null ? null : [value - 5, value + 5];
    return { value, interval, status: "rated" as const, sources: [], without: [] };
  };
  const ranking = rankModels(priced, quality, [1400], { requests: 1_000, worseAnswerUsd });
  const names = { nameOf: (id: string) => id, sellerOf: () => "Acme", words: judgeWords("votes", "general") };
  return plainText(rankingAnswer(ranking, "For chat", names));
}

// p = 0.3599, 0.5 and 0.6401: (0.02 − 0.001) ÷ 0.1401 = $0.136, (0.3 − 0.02) ÷ 0.1401 = $2.
test.each([
  [
    0.01,
    "For chat, Light is the best buy while a worse answer costs you less than $0.14: $1.00 a month at Acme. Above that Middle to $2, then Best.",
  ],
  [1, "For chat, Middle is the best buy while a worse answer costs you $0.14 to $2: $20.00 a month at Acme. Above that Best."],
  [
    5,
    "For chat, Best is the best buy once a worse answer costs you $2 or more: $300.00 a month at Acme. From $0.14 to $2 it is Middle.",
  ],
])("where a worse answer costs $%d the answer names who is next", (usd, sentence) => {
  expect(answerAt(usd)).toBe(sentence);
});

test.each([
  [0, "No ranked model"],
  [1, "All ranked models: 1"],
  [134, "All ranked models: 134"],
])("the full table of %d models is headed %s", (models, text) => {
  expect(rankedText(models)).toBe(text);
});

test("of two the cheaper one is named below the price from which the better one wins", () => {
  expect(answerAt(5, { Light: 1, Best: 300 })).toBe(
    "For chat, Best is the best buy once a worse answer costs you $1.07 or more: $300.00 a month at Acme. Below that it is Light.",
  );
});
