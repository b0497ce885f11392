import { parse as parseCsv } from "csv-parse/sync";
import { z } from "zod";
import { PaidUsd } from "../../../../src/domain/quality/measured-cost.ts";
import type { Body, Skipped } from "../../sources/source.ts";
import {
  type CostReading,
  type ParsedScores,
  type QualitySource,
  type ScoreReading,
  toThousandths,
  withoutAmbiguous,
} from "../quality-source.ts";
import { type ReleaseBodies, readReleases, releasesOf } from "./livebench-release.ts";

/** LiveBench: 23 tasks in seven categories with answers that can be checked, and what it cost to run them. Each release asks new questions. */
export const livebench: QualitySource = {
  id: "livebench",
  name: "LiveBench",
  url: "https://livebench.ai",
  licence: "Apache-2.0 (suite); its data sheet claims no copyright in the data",
  attribution: "LiveBench, livebench.ai (Apache-2.0 suite).",
  usualMedian: [5, 100],
  read: readReleases,
  parse: (bodies) => joined(releasesOf(bodies).map((release) => parseRelease(release, "livebench"))),
};

/** The same benchmark's coding tasks alone: code written and completed, and repositories worked on by an agent. */
export const livebenchCoding: QualitySource = {
  ...livebench,
  id: "livebench-coding",
  name: "LiveBench coding and agentic coding",
  parse: (bodies) => ({
    ...joined(releasesOf(bodies).map((release) => parseRelease(release, "livebench-coding"))),
    // The cost of a question is one figure for all tasks: it stands with the whole benchmark.
    costs: [],
  }),
};

const joined = (releases: readonly ParsedScores[]): ParsedScores => ({
  scores: releases.flatMap(({ scores }) => scores),
  costs: releases.flatMap(({ costs }) => costs),
  skipped: releases.flatMap(({ skipped }) => skipped),
});

/** The categories of LiveBench that ask for code. */
const CODING = new Set(["Coding", "Agentic Coding"]);

type LivebenchId = "livebench" | "livebench-coding";

const Rows = z.array(z.record(z.string(), z.string().optional()));
type Row = z.output<typeof Rows>[number];
const Categories = z
  .record(z.string(), z.array(z.string()).min(1))
  .refine((table) => Object.keys(table).length > 0, { error: "no categories" });
const Points = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number)
  .pipe(z.number().min(0).max(100));
const Tokens = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number)
  .pipe(z.number().positive());
const Count = z.string().regex(/^\d+$/).transform(Number).pipe(z.int().positive());

function parseRelease({ release, table, categories, cost }: ReleaseBodies, source: LivebenchId): ParsedScores {
  const all = Object.entries(Categories.parse(categories.content));
  const tasks = all.filter(([category]) => source === "livebench" || CODING.has(category)).map(([, names]) => names);
  if (tasks.length === 0) throw new Error(`${categories.url}: no category of ${source}`);
  const costRows = cost === null ? [] : rowsOf(cost);
  const questions = questionCounts(costRows[0], tasks.flat());
  const rows = rowsOf(table).map((row) => readRow(row, { tasks, questions, release, source, ...table }));
  const scoredRows = rows.filter((row) => "score" in row);
  if (scoredRows.length === 0) throw new Error(`${table.url}: no row with every task`);
  const alone = withoutAmbiguous(scoredRows);
  const costs = cost === null ? [] : costRows.map((row) => readCost(row, release, cost));
  return {
    scores: alone.scores,
    costs: costs.filter((row) => "usdPerQuestion" in row),
    skipped: [...rows.filter((row) => "why" in row), ...alone.skipped, ...costs.filter((row) => "why" in row)],
  };
}

/** A row may end early; its missing tasks are then missing, not zero. */
const rowsOf = (body: Body): readonly Row[] =>
  Rows.parse(
    parseCsv(z.string().parse(body.content), { columns: true, bom: true, skip_empty_lines: true, relax_column_count_less: true }),
  );

/** How many questions each task has (`nq_<task>`), or null when this release does not say. */
function questionCounts(row: Row | undefined, tasks: readonly string[]): ReadonlyMap<string, number> | null {
  const counts = tasks.map((task) => [task, Count.safeParse(row?.[`nq_${task}`]).data] as const);
  return counts.every((entry): entry is readonly [string, number] => entry[1] !== undefined) ? new Map(counts) : null;
}

/** What all rows of a table share. */
interface ScoreTable extends Pick<Body, "readAt" | "url"> {
  /** The tasks of each category. */
  readonly tasks: readonly (readonly string[])[];
  /** How many questions each task has; null = this release does not say. */
  readonly questions: ReadonlyMap<string, number> | null;
  readonly release: string;
  readonly source: LivebenchId;
}

function readRow(row: Row, { tasks, questions, release, source, readAt, url }: ScoreTable): ScoreReading | Skipped {
  const name = row["model"] ?? "";
  const points = tasks.map((category) => category.map((task) => Points.safeParse(row[task]).data));
  if (name === "" || !points.every(isComplete)) return { subject: name, why: "row lacks a task" };
  return {
    source,
    name,
    score: toThousandths(mean(points.map(mean))),
    intervalLow: null,
    intervalHigh: null,
    intervalLevel: null,
    standardError: questions === null ? null : samplingError(points, tasks, questions),
    release,
    scoredOn: release,
    readAt,
    url,
  };
}

const isComplete = (category: (number | undefined)[]): category is number[] => category.every((each) => each !== undefined);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The score is a mean of category means of task means, each of n questions right or wrong: var = Σ p(1−p)/n, weighted by the squares of
 * the shares. 75 of 100 with 1,270 questions: about 1.2 points. Partial credit makes the true error smaller.
 */
function samplingError(
  points: readonly (readonly number[])[],
  tasks: readonly (readonly string[])[],
  questions: ReadonlyMap<string, number>,
): number {
  const variance = points.flatMap((category, index) =>
    category.map((score, task) => {
      const count = questions.get(tasks[index]?.[task] ?? "") ?? 1;
      return (score * (100 - score)) / count / (points.length * category.length) ** 2;
    }),
  );
  return Math.max(toThousandths(Math.sqrt(variance.reduce((sum, each) => sum + each, 0))), 0.001);
}

/** A stealth model measured while it was free costs nothing that anybody could pay: it has no measured cost. */
function readCost(row: Row, release: string, { readAt, url }: Body): CostReading | Skipped {
  const name = row["model"] ?? "";
  const usdPerQuestion = PaidUsd.safeParse(row["cost_per_question"]);
  if (name === "" || !usdPerQuestion.success) return { subject: name, why: "cost is zero or missing" };
  return {
    source: "livebench",
    name,
    release,
    usdPerQuestion: usdPerQuestion.data,
    usdPerSuccessfulTask: PaidUsd.safeParse(row["cost_per_successful_task"]).data ?? null,
    outputTokensPerQuestion: Tokens.safeParse(row["avg_output_tokens"]).data ?? null,
    readAt,
    url,
  };
}
