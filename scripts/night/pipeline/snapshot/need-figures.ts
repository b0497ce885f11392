import { join } from "node:path";
import { needFiguresIn, needMonthsIn } from "../../../../src/data/need-files.ts";
import type { WorkloadPreset } from "../../../../src/domain/cost/workload.ts";
import { compareText } from "../../../../src/domain/money/compare-text.ts";
import { millionthText } from "../../../../src/domain/money/micro-usd.ts";
import { NEED_SCALES, scaleFor } from "../../../../src/domain/quality/need-scale.ts";
import { DEFAULT_RANK_OPTIONS } from "../../../../src/domain/ranking/cheapest.ts";
import { priceModels, type RankableModel, type RankingInput } from "../../../../src/domain/ranking/ranking-input.ts";
import { leastMonths, longPromptPrice } from "../../../../src/domain/ranking/ranking-lines.ts";
import { NeedFigures, type NeedPriceLine, type NeedQualityLine } from "../../../../src/domain/ranking/snapshot/need-figures.ts";
import { needMonthText, packNeedMonth } from "../../../../src/domain/ranking/snapshot/need-month.ts";
import { assumesLongPrompts } from "../../../../src/domain/reference/tiers/assumes-long-prompts.ts";
import { jsonSha256 } from "./json-sha256.ts";

type Figures = Omit<NeedFigures, "asOf" | "sha256">;

/**
 * The file of what rankings by a need's own scale are made from, where tonight's figures differ from the newest kept before or on their day. Only
 * workloads judged by general quality: the others' rows are kept as they are. Nothing kept is ever taken away.
 */
export function needFiguresTonight(
  out: string,
  presets: readonly WorkloadPreset[],
  input: RankingInput,
  asOf: string,
): ReadonlyMap<string, string> {
  const figures = figuresOf(
    presets.filter(({ id }) => scaleFor(id, []) === "general"),
    input,
  );
  const sha256 = figuresSha256(figures);
  const month = asOf.slice(0, 7);
  const files = needMonthsIn(join(out, FOLDER)).filter((file) => file.month <= month);
  const newest = newestIn(files, asOf);
  if (figures.fields.length === 0 || newest?.sha256 === sha256) return new Map();
  const earlierFigures = files.filter((file) => file.month === month).flatMap(needFiguresIn);
  return new Map([
    [`${FOLDER}/${month}.json`, needMonthText(packNeedMonth(month, [...earlierFigures, { asOf, sha256, ...figures }]))],
  ]);
}

const FOLDER = "need-figures";

function newestIn(files: ReturnType<typeof needMonthsIn>, asOf: string): NeedFigures | null {
  for (const file of files) {
    const newest = needFiguresIn(file).findLast((figures) => figures.asOf <= asOf);
    if (newest !== undefined) return newest;
  }
  return null;
}

function figuresOf(presets: readonly WorkloadPreset[], input: RankingInput): Figures {
  const models = input.models.toSorted((a, b) => compareText(a.id, b.id));
  const fields = NEED_SCALES.flatMap((scale) => {
    const elos = input.needFieldElos[scale];
    return elos === undefined ? [] : [{ scale, elos: [...elos] }];
  });
  return {
    terms: presets.map(({ id, requests, worseAnswer }) => ({ workload: id, requests, worseAnswerUsd: worseAnswer.usd })),
    fields,
    qualities: fields.flatMap(({ scale }) => models.flatMap((model) => qualityLine(scale, model) ?? [])),
    prices: presets.flatMap((preset) => priceLines(preset, { ...input, models: models.filter(isOnlyRatedForNeed) })),
  };
}

function qualityLine(scale: NeedQualityLine["scale"], { id, needQuality }: RankableModel): NeedQualityLine | null {
  const quality = needQuality[scale];
  if (quality === undefined || quality.value === null || quality.interval === null || quality.status === "notRated") return null;
  const [low, high] = quality.interval;
  return {
    ...{ scale, modelId: id, value: quality.value, interval: [low, high], status: quality.status },
    sources: quality.sources.map((source) => source.id),
  };
}

/** The kept rows of the workload have no month of it. */
const isOnlyRatedForNeed = ({ quality, needQuality }: RankableModel): boolean =>
  quality?.value == null && NEED_SCALES.some((scale) => needQuality[scale]?.value != null);

function priceLines(preset: WorkloadPreset, input: RankingInput): readonly NeedPriceLine[] {
  return priceModels(input, preset, DEFAULT_RANK_OPTIONS).flatMap(({ model, cheapest, measuredLength }) => {
    if (cheapest === null || cheapest.landed === null) return [];
    return {
      ...{ workload: preset.id, modelId: model.id, offerId: cheapest.offer.id },
      landedUsdPerMonth: millionthText(cheapest.landed.upperUsd),
      ...(measuredLength === null
        ? {}
        : { billedUsdPerMonth: millionthText(measuredLength.landed.upperUsd), outputRatio: measuredLength.ratio }),
      ...leastMonths(cheapest.landed, measuredLength?.landed ?? null),
      ...longPromptPrice(assumesLongPrompts(cheapest.month)),
    };
  });
}

/** The checksum of figures as compact JSON. */
function figuresSha256({ terms, fields, qualities, prices }: Figures): string {
  return jsonSha256({ terms, fields, qualities, prices });
}

/** Kept figures that are not what was kept, as `2026-08 2026-08-22: …`: of another shape, or with a checksum that is of others. */
export function brokenNeedFigures(dir: string): readonly string[] {
  return needMonthsIn(dir).flatMap((file) =>
    needFiguresIn(file).flatMap((figures) => {
      const place = `${file.month} ${figures.asOf}`;
      const fits = NeedFigures.safeParse(figures).success && figures.asOf.startsWith(file.month);
      const isOther = figuresSha256(figures) !== figures.sha256;
      return [
        ...(fits ? [] : [`${place}: another shape`]),
        ...(isOther ? [`${place}: not the figures of ${figures.sha256}`] : []),
      ];
    }),
  );
}
