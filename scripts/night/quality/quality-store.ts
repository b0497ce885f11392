import { join } from "node:path";
import { z } from "zod";
import { type LastReadings, readGeneratedRows } from "../../../src/data/last-readings.ts";
import { readJson } from "../../../src/data/rows.ts";
import { MeasuredCost } from "../../../src/domain/quality/measured-cost.ts";
import { NeedQuality } from "../../../src/domain/quality/need-quality.ts";
import { Quality } from "../../../src/domain/quality/quality.ts";
import { QualityAlias } from "../../../src/domain/quality/quality-alias.ts";
import { QualityFieldModel } from "../../../src/domain/quality/quality-field.ts";
import type { QualityFit } from "../../../src/domain/quality/quality-fit.ts";
import { QualityScore } from "../../../src/domain/quality/quality-score.ts";
import { GuardException } from "../../../src/domain/source/guard-exception.ts";
import { rowsText } from "../pipeline/store.ts";
import type { NeedQualityData } from "./need-quality.ts";

/** The tables people write that the quality fit reads. */
export interface QualityCurated {
  readonly aliases: readonly QualityAlias[];
  readonly field: readonly QualityFieldModel[];
  readonly guardExceptions: readonly GuardException[];
}

/** What earlier nights left: the readings a source keeps when it cannot be read. */
export interface QualityReadings {
  readonly scores: readonly QualityScore[];
  readonly costs: readonly MeasuredCost[];
}

export const NO_QUALITY_READINGS: QualityReadings = { scores: [], costs: [] };

/** The curated tables of a folder, each against its schema. */
export const readQualityCurated = (dir: string): QualityCurated => ({
  aliases: readJson(join(dir, "quality-aliases.json"), z.array(QualityAlias)),
  field: readJson(join(dir, "quality-field.json"), z.array(QualityFieldModel)),
  guardExceptions: readJson(join(dir, "guard-exceptions.json"), z.array(GuardException)),
});

/** The readings of a data directory; absent files are empty ones. */
export const readQualityReadings = (dir: string): QualityReadings => ({
  scores: readGeneratedRows(dir, "quality-scores.jsonl", QualityScore),
  costs: readGeneratedRows(dir, "measured-costs.jsonl", MeasuredCost),
});

/** The files of one night's quality as text, one row a line, keys in schema order: the same readings give the same bytes. */
export function qualityFiles(
  night: QualityReadings & NeedQualityData & { readonly rows: readonly Quality[]; readonly fit: QualityFit | null },
  last: LastReadings = {},
) {
  return new Map([
    ["quality.jsonl", rowsText(Quality, night.rows, last)],
    ["quality-scores.jsonl", rowsText(QualityScore, night.scores, last)],
    ["measured-costs.jsonl", rowsText(MeasuredCost, night.costs, last)],
    ["quality-fit.json", `${JSON.stringify(night.fit, null, 1)}\n`],
    ["quality-needs.jsonl", rowsText(NeedQuality, night.needs, last)],
    ["quality-fit-needs.json", `${JSON.stringify(night.needFits, null, 1)}\n`],
  ]);
}
