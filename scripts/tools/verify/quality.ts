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

/**
 * The root mean squared error a held-out score may have, as a share of the standard deviation of its board's scores, the same for every board:
 * at 0.8 the other sources tell over a third of what sets its models apart (1 − 0.8²).
 */
const LARGEST_SHARE = 0.8;
/** Limits in a board's own unit that were set earlier and are narrower (issue 4, point 2; vision from its first fit): they hold as well. */
const EARLIER_LIMITS: ReadonlyMap<string, number> = new Map([
  ["lmarena", 25],
  ["epoch-eci", 3.5],
  ["livebench", 2.6],
  ["lmarena-vision", 35],
]);
/** Issue 14: what a 90 % interval may cover of the held-out scores, over a need and on the newest scale of every board. */
const LEAST_COVERAGE = 0.85;
const MOST_COVERAGE = 0.95;
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
  const errors = errorFigures(held, sold, newestScales(scores));
  const needs = NEED_SCALES.map((scale) => needFigures(scale, night, sold));
  const covered = coverage(held);
  const fit = timedFit(night.scores, models);
  return {
    title: "Quality",
    figures: [
      `${night.scores.length} scores of ${night.fit.models} models in the fit; ${night.costs.length} measured costs`,
      ...statusFigures(night.rows, models),
      ...errors.figures,
      `${percent(covered)} of ${held.length} held-out scores fall in the stated 90 % interval (${percent(LEAST_COVERAGE)} to ${percent(MOST_COVERAGE)})`,
      `one fit takes ${Math.round(fit.ms)} ms, and gives the same rows from shuffled scores: ${fit.sameShuffled ? "yes" : "no"}`,
      ...needs.flatMap(({ figures }) => figures),
      ...night.findings.map(({ rule, subject, detail }) => `${rule}: ${subject}: ${detail}`),
    ],
    failures: [
      ...errors.failures,
      ...needs.flatMap(({ failures }) => failures),
      ...coverageFailures("all sources", covered),
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
  const errors = errorFigures(held, sold, newestScales(read));
  const covered = coverage(held);
  const rows = needs.filter(({ scale }) => scale === need);
  const rated = rows.filter(({ status }) => status === "rated").length;
  return {
    figures: [
      `${need}: ${rows.length} models, ${rated} of them rated by two sources`,
      ...errors.figures.map((figure) => `${need}: ${figure}`),
      `${need}: ${percent(covered)} of ${held.length} held-out scores fall in the stated 90 % interval (${percent(LEAST_COVERAGE)} to ${percent(MOST_COVERAGE)})`,
    ],
    failures: [...errors.failures, ...coverageFailures(need, covered)],
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

function errorFigures(held: readonly HeldOutScore[], sold: ReadonlySet<string>, newest: ReadonlySet<string>) {
  const groups = [...Map.groupBy(held, ({ scale }) => scale)].toSorted(([a], [b]) => compareText(a, b));
  const checks = groups.map(([scale, rows]) => checkScale(scale, rows, sold, newest.has(scale)));
  return { figures: checks.map(({ figure }) => figure), failures: checks.flatMap(({ failures }) => failures) };
}

/** The limit holds for the models sold on the recorded day: they are what is ranked. Retired ones are printed beside them. */
function checkScale(scale: string, rows: readonly HeldOutScore[], sold: ReadonlySet<string>, isNewest: boolean) {
  const current = rows.filter(({ model }) => sold.has(model));
  const error = rootMeanSquare(current);
  const spread = Math.sqrt(mean(current.map(({ score }) => (score - mean(current.map((row) => row.score))) ** 2)));
  const limit = Math.min(LARGEST_SHARE * spread, EARLIER_LIMITS.get(scale.split(" ")[0] ?? scale) ?? Number.POSITIVE_INFINITY);
  const covered = coverage(rows);
  const byWitness = [1, 2].map((count) => {
    const some = current.filter(({ witnesses }) => witnesses === count);
    return `${rootMeanSquare(some).toFixed(2)} from ${count} other ${count === 1 ? "source" : "sources"} (${some.length})`;
  });
  const against = isNewest ? `limit ${limit.toFixed(2)}` : "older release, a wider range: no limit of its own";
  const figure = [
    `${scale}: held-out RMSE ${error.toFixed(2)} on ${current.length} models sold that day (${against}; spread of the scores ${spread.toFixed(1)})`,
    `${byWitness.join(", ")}; all ${rows.length} models ${rootMeanSquare(rows).toFixed(2)}; ${percent(covered)} covered`,
  ].join("; ");
  if (!isNewest) return { figure, failures: [] };
  return {
    figure,
    failures: [
      ...(error > limit ? [`${scale}: held-out RMSE ${error.toFixed(2)} is above ${limit.toFixed(2)}`] : []),
      ...coverageFailures(scale, covered),
    ],
  };
}

/** Too few: the intervals are too narrow. Too many: they are wider than they claim. */
function coverageFailures(what: string, covered: number): readonly string[] {
  const isWithin = covered >= LEAST_COVERAGE && covered <= MOST_COVERAGE;
  const goal = `${percent(LEAST_COVERAGE)} to ${percent(MOST_COVERAGE)}`;
  return isWithin ? [] : [`${what}: coverage ${percent(covered)} is not within ${goal}`];
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
