import { compareText } from "../../../src/domain/money/compare-text.ts";
import type { NeedFits, NeedQuality } from "../../../src/domain/quality/need-quality.ts";
import { NEED_SCALES, type NeedScale } from "../../../src/domain/quality/need-scale.ts";
import { type QualityData, type QualityInput, qualityData, type ScaleSources } from "./quality-data.ts";

/**
 * What each need is judged by. Coding: what LMArena's WebDev votes and LiveBench's coding tasks have in common. Vision has one board: quality is
 * a model's standing on it, and what the general sources say of the model narrows the board's own error a little.
 */
export const NEED_SOURCES = {
  coding: { anchor: "lmarena-webdev", own: ["livebench-coding", "lmarena-webdev"], beside: [], isStanding: false },
  vision: { anchor: "lmarena-vision", own: ["lmarena-vision"], beside: ["epoch-eci", "livebench", "lmarena"], isStanding: true },
} as const satisfies Record<NeedScale, ScaleSources>;

export interface NeedQualityData {
  readonly needs: readonly NeedQuality[];
  readonly needFits: NeedFits;
}

/** Scores of all sources → one quality per need and model. Models that no source of a need has scored have no row for it. */
export function needQualityData(input: QualityInput): NeedQualityData {
  const byScale = new Map<NeedScale, QualityData>(NEED_SCALES.map((scale) => [scale, qualityData(input, NEED_SOURCES[scale])]));
  const fitOf = (scale: NeedScale) => byScale.get(scale)?.fit ?? null;
  return {
    needs: NEED_SCALES.flatMap((scale) =>
      (byScale.get(scale)?.rows ?? []).filter(({ status }) => status !== "notRated").map((row) => ({ scale, ...row })),
    ).toSorted((a, b) => compareText(a.scale, b.scale) || compareText(a.model, b.model)),
    needFits: { coding: fitOf("coding"), vision: fitOf("vision") },
  };
}
