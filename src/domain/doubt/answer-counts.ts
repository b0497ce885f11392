import { EVIDENCE, type Evidence } from "../source/evidence-class.ts";
import { DOUBT_RULES, type Doubt, type DoubtRule } from "./doubt.ts";

/** One model as it is answered: who wins, what would win with unconfirmed platforms counted, and what speaks against its offers. */
export interface ModelAnswer {
  /** Place in OpenRouter's order of use; null = not listed there. */
  readonly usageRank: number | null;
  /** How many platforms sell it at a price. */
  readonly platforms: number;
  /** How many of them have an offer that may win. */
  readonly eligiblePlatforms: number;
  /** Null = none may win. */
  readonly winner: { readonly offerId: string; readonly evidence: Evidence } | null;
  /** The offer that would win with unconfirmed platforms counted; null = none. */
  readonly unconfirmedWinner: string | null;
  /** A list for each of its offers, empty where nothing speaks against it. */
  readonly doubts: readonly (readonly Doubt[])[];
}

/** So many models at the top of the order of use are to have an answer, all of them. */
export const MOST_USED = 200;

export interface AnswerCounts {
  readonly models: number;
  /** By how the winner's price is known. */
  readonly winners: ReadonlyMap<Evidence, number>;
  /** Models whose answer is another with unconfirmed platforms, or is there only with them. */
  readonly changed: number;
  readonly offersInDoubt: number;
  /** An offer counts under each rule that speaks against it. */
  readonly doubts: ReadonlyMap<DoubtRule, number>;
  /** Models by how many platforms have an offer that may win; `none` have no answer. */
  readonly eligiblePlatforms: { readonly none: number; readonly one: number; readonly two: number; readonly threeOrMore: number };
  readonly mostUsed: Answered;
  /** Of the models that two platforms or more sell at a price. */
  readonly soldByTwo: Answered;
}

export interface Answered {
  readonly models: number;
  readonly answered: number;
}

/**
 * What an answer rests on, over all models: of three models won by Anthropic's page, a copy of OpenRouter's API and nobody →
 * `winners` with transcribed 1 and mirror 1, `eligiblePlatforms.none` 1.
 */
export function answerCounts(models: readonly ModelAnswer[]): AnswerCounts {
  const doubts = models.flatMap((model) => model.doubts);
  const withPlatforms = (holds: (platforms: number) => boolean) =>
    models.filter(({ eligiblePlatforms }) => holds(eligiblePlatforms)).length;
  return {
    models: models.length,
    winners: countBy(EVIDENCE, (evidence) => models.filter(({ winner }) => winner?.evidence === evidence).length),
    changed: models.filter(({ winner, unconfirmedWinner }) => (winner?.offerId ?? null) !== unconfirmedWinner).length,
    offersInDoubt: doubts.filter((each) => each.length > 0).length,
    doubts: countBy(DOUBT_RULES, (rule) => doubts.filter((each) => each.some((doubt) => doubt.rule === rule)).length),
    eligiblePlatforms: {
      none: withPlatforms((platforms) => platforms === 0),
      one: withPlatforms((platforms) => platforms === 1),
      two: withPlatforms((platforms) => platforms === 2),
      threeOrMore: withPlatforms((platforms) => platforms >= 3),
    },
    mostUsed: answered(models.filter(({ usageRank }) => usageRank !== null && usageRank <= MOST_USED)),
    soldByTwo: answered(models.filter(({ platforms }) => platforms >= 2)),
  };
}

const answered = (models: readonly ModelAnswer[]): Answered => ({
  models: models.length,
  answered: models.filter(({ winner }) => winner !== null).length,
});

const countBy = <Name>(names: readonly Name[], count: (name: Name) => number): ReadonlyMap<Name, number> =>
  new Map(names.map((name) => [name, count(name)]));
