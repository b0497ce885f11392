import { z } from "zod";
import { compareText } from "../../../src/domain/money/compare-text.ts";
import { NEED_SCALES, type NeedScale } from "../../../src/domain/quality/need-scale.ts";
import type { Quality } from "../../../src/domain/quality/quality.ts";
import type { QualityScore } from "../../../src/domain/quality/quality-score.ts";
import { recordingIo } from "../../night/network/recording.ts";
import { coverage, type HeldOutScore, heldOutScores, rootMeanSquare } from "../../night/quality/held-out.ts";
import { NEED_SOURCES } from "../../night/quality/need-quality.ts";
import { GENERAL, qualityData, type ScaleSources } from "../../night/quality/quality-data.ts";
import { scaleOf } from "../../night/quality/quality-scale.ts";
import { NO_QUALITY_READINGS, readQualityCurated } from "../../night/quality/quality-store.ts";
import { QUALITY_CREDITS, type QualityNight, refreshQuality } from "../../night/quality/refresh-quality.ts";
import type { Verdict } from "./verdict.ts";

/** Issue 4, point 2: the root mean squared error a held-out score may have, in each source's own unit. */
const LARGEST_ERROR: ReadonlyMap<string, number> = new Map([
  ["lmarena", 25],
  ["epoch-eci", 3.5],
  ["livebench", 2.6],
]);
/** The same for the scales of needs, from the spread of each board: with two sources eight tenths of it, with four half of it. */
const LARGEST_NEED_ERROR: Readonly<Record<NeedScale, ReadonlyMap<string, number>>> = {
  coding: new Map([
    ["lmarena-webdev", 88],
    ["livebench-coding", 4.7],
  ]),
  vision: new Map([["lmarena-vision", 35]]),
};
const LEAST_COVERAGE = 0.85;
const LONGEST_FIT_MS = 1_000;

const BY_USE = "https://openrouter.ai/api/v1/models?sort=top-weekly";
const ModelList = z.object({ data: z.array(z.object({ id: z.string() })) });

/** The quality fit on recorded scores: every score held out and predicted, the intervals checked, the fit timed and shuffled. */
export async function verifyQuality(dir: string): Promise<Verdict> {
  const io = recordingIo(dir);
  const curated = readQualityCurated("data/curated");
  const models = modelsByUse((await io.getJson(BY_USE))?.content);
  const night = await refreshQuality(io, { curated, models, before: { ...NO_QUALITY_READINGS, statuses: [] } });
  if (night.fit === null) return { title: "Quality", figures: [], failures: ["no recorded score to fit"] };
  const sold = new Set(models.map(({ id }) => id));
  const scores = night.scores.filter(({ source }) => GENERAL.own.includes(source));
  const held = heldOutScores(scores);
  const errors = errorFigures(held, sold, newestScales(scores), LARGEST_ERROR);
  const needs = NEED_SCALES.map((scale) => needFigures(scale, night, sold));
  const covered = coverage(held);
  const fit = timedFit(night.scores, models);
  return {
    title: "Quality",
    figures: [
      `${night.scores.length} scores of ${night.fit.models} models in the fit; ${night.costs.length} measured costs`,
      ...statusFigures(night.rows, models),
      ...errors.figures,
      `${percent(covered)} of ${held.length} held-out scores fall in the stated 90 % interval (at least ${percent(LEAST_COVERAGE)})`,
      `one fit takes ${Math.round(fit.ms)} ms, and gives the same rows from shuffled scores: ${fit.sameShuffled ? "yes" : "no"}`,
      ...needs.flatMap(({ figures }) => figures),
      ...night.findings.map(({ rule, subject, detail }) => `${rule}: ${subject}: ${detail}`),
    ],
    failures: [
      ...errors.failures,
      ...needs.flatMap(({ failures }) => failures),
      ...(covered < LEAST_COVERAGE ? [`coverage ${percent(covered)} is below ${percent(LEAST_COVERAGE)}`] : []),
      ...(fit.ms > LONGEST_FIT_MS ? [`the fit takes ${Math.round(fit.ms)} ms`] : []),
      ...(fit.sameShuffled ? [] : ["shuffled scores give other rows"]),
    ],
  };
}

/** How well the scores on a need's own scales are predicted from what else its fit reads. */
function needFigures(need: NeedScale, { scores, needs }: Pick<QualityNight, "scores" | "needs">, sold: ReadonlySet<string>) {
  const { anchor, own, beside }: ScaleSources = NEED_SOURCES[need];
  const read = scores.filter(({ source }) => own.includes(source) || beside.includes(source));
  const held = heldOutScores(read, anchor).filter(({ scale }) => own.some((source) => scale.split(" ")[0] === source));
  const errors = errorFigures(held, sold, newestScales(read), LARGEST_NEED_ERROR[need]);
  const covered = coverage(held);
  const rows = needs.filter(({ scale }) => scale === need);
  const rated = rows.filter(({ status }) => status === "rated").length;
  return {
    figures: [
      `${need}: ${rows.length} models, ${rated} of them rated by two sources`,
      ...errors.figures.map((figure) => `${need}: ${figure}`),
      `${need}: ${percent(covered)} of ${held.length} held-out scores fall in the stated 90 % interval (at least ${percent(LEAST_COVERAGE)})`,
    ],
    failures: [
      ...errors.failures,
      ...(covered < LEAST_COVERAGE ? [`${need}: coverage ${percent(covered)} is below ${percent(LEAST_COVERAGE)}`] : []),
    ],
  };
}

interface UsedModel {
  readonly id: string;
  readonly baseModel: string | null;
  readonly usageRank: number;
}

/** OpenRouter's plain models in order of use; a `-fast` id whose base is sold too has that base. */
function modelsByUse(body: unknown): readonly UsedModel[] {
  const ids = ModelList.parse(body)
    .data.map(({ id }) => id)
    .filter((id) => !/[:~]/.test(id) && !id.startsWith("openrouter/"));
  const sold = new Set(ids);
  return ids.map((id, index) => {
    const base = id.replace(/-fast$/, "");
    return { id, baseModel: base !== id && sold.has(base) ? base : null, usageRank: index + 1 };
  });
}

function statusFigures(rows: readonly Quality[], models: readonly UsedModel[]): readonly string[] {
  const status = new Map(rows.map((row) => [row.model, row.status]));
  return [models.length, 100, 50].map((count) => {
    const among = models.slice(0, count).map(({ id }) => status.get(id));
    const [rated, provisional, notRated] = (["rated", "provisional", "notRated"] as const).map(
      (each) => among.filter((one) => one === each).length,
    );
    return `of the ${among.length} models in most use ${rated} rated, ${provisional} provisional, ${notRated} not rated`;
  });
}

/** The newest scale of each source: the one the limits are about. An older release asks other questions over another range. */
function newestScales(scores: readonly QualityScore[]): ReadonlySet<string> {
  const newest = [...Map.groupBy(scores, ({ source }) => source).values()].map((rows) =>
    rows.map(scaleOf).toSorted(compareText).at(-1),
  );
  return new Set(newest.flatMap((scale) => scale ?? []));
}

function errorFigures(
  held: readonly HeldOutScore[],
  sold: ReadonlySet<string>,
  newest: ReadonlySet<string>,
  limits: ReadonlyMap<string, number>,
) {
  const groups = [...Map.groupBy(held, ({ scale }) => scale)].toSorted(([a], [b]) => compareText(a, b));
  const checks = groups.map(([scale, rows]) =>
    checkScale(scale, rows, sold, newest.has(scale) ? limits.get(scale.split(" ")[0] ?? scale) : undefined),
  );
  return { figures: checks.map(({ figure }) => figure), failures: checks.flatMap(({ failure }) => failure ?? []) };
}

/** The limit holds for the models sold on the recorded day: they are what is ranked. Retired ones are printed beside them. */
function checkScale(scale: string, rows: readonly HeldOutScore[], sold: ReadonlySet<string>, limit: number | undefined) {
  const current = rows.filter(({ model }) => sold.has(model));
  const error = rootMeanSquare(current);
  const spread = Math.sqrt(mean(current.map(({ score }) => (score - mean(current.map((row) => row.score))) ** 2)));
  const byWitness = [1, 2].map((count) => {
    const some = current.filter(({ witnesses }) => witnesses === count);
    return `${rootMeanSquare(some).toFixed(2)} from ${count} other ${count === 1 ? "source" : "sources"} (${some.length})`;
  });
  const against = limit === undefined ? "older release, a wider range: no limit of its own" : `limit ${limit}`;
  const figure = [
    `${scale}: held-out RMSE ${error.toFixed(2)} on ${current.length} models sold that day (${against}; spread of the scores ${spread.toFixed(1)})`,
    `${byWitness.join(", ")}; all ${rows.length} models ${rootMeanSquare(rows).toFixed(2)}; ${percent(coverage(rows))} covered`,
  ].join("; ");
  const isOver = limit !== undefined && error > limit;
  return { figure, failure: isOver ? `${scale}: held-out RMSE ${error.toFixed(2)} is above ${limit}` : null };
}

function timedFit(scores: readonly QualityScore[], models: readonly UsedModel[]) {
  const input = { models, field: [], credits: QUALITY_CREDITS };
  const start = performance.now();
  const rows = qualityData({ ...input, scores }).rows;
  const ms = performance.now() - start;
  const shuffled = qualityData({ ...input, scores: scores.toReversed(), models: models.toReversed() }).rows;
  return { ms, sameShuffled: JSON.stringify(rows) === JSON.stringify(shuffled) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
