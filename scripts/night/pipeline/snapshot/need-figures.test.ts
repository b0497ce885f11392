import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { needFiguresIn, needMonthsIn } from "../../../../src/data/need-files.ts";
import { integerToDecimal } from "../../../../src/domain/money/decimal.ts";
import { DEFAULT_RANK_OPTIONS } from "../../../../src/domain/ranking/cheapest.ts";
import type { RankedQuality } from "../../../../src/domain/ranking/ranking.ts";
import { netCostRanking, onScale, type RankingInput } from "../../../../src/domain/ranking/ranking-input.ts";
import { rankingLines } from "../../../../src/domain/ranking/ranking-lines.ts";
import type { RankingLine } from "../../../../src/domain/ranking/ranking-snapshot.ts";
import { rankByNeedScale } from "../../../../src/domain/ranking/snapshot/rank-by-need-scale.ts";
import { aPreset } from "../../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { brokenNeedFigures, needFiguresTonight } from "./need-figures.ts";

const quality = (value: number): RankedQuality => ({
  ...{ value, interval: [value - 10, value + 10], status: "rated" },
  sources: [{ id: "lmarena-webdev", effort: "high" }],
});
const sold = (id: string, input: string) => [
  anOffer({ id: `${id}@acme`, model: id, platform: "acme", prices: { input, output: "1" } }),
];
const night = (coderInput: string, coding: number): RankingInput => ({
  sellers: new Map(),
  fieldElos: [1400],
  needFieldElos: { coding: [1500, 1550] },
  models: [
    {
      id: "a/large",
      quality: quality(1500),
      outputRatio: 1.5,
      needQuality: { coding: quality(1600) },
      offers: sold("a/large", "2"),
    },
    {
      id: "a/coder",
      quality: null,
      outputRatio: 2,
      needQuality: { coding: quality(coding) },
      offers: sold("a/coder", coderInput),
    },
    { id: "a/small", quality: quality(1300), outputRatio: null, needQuality: {}, offers: sold("a/small", "0.1") },
    { id: "a/unsold", quality: null, outputRatio: null, needQuality: { coding: quality(1700) }, offers: [] },
  ],
});
const chat = aPreset("chat", { outputTokens: 300 });
const presets = [chat, aPreset("coding-agent")];

/** A folder with the files of some nights, as `writeFiles` would leave it. */
function nightsOf(...nights: readonly (readonly [asOf: string, input: RankingInput])[]): string {
  const out = mkdtempSync(join(tmpdir(), "needs-"));
  for (const [asOf, input] of nights)
    for (const [name, text] of needFiguresTonight(out, presets, input, asOf)) {
      mkdirSync(dirname(join(out, name)), { recursive: true });
      writeFileSync(join(out, name), text);
    }
  return out;
}
const daysIn = (out: string) =>
  needMonthsIn(join(out, "need-figures"))
    .toReversed()
    .flatMap(needFiguresIn)
    .map(({ asOf }) => asOf);

test("a day is kept where a figure changed, in its month, and nothing kept is taken away", () => {
  const out = nightsOf(
    ["2026-08-30", night("1", 1600)],
    ["2026-08-31", night("1", 1600)],
    ["2026-09-01", night("2", 1600)],
    ["2026-09-02", night("2", 1580)],
    ["2026-09-03", night("2", 1580)],
  );
  expect(daysIn(out)).toEqual(["2026-08-30", "2026-09-01", "2026-09-02"]);
  expect(brokenNeedFigures(join(out, "need-figures"))).toEqual([]);
});

test("from what is kept comes the ranking of the night, to the last figure", () => {
  const input = night("1", 1580);
  const [figures] = needMonthsIn(join(nightsOf(["2026-08-30", input]), "need-figures")).flatMap(needFiguresIn);
  if (figures === undefined) throw new Error("nothing is kept");
  const linesOf = (of: RankingInput) => [...rankingLines(netCostRanking(of, chat, DEFAULT_RANK_OPTIONS, chat.worseAnswer.usd))];
  const snapshot = { workload: "chat", asOf: "2026-08-29", kept: [{ sha256: "0".repeat(64), rows: linesOf(input) }] };
  const worked = rankByNeedScale(snapshot, figures, "coding", () => true);
  expect(worked?.kept[0]?.rows).toEqual(linesOf(onScale(input, "coding")));
  expect(worked?.kept[0]?.rows.map(({ modelId }) => modelId)).toEqual(["a/coder", "a/large"]);
  expect(figures.terms.map(({ workload }) => workload)).toEqual(["chat"]);
});

test("months are kept to the millionth of a dollar: places stay, and a net cost is the night's to a billionth", () => {
  const linesOf = (of: RankingInput) => [...rankingLines(netCostRanking(of, chat, DEFAULT_RANK_OPTIONS, chat.worseAnswer.usd))];
  const nights = Array.from({ length: 40 }, (_, at) => night(integerToDecimal(100_003 + at * 70_007), 1580));
  for (const input of nights) {
    const [figures] = needMonthsIn(join(nightsOf(["2026-08-30", input]), "need-figures")).flatMap(needFiguresIn);
    if (figures === undefined) throw new Error("nothing is kept");
    const snapshot = { workload: "chat", asOf: "2026-08-30", kept: [{ sha256: "0".repeat(64), rows: linesOf(input) }] };
    const worked = rankByNeedScale(snapshot, figures, "coding", () => true)?.kept[0]?.rows ?? [];
    const nightly = linesOf(onScale(input, "coding"));
    const exact = ({ netCostUsd, winsWhileErrorCosts, ...row }: RankingLine) => row;
    expect(worked.map(exact)).toEqual(nightly.map(exact));
    const billionths = (rows: readonly RankingLine[]) => rows.map(({ netCostUsd }) => Math.round(Number(netCostUsd) * 1e9));
    const off = billionths(worked).map((each, at) => Math.abs(each - (billionths(nightly)[at] ?? Number.NaN)));
    expect(Math.max(...off)).toBeLessThanOrEqual(1);
  }
});

test("a figure that was changed by hand is found", () => {
  const out = nightsOf(["2026-08-30", night("1", 1600)]);
  const file = join(out, "need-figures/2026-08.json");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("1600", "1601"));
  expect(brokenNeedFigures(join(out, "need-figures"))).toEqual([
    expect.stringMatching(/^2026-08 2026-08-30: not the figures of/),
  ]);
});
