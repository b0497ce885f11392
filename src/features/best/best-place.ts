import { modelOf, presets, run } from "../../data/catalog.ts";
import type { RankingJson } from "../../data/json/schema/file-schema.ts";
import { rankingDataFor } from "../../data/rankings.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { NEED_WORDS, NEEDS, type Need } from "../../domain/model/need.ts";
import { millionthText } from "../../domain/money/micro-usd.ts";
import { rankingLines } from "../../domain/ranking/ranking-lines.ts";
import * as paths from "../../site/paths.ts";
import { nameInSentence } from "../../site/words/month-meaning.ts";
import { bestViewOf } from "./best-data.ts";

/** One ranking page: a workload, and what a model must be able to do. */
export interface BestPlace {
  readonly preset: WorkloadPreset;
  readonly need: Need;
}

/** Every workload with every need, in the order of the menus. */
export const bestPlaces: readonly BestPlace[] = presets.flatMap((preset) => NEEDS.map((need) => ({ preset, need })));

/** `/best/chat/` is the ranking of all models; `/best/chat/all/` answers too, for links made by rule. */
export const bestPath = ({ preset, need }: BestPlace): string => paths.best(preset.id, need === "all" ? undefined : need);

/** `Best value for chat: coding` */
export function bestTitle({ preset, need }: BestPlace): string {
  return `Best value for ${nameInSentence(preset.name)}${need === "all" ? "" : `: ${NEED_WORDS[need]}`}`;
}

/** What the public JSON and the CSV hold: the rows of the page. */
export const rankingJson = (preset: WorkloadPreset): RankingJson => ({
  workload: preset.id,
  asOf: run.asOf,
  worseAnswerUsd: millionthText(preset.worseAnswer.usd),
  scale: rankingDataFor(preset.id, []).scale,
  rows: rankingLines(bestViewOf(preset, "all").ranking),
});

/** schema.org: the first rows as a list of models. */
export function bestJsonLd(place: BestPlace): unknown {
  const { rows } = bestViewOf(place.preset, place.need).ranking;
  return {
    "@context": "https://schema.org",
    "@type": "ItemList",
    name: bestTitle(place),
    url: paths.absolute(bestPath(place)),
    numberOfItems: rows.length,
    itemListElement: rows.slice(0, LISTED).map(({ modelId, rank }) => ({
      "@type": "ListItem",
      position: rank,
      name: modelOf(modelId).name,
      url: paths.absolute(paths.model(modelId)),
    })),
  };
}

/** As many rows as the page's head lists for machines. */
const LISTED = 10;
