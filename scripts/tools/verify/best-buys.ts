import type { WorkloadPreset } from "../../../src/domain/cost/workload.ts";
import type { Model } from "../../../src/domain/model/model.ts";
import { meetsNeed, NEEDS, type Need } from "../../../src/domain/model/need.ts";
import { compareText } from "../../../src/domain/money/compare-text.ts";
import { lowerMedian } from "../../../src/domain/money/median.ts";
import { scaleFor } from "../../../src/domain/quality/need-scale.ts";
import type { QualitySourceId } from "../../../src/domain/quality/quality-alias.ts";
import { DEFAULT_RANK_OPTIONS } from "../../../src/domain/ranking/cheapest.ts";
import { firstPlaceSensitivity, type Sensitivity } from "../../../src/domain/ranking/net-cost/first-place-sensitivity.ts";
import type { RankedQuality, RankingRow } from "../../../src/domain/ranking/ranking.ts";
import {
  netCostRanking,
  onScale,
  priceModels,
  type RankableModel,
  type RankingInput,
  restrictedInput,
} from "../../../src/domain/ranking/ranking-input.ts";
import { winShare } from "../../../src/domain/ranking/win-share.ts";
import { nightAssessor } from "../../night/merge/night-assessor.ts";
import { recordingIo } from "../../night/network/recording.ts";
import { rankingInputTonight } from "../../night/pipeline/rankings.ts";
import type { Store } from "../../night/pipeline/store.ts";
import { NO_QUALITY_READINGS, readQualityCurated } from "../../night/quality/quality-store.ts";
import { refreshQuality } from "../../night/quality/refresh-quality.ts";
import type { VerifyResult } from "./verdict.ts";

const TITLE = "Best buys";

/**
 * Issue 14: at every preset's price of a worse answer nobody under the field's median is first, for no need either, and what the page says a first
 * place depends on is found when every source and every seller is left out in turn and the whole ranking made again.
 */
export async function verifyBestBuys(dir: string, store: Store): Promise<VerifyResult> {
  if (store.run === null) return { title: TITLE, figures: [], failures: ["the recordings make no night"] };
  const assessor = nightAssessor("data/curated");
  const curated = readQualityCurated("data/curated");
  const before = { ...NO_QUALITY_READINGS, statuses: [] };
  const night = await refreshQuality(recordingIo(dir), { curated, models: store.models, before });
  const { presets } = assessor.tables;
  const input = rankingInputTonight(assessor, { ...store, asOf: store.run.asOf }, night);
  const checks = presets.map((preset) => checkPreset(preset, onScale(input, scaleFor(preset.id, []))));
  const models = new Map(store.models.map((model) => [model.id, model]));
  const needs = presets.flatMap((preset) => NEEDS.map((need) => checkNeed(preset, need, input, models)));
  return {
    title: TITLE,
    figures: [...checks.map(({ figure }) => figure), `first of ${needs.length} workloads and needs: ${needsText(needs)}`],
    failures: [...checks, ...needs].flatMap(({ failures }) => failures),
  };
}

/** The first of the models that meet a need, by what the evidence says of it: one that a single source has scored is counted lower. */
function checkNeed(preset: WorkloadPreset, need: Need, input: RankingInput, models: ReadonlyMap<string, Model>) {
  const meets = ({ id }: { readonly id: string }): boolean => {
    const model = models.get(id);
    return model !== undefined && meetsNeed(model, need);
  };
  const scaled = onScale({ ...input, models: input.models.filter(meets) }, scaleFor(preset.id, [need]));
  const first = firstOf(preset, scaled);
  if (first === null) return { above: Number.NEGATIVE_INFINITY, failures: [`${preset.id} ${need}: nobody is ranked`] };
  const above = first.chance.p - medianShare(scaled.fieldElos);
  const what = `${preset.id} ${need}: ${first.modelId} is first`;
  return { above, failures: above >= 0 ? [] : [`${what}, ${(-above).toFixed(3)} under the field's median`] };
}

/** `each above the field's median, the least by 0.021` */
function needsText(needs: readonly { readonly above: number }[]): string {
  const under = needs.filter(({ above }) => above < 0).length;
  const least = Math.min(...needs.map(({ above }) => above));
  return under === 0
    ? `each above the field's median, the least by ${least.toFixed(3)}`
    : `${under} under the field's median, or without anybody`;
}

function checkPreset(preset: WorkloadPreset, input: RankingInput) {
  const first = firstOf(preset, input);
  if (first === null) return { figure: `${preset.id}: nobody is ranked`, failures: [`${preset.id}: nobody is ranked`] };
  const median = medianShare(input.fieldElos);
  const shown = supportsTold(preset, input, first).map(supportKey);
  const expected = supportsFound(preset, input, first).map(supportKey);
  const hangs = shown.length === 0 ? "hangs on nothing" : `hangs on ${shown.join(", ")}`;
  const chance = first.chance.counted;
  return {
    figure: `${preset.id} at $${preset.worseAnswer.usd}: ${first.modelId}, p ${chance.toFixed(3)} (median of the field ${median.toFixed(3)}), best ${winsText(first)}; ${hangs}`,
    failures: [
      ...(chance < median
        ? [`${preset.id}: ${first.modelId} is first with p ${chance.toFixed(3)}, under the field's median`]
        : []),
      ...(shown.join() === expected.join() ? [] : [`${preset.id}: hangs on ${expected.join(", ")}; told is ${shown.join(", ")}`]),
    ],
  };
}

/** `from $0.003 to $0.12`, `from $1.0 on` */
const winsText = ({ wins }: RankingRow): string =>
  wins === null ? "nowhere" : `from $${wins.from.toPrecision(2)} ${wins.to === null ? "on" : `to $${wins.to.toPrecision(2)}`}`;

const firstOf = (preset: WorkloadPreset, input: RankingInput): RankingRow | null =>
  netCostRanking(input, preset, DEFAULT_RANK_OPTIONS, preset.worseAnswer.usd).rows[0] ?? null;

/** The share of wins that half of the field has against the field. */
function medianShare(elos: readonly number[]): number {
  return lowerMedian(elos.map((elo) => winShare(elo, elos) ?? 0)) ?? 0;
}

/** What the page says. */
function supportsTold(preset: WorkloadPreset, input: RankingInput, first: RankingRow): readonly Sensitivity[] {
  const priced = priceModels(input, preset, DEFAULT_RANK_OPTIONS);
  const quality = new Map(input.models.map((model) => [model.id, model.quality]));
  const seller = sellerOf(input, first);
  const elsewhere = restrictedInput(
    input,
    (id) => id === first.modelId,
    (platform) => platform !== seller,
  );
  return firstPlaceSensitivity(first.modelId, {
    priced,
    qualityOf: (id) => quality.get(id) ?? null,
    fieldElos: input.fieldElos,
    terms: { requests: preset.requests, worseAnswerUsd: preset.worseAnswer.usd },
    firstElsewhere: priceModels(elsewhere, preset, DEFAULT_RANK_OPTIONS)[0] ?? null,
  });
}

/** The same the long way: every source, and then every seller, left out of everything. */
function supportsFound(preset: WorkloadPreset, input: RankingInput, first: RankingRow): readonly Sensitivity[] {
  const sources = new Set(input.models.flatMap(({ quality }) => quality?.sources.map(({ id }) => id) ?? []));
  const platforms = new Set(input.models.flatMap(({ offers }) => offers.map(({ platform }) => platform)));
  const bySource = [...sources].toSorted(compareText).map((source): Sensitivity => {
    const models = input.models.map((model): RankableModel => ({ ...model, quality: without(model.quality, source) }));
    return { source, bestBuyWithout: firstOf(preset, { ...input, models })?.modelId ?? null };
  });
  const bySeller = [...platforms].toSorted(compareText).map((seller): Sensitivity => {
    const withoutIt = restrictedInput(
      input,
      () => true,
      (platform) => platform !== seller,
    );
    return { source: null, bestBuyWithout: firstOf(preset, withoutIt)?.modelId ?? null };
  });
  return [...bySource, ...bySeller].filter(({ bestBuyWithout }) => bestBuyWithout !== first.modelId);
}

function without(quality: RankedQuality | null, source: QualitySourceId): RankedQuality | null {
  if (quality === null || quality.sources.every(({ id }) => id !== source)) return quality;
  const withoutSource = quality.without?.find((each) => each.source === source);
  return withoutSource === undefined ? null : { ...withoutSource, sources: quality.sources.filter(({ id }) => id !== source) };
}

const sellerOf = (input: RankingInput, { modelId, offerId }: RankingRow): string | undefined =>
  input.models.find(({ id }) => id === modelId)?.offers.find(({ id }) => id === offerId)?.platform;

const supportKey = ({ source, bestBuyWithout }: Sensitivity): string => `${source ?? "its seller"} (then ${bestBuyWithout})`;
