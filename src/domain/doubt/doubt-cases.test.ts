import { describe, expect, test } from "vitest";
import { z } from "zod";
import { aDoubtableOffer, CURATED_DOUBTS } from "../../../tests/builders/a-doubtable-offer.ts";
import { readRows } from "../../data/rows.ts";
import { judgeOffers } from "./judge-offers.ts";

const Cases = z.array(z.strictObject({ offer: z.string(), because: z.string() }));

/** One model on 20 November 2026: the offers in question, with why they are doubtful or sound, and a few of the others beside them. */
const MarketCase = z.strictObject({
  model: z.string(),
  openWeights: z.boolean().nullable(),
  doubtful: Cases,
  sound: Cases,
  beside: z.array(z.string()),
});

interface Verdict {
  readonly name: string;
  readonly because: string;
  readonly isDoubtful: boolean;
  readonly rules: readonly string[];
}

const verdictsOf = (file: string): readonly Verdict[] =>
  readRows(`tests/fixtures/doubt/${file}.jsonl`, MarketCase).flatMap(({ model, openWeights, doubtful, sound, beside }) => {
    const cases = [
      ...doubtful.map((each) => ({ ...each, isDoubtful: true })),
      ...sound.map((each) => ({ ...each, isDoubtful: false })),
    ];
    const offers = [...cases.map(({ offer }) => offer), ...beside].map((line) => aDoubtableOffer(model, line));
    const doubts = judgeOffers(offers, { openWeights }, CURATED_DOUBTS);
    return cases.map(({ offer, because, isDoubtful }) => {
      const { id } = aDoubtableOffer(model, offer);
      return { name: id, because, isDoubtful, rules: (doubts.get(id) ?? []).map(({ rule }) => rule) };
    });
  });

const named = verdictsOf("named");
const judged = verdictsOf("judged");

describe("the cases that issue 10 names", () => {
  test.each(named.filter(({ isDoubtful }) => isDoubtful))("$name is doubtful: $because", ({ rules }) => {
    expect(rules).not.toEqual([]);
  });

  test.each(named.filter(({ isDoubtful }) => !isDoubtful))("$name is sound: $because", ({ rules }) => {
    expect(rules).toEqual([]);
  });
});

const wrong = (verdicts: readonly Verdict[]) =>
  verdicts.filter(({ isDoubtful, rules }) => isDoubtful !== rules.length > 0).map(({ name }) => name);

test("of sixty rows judged by hand from the figures beside them, the rules judge three otherwise", () => {
  expect(judged.map(({ isDoubtful }) => Number(isDoubtful)).reduce((sum, each) => sum + each)).toBe(30);
  expect(judged).toHaveLength(60);
  expect(wrong(judged)).toEqual([
    "deepseek/deepseek-v4-pro@zenmux",
    "google/gemma-3-27b-it@stackit",
    "qwen/qwen3-235b-a22b@novita-ai;quant=fp8",
  ]);
});

test("precision and recall over all of them stay above nineteen in twenty", () => {
  const all = [...named, ...judged];
  const caught = all.filter(({ rules }) => rules.length > 0);
  const right = caught.filter(({ isDoubtful }) => isDoubtful).length;
  expect(right / caught.length).toBeCloseTo(0.97, 2);
  expect(right / all.filter(({ isDoubtful }) => isDoubtful).length).toBeCloseTo(0.985, 2);
});
