import { expect, test } from "vitest";
import type { RankingLine, RankingSnapshot } from "../ranking-snapshot.ts";
import type { NeedFigures } from "./need-figures.ts";
import { rankByNeedScale } from "./rank-by-need-scale.ts";

/** By general quality the dear model is no better: the coding scale says otherwise. */
const line = (modelId: string, rank: number, usd: string): RankingLine => ({
  ...{ modelId, offerId: `${modelId}@acme`, rank, rankInterval: [rank, rank], tiedWith: 0, landedUsdPerMonth: usd },
  quality: { value: 1400, interval: [1395, 1405], status: "rated", sources: ["lmarena"] },
});
const snapshot: RankingSnapshot = {
  ...{ workload: "chat", asOf: "2026-11-20" },
  kept: [{ sha256: "0".repeat(64), rows: [line("a/cheap", 1, "10"), line("a/dear", 2, "110"), line("a/unscored", 3, "1")] }],
};
const scored = (modelId: string, value: number): NeedFigures["qualities"][number] => ({
  ...{ scale: "coding", modelId, value, interval: [value - 5, value + 5], status: "rated" },
  sources: ["livebench-coding", "lmarena-webdev"],
});
const figures: NeedFigures = {
  ...{ asOf: "2026-11-22", sha256: "1".repeat(64) },
  terms: [{ workload: "chat", requests: 1_000, worseAnswerUsd: 1 }],
  fields: [{ scale: "coding", elos: [1400] }],
  qualities: [scored("a/cheap", 1400), scored("a/dear", 1600), scored("a/coder", 1600)],
  prices: [
    {
      workload: "chat",
      modelId: "a/coder",
      offerId: "a/coder@acme",
      landedUsdPerMonth: "50",
      billedUsdPerMonth: "60",
      outputRatio: 1.5,
    },
    { workload: "rag", modelId: "a/coder", offerId: "a/coder@acme", landedUsdPerMonth: "70" },
  ],
};

/** Against a field at 1,400: 1,400 wins 0.5 and 1,600 wins 1 / (1 + 10^−0.5) = 0.759747. */
test("months of the kept rows and qualities kept for the need make the day's ranking, at its terms", () => {
  const ranked = rankByNeedScale(snapshot, figures, "coding", () => true);
  expect(ranked).toMatchObject({ workload: "chat", asOf: "2026-11-22" });
  expect(
    ranked?.kept[0]?.rows.map(({ modelId, rank, netCostUsd, p, ...row }) => [
      rank,
      modelId,
      netCostUsd,
      p,
      row.billedUsdPerMonth,
    ]),
  ).toEqual([
    [1, "a/coder", "0.300253073", 0.759747, "60"],
    [2, "a/dear", "0.350253073", 0.759747, undefined],
    [3, "a/cheap", "0.51", 0.5, undefined],
  ]);
});

test("a kept month that hangs on a price for long prompts nobody names says so in the ranking made from it", () => {
  const assumed = { longPromptPrice: "assumed" } as const;
  const [cheap, ...others] = snapshot.kept[0]?.rows ?? [];
  if (cheap === undefined) throw new Error("no rows");
  const kept = [{ sha256: "0".repeat(64), rows: [{ ...cheap, ...assumed }, ...others] }];
  const prices = figures.prices.map((price) => ({ ...price, ...assumed }));
  const ranked = rankByNeedScale({ ...snapshot, kept }, { ...figures, prices }, "coding", () => true);
  expect(ranked?.kept[0]?.rows.map(({ modelId, longPromptPrice }) => [modelId, longPromptPrice])).toEqual([
    ["a/coder", "assumed"],
    ["a/dear", undefined],
    ["a/cheap", "assumed"],
  ]);
});

test("only models that are asked for are ranked, and nobody without terms or a field", () => {
  const ranked = rankByNeedScale(snapshot, figures, "coding", (id) => id !== "a/coder");
  expect(ranked?.kept[0]?.rows.map(({ modelId, rank }) => [rank, modelId])).toEqual([
    [1, "a/dear"],
    [2, "a/cheap"],
  ]);
  expect(rankByNeedScale(snapshot, figures, "vision", () => true)).toBeNull();
  expect(rankByNeedScale({ ...snapshot, workload: "summarisation" }, figures, "coding", () => true)).toBeNull();
});
