import type { QualitySourceId } from "../../../src/domain/quality/quality-alias.ts";
import type { Body, Io, Skipped } from "../sources/source.ts";

/** One row of a source, before it is known which model it is. */
export interface ScoreReading {
  readonly source: QualitySourceId;
  /** The source's own name, letter for letter. */
  readonly name: string;
  readonly score: number;
  readonly intervalLow: number | null;
  readonly intervalHigh: number | null;
  /** The share of cases the interval means to cover. */
  readonly intervalLevel: number | null;
  /** One standard deviation of the source's own error; null = not known for this row. */
  readonly standardError: number | null;
  /** The release whose scale this is; null = the source has one scale. */
  readonly release: string | null;
  /** The day the source dates the score with. */
  readonly scoredOn: string | null;
  readonly readAt: string;
  readonly url: string;
}

/** What it cost a source to run one model, in dollars as the source writes them. */
export interface CostReading {
  readonly source: QualitySourceId;
  readonly name: string;
  readonly release: string;
  readonly usdPerQuestion: string;
  readonly usdPerSuccessfulTask: string | null;
  /** Null = the source states none. */
  readonly outputTokensPerQuestion: number | null;
  readonly readAt: string;
  readonly url: string;
}

export interface ParsedScores {
  readonly scores: readonly ScoreReading[];
  readonly costs: readonly CostReading[];
  readonly skipped: readonly Skipped[];
}

/** The lowest and the highest middle of a board's scores that can be on its scale. */
export type UsualMedian = readonly [low: number, high: number];

/** One source of quality scores. `read` only fetches, `parse` is pure; it never matches, fits or writes. */
export interface QualitySource {
  readonly id: QualitySourceId;
  readonly name: string;
  /** Where a reader finds it. */
  readonly url: string;
  readonly licence: string;
  /** The line a page must carry that shows its scores. */
  readonly attribution: string;
  /** Where the middle of its scores lies, whatever becomes of its models: a board of shares is no board of points. */
  readonly usualMedian: UsualMedian;
  read(io: Io): Promise<readonly Body[]>;
  parse(bodies: readonly Body[]): ParsedScores;
}

/** Normal quantiles of the intervals sources state: half width = quantile · standard error. */
const QUANTILES: ReadonlyMap<number, number> = new Map([
  [0.9, 1.6449],
  [0.95, 1.96],
]);

/** The standard error behind an interval, to a thousandth: 95 % from 1,500 to 1,510 → 2.551. Null for an interval without width. */
export function standardErrorOf(low: number, high: number, level: number): number | null {
  const quantile = QUANTILES.get(level);
  if (quantile === undefined) throw new Error(`no normal quantile for an interval of ${level}`);
  const error = toThousandths((high - low) / (2 * quantile));
  return error > 0 ? error : null;
}

/** Scores to a thousandth: upstream writes float noise that would change files without changing anything. */
export const toThousandths = (score: number): number => Math.round(score * 1000) / 1000;

/** A name with more than one row stands for none of them: which one is meant cannot be known. */
export function withoutAmbiguous(scores: readonly ScoreReading[]): Pick<ParsedScores, "scores" | "skipped"> {
  const count = new Map<string, number>();
  for (const { name, release } of scores) count.set(`${release} ${name}`, (count.get(`${release} ${name}`) ?? 0) + 1);
  const isAlone = ({ name, release }: ScoreReading) => count.get(`${release} ${name}`) === 1;
  return {
    scores: scores.filter(isAlone),
    skipped: scores
      .filter((score) => !isAlone(score))
      .map(({ name }) => ({ subject: name, why: "name stands for several rows" })),
  };
}
