import { z } from "zod";
import { compareText } from "../../../src/domain/money/compare-text.ts";
import { NEED_SCALES, type NeedScale } from "../../../src/domain/quality/need-scale.ts";
import type { Quality } from "../../../src/domain/quality/quality.ts";
import type { QualitySourceId } from "../../../src/domain/quality/quality-alias.ts";
import type { QualityScore } from "../../../src/domain/quality/quality-score.ts";
import { recordingIo } from "../../night/network/recording.ts";
import { type HeldOutScore, heldOutScores } from "../../night/quality/held-out.ts";
import { NEED_SOURCES } from "../../night/quality/need-quality.ts";
import { GENERAL_SCALE_SOURCES, qualityData, type ScaleSources } from "../../night/quality/quality-data.ts";
import { qualityScaleOf } from "../../night/quality/quality-scale.ts";
import { NO_QUALITY_READINGS, readQualityCurated } from "../../night/quality/quality-store.ts";
import { QUALITY_CREDITS, type QualityNight, refreshQuality } from "../../night/quality/refresh-quality.ts";
import { checkScores } from "./scores/scale-check.ts";
import type { VerifyResult } from "./verdict.ts";

const LONGEST_FIT_MS = 1_000;

const BY_USE = "https://openrouter.ai/api/v1/models?sort=top-weekly";
const ModelList = z.object({ data: z.array(z.object({ id: z.string() })) });

/** The quality fit on recorded scores: every score held out and predicted, the intervals checked, the fit timed and shuffled. */
export async function verifyQuality(dir: string): Promise<VerifyResult> {
  const io = recordingIo(dir);
  const curated = readQualityCurated("data/curated");
  const models = modelsByUse((await io.getJson(BY_USE))?.content);
  const night = await refreshQuality(io, { curated, models, before: { ...NO_QUALITY_READINGS, statuses: [] } });
  if (night.fit === null) return { title: "Quality", figures: [], failures: ["no recorded score to fit"] };
  const sold = new Set(models.map(({ id }) => id));
  const scores = night.scores.filter(({ source }) => GENERAL_SCALE_SOURCES.own.includes(source));
  const newest = newestScales(night.scores);
  const general = checkScores("all sources", { held: heldOutScores(scores), general: [], sold, newest });
  const needs = NEED_SCALES.map((scale) => needFigures(scale, night, sold));
  const fit = timedFit(night.scores, models);
  return {
    title: "Quality",
    figures: [
      `${night.scores.length} scores of ${night.fit.models} models in the fit; ${night.costs.length} measured costs`,
      ...statusFigures(night.rows, models),
      ...general.figures,
      `one fit takes ${Math.round(fit.ms)} ms, and gives the same rows from shuffled scores: ${fit.sameShuffled ? "yes" : "no"}`,
      ...needs.flatMap(({ figures }) => figures),
      ...night.findings.map(({ rule, subject, detail }) => `${rule}: ${subject}: ${detail}`),
    ],
    failures: [
      ...general.failures,
      ...needs.flatMap(({ failures }) => failures),
      ...(fit.ms > LONGEST_FIT_MS ? [`the fit takes ${Math.round(fit.ms)} ms`] : []),
      ...(fit.sameShuffled ? [] : ["shuffled scores give other rows"]),
    ],
  };
}

/** How well the scores on a need's own scales are predicted from what else its fit reads. */
function needFigures(need: NeedScale, { scores, needs }: Pick<QualityNight, "scores" | "needs">, sold: ReadonlySet<string>) {
  const { anchor, own, beside }: ScaleSources = NEED_SOURCES[need];
  const scoresOfNeed = scores.filter(({ source }) => own.includes(source) || beside.includes(source));
  const held = heldOutScores(scoresOfNeed, anchor).filter(({ scale }) => own.some((source) => scale.split(" ")[0] === source));
  const checked = checkScores(need, { held, general: heldByGeneral(scores, own), sold, newest: newestScales(scoresOfNeed) });
  const rows = needs.filter(({ scale }) => scale === need);
  const rated = rows.filter(({ status }) => status === "rated").length;
  return {
    figures: [
      `${need}: ${rows.length} models, ${rated} of them rated by two sources`,
      ...checked.figures.map((figure) => `${need}: ${figure}`),
    ],
    failures: checked.failures,
  };
}

/** LiveBench's own score counts its coding tasks in: it is no witness of them from without. */
const GENERAL_WITNESSES: readonly QualitySourceId[] = GENERAL_SCALE_SOURCES.own.filter((source) => source !== "livebench");

/** A need's scores as the general sources alone predict them, where the need's own fit reads others. */
function heldByGeneral(scores: readonly QualityScore[], sources: readonly QualitySourceId[]): readonly HeldOutScore[] {
  if (sources.length === 1) return [];
  return sources.flatMap((source) => {
    const witnessed = scores.filter((score) => score.source === source || GENERAL_WITNESSES.includes(score.source));
    return heldOutScores(witnessed).filter(({ scale }) => scale.split(" ")[0] === source);
  });
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
      (each) => among.filter((status) => status === each).length,
    );
    return `of the ${among.length} models in most use ${rated} rated, ${provisional} provisional, ${notRated} not rated`;
  });
}

/** The newest scale of each source: the one the limits are about. An older release asks other questions over another range. */
function newestScales(scores: readonly QualityScore[]): ReadonlySet<string> {
  const newest = [...Map.groupBy(scores, ({ source }) => source).values()].map((rows) =>
    rows.map(qualityScaleOf).toSorted(compareText).at(-1),
  );
  return new Set(newest.flatMap((scale) => scale ?? []));
}

function timedFit(scores: readonly QualityScore[], models: readonly UsedModel[]) {
  const input = { models, field: [], credits: QUALITY_CREDITS };
  const start = performance.now();
  const rows = qualityData({ ...input, scores }).rows;
  const ms = performance.now() - start;
  const shuffled = qualityData({ ...input, scores: scores.toReversed(), models: models.toReversed() }).rows;
  return { ms, sameShuffled: JSON.stringify(rows) === JSON.stringify(shuffled) };
}
