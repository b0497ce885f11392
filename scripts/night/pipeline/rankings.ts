import { join } from "node:path";
import { rankingMonthsIn, type SnapshotMonthFile, snapshotsIn } from "../../../src/data/snapshot-files.ts";
import { sellerOn } from "../../../src/domain/platform/platform.ts";
import { type QualityScaleName, scaleFor } from "../../../src/domain/quality/need-scale.ts";
import { measuredRun, outputRatios } from "../../../src/domain/quality/output-ratio.ts";
import type { Quality } from "../../../src/domain/quality/quality.ts";
import type { QualityFit } from "../../../src/domain/quality/quality-fit.ts";
import { DEFAULT_RANK_OPTIONS } from "../../../src/domain/ranking/cheapest.ts";
import {
  netCostRanking,
  onScale,
  type QualityBook,
  type RankingInput,
  rankingInputOf,
} from "../../../src/domain/ranking/ranking-input.ts";
import { rankingLines } from "../../../src/domain/ranking/ranking-lines.ts";
import {
  isInSnapshot,
  type RankingLine,
  type RankingSnapshot,
  withSnapshot,
} from "../../../src/domain/ranking/ranking-snapshot.ts";
import { packMonth, rankingMonthText } from "../../../src/domain/ranking/snapshot/ranking-month.ts";
import type { AssessedOffer } from "../../../src/domain/source/assessed-offer.ts";
import type { NightAssessor } from "../merge/night-assessor.ts";
import type { NeedQualityData } from "../quality/need-quality.ts";
import type { QualityReadings } from "../quality/quality-store.ts";
import { jsonSha256 } from "./snapshot/json-sha256.ts";
import { needFiguresTonight } from "./snapshot/need-figures.ts";
import type { Store } from "./store.ts";

/** What tonight's quality is, as far as a ranking reads it. */
interface RatedNight extends NeedQualityData, Pick<QualityReadings, "costs"> {
  readonly rows: readonly Quality[];
  readonly fit: QualityFit | null;
}

/**
 * The ranking files a night writes: the month of every workload whose rows differ from the newest kept before or on its day, with
 * them and their sha256 added. A later reading of the same day adds its rows; nothing kept is ever taken away. With them what the rankings of
 * needs with a scale of their own are worked out from.
 */
export function rankingsTonight(
  out: string,
  assessor: NightAssessor,
  { models, offers, seconds, rates, run }: Store,
  night: RatedNight,
): ReadonlyMap<string, string> {
  if (run === null || night.fit === null) return new Map();
  const { asOf } = run;
  const { tables } = assessor;
  const input = rankingInputTonight(assessor, { asOf, models, offers, seconds, rates }, night);
  const months = rankingMonthsIn(join(out, "rankings"));
  const changed = tables.presets.flatMap((preset) => {
    const newest = newestKept(months, preset.id, asOf);
    const lines = rankingLines(
      netCostRanking(onScale(input, scaleFor(preset.id, [])), preset, DEFAULT_RANK_OPTIONS, preset.worseAnswer.usd),
    );
    const sha256 = rowsSha256(lines);
    return lines.length === 0 || isInSnapshot(newest, sha256)
      ? []
      : [withSnapshot(newest, { workload: preset.id, asOf, sha256, rows: lines })];
  });
  return new Map([...changed.map((each) => monthWith(months, each)), ...needFiguresTonight(out, tables.presets, input, asOf)]);
}

/** What a night's rankings are made from. */
export function rankingInputTonight(
  { tables, assess }: NightAssessor,
  catalogue: Pick<Store, "models" | "offers" | "seconds" | "rates"> & { readonly asOf: string },
  night: RatedNight,
): RankingInput<AssessedOffer> {
  const byModel = Map.groupBy(assess(catalogue), ({ model }) => model);
  const sellers = new Map(tables.platforms.map((platform) => [platform.id, sellerOn(platform, catalogue.asOf)]));
  return rankingInputOf(catalogue.models, (id) => byModel.get(id) ?? [], qualityBook(night), sellers);
}

/** The newest kept day of a workload up to that one. */
function newestKept(months: readonly SnapshotMonthFile[], workload: string, asOf: string): RankingSnapshot | null {
  for (const each of months) {
    if (each.workload !== workload || each.month > asOf.slice(0, 7)) continue;
    const newest = snapshotsIn(each).find((snapshot) => snapshot.asOf <= asOf);
    if (newest !== undefined) return newest;
  }
  return null;
}

/** The month's file with that day in it. */
function monthWith(months: readonly SnapshotMonthFile[], tonight: RankingSnapshot): readonly [name: string, text: string] {
  const { workload, asOf } = tonight;
  const month = asOf.slice(0, 7);
  const file = months.find((each) => each.workload === workload && each.month === month);
  const others = file === undefined ? [] : snapshotsIn(file).filter((snapshot) => snapshot.asOf !== asOf);
  return [`rankings/${month}/${workload}.json`, rankingMonthText(packMonth(workload, month, [...others, tonight]))];
}

/** Tonight's qualities on every scale. */
function qualityBook({ rows, fit, needs, needFits, costs }: RatedNight): QualityBook {
  const keyOf = (scale: string, model: string): string => `${scale} ${model}`;
  const quality = new Map<string, Quality>(rows.map((row) => [keyOf("general", row.model), row]));
  for (const row of needs) quality.set(keyOf(row.scale, row.model), row);
  const fitOn = (scale: QualityScaleName) => (scale === "general" ? fit : needFits[scale]);
  const runs = rows.flatMap((row) => {
    const measured = measuredRun(costs, row);
    return measured === null ? [] : [[row.model, measured] as const];
  });
  const ratios = outputRatios(new Map(runs));
  return {
    outputRatioOf: (modelId) => ratios.get(modelId) ?? null,
    qualityOn: (scale, modelId) => quality.get(keyOf(scale, modelId)) ?? null,
    fieldOn: (scale) => fitOn(scale)?.field.map(({ elo }) => elo) ?? [],
  };
}

/** The checksum of rows as compact JSON: anyone who downloads them can compute it. */
export const rowsSha256 = (rows: readonly RankingLine[]): string => jsonSha256(rows);
