import { modelOf, presets, run } from "../../data/catalog.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { NEED_WORDS, NEEDS, type Need } from "../../domain/model/need.ts";
import { rankingLines } from "../../domain/ranking/kept-ranking.ts";
import { markdownTable } from "../../site/markdown.ts";
import { absolute, paths } from "../../site/paths.ts";
import { monthMeaning } from "../../site/words/month-meaning.ts";
import { tableMarkdown } from "../../table/figure-table.ts";
import { bestViewOf } from "./best-data.ts";
import type { BestView } from "./best-view.ts";
import type { RankingJson } from "./ranking-export.ts";

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
  return `Best value for ${preset.name.toLowerCase()}${need === "all" ? "" : `: ${NEED_WORDS[need]}`}`;
}

export const answerText = ({ answer }: BestView): string => answer.map(({ text }) => text).join("");

/** What the public JSON and the CSV hold: the rows of the page. */
export const rankingJson = (preset: WorkloadPreset): RankingJson => ({
  workload: preset.id,
  asOf: run.asOf,
  rows: rankingLines(bestViewOf(preset, "all").ranking),
});

/** schema.org: the first rows as a list of models. */
export function bestJsonLd(place: BestPlace): unknown {
  const { rows } = bestViewOf(place.preset, place.need).ranking;
  return {
    "@context": "https://schema.org",
    "@type": "ItemList",
    name: bestTitle(place),
    url: absolute(bestPath(place)),
    numberOfItems: rows.length,
    itemListElement: rows.slice(0, LISTED).map(({ modelId, rank }) => ({
      "@type": "ListItem",
      position: rank,
      name: modelOf(modelId).name,
      url: absolute(paths.model(modelId)),
    })),
  };
}

/** As many rows as machines are told of in the page's head. */
const LISTED = 10;

/** The Markdown twin of a ranking page. */
export function bestMarkdown(place: BestPlace): string {
  const view = bestViewOf(place.preset, place.need);
  return `# ${bestTitle(place)}

${answerText(view)}

Month = ${monthMeaning(place.preset)}. Data as of ${run.asOf}. ${absolute(bestPath(place))}

${[...view.flips, ...view.barFlips].map((line) => `- ${line}`).join("\n")}

## Quality per dollar

${tableMarkdown(view.value)}

## Cheapest for a bar

${view.atBar.caption}

${tableMarkdown(view.atBar)}

## The frontier

${tableMarkdown(view.front)}

${view.gaps}
`;
}

/** The Markdown twin of `/best/`: first places by workload. */
export function bestOverviewMarkdown(): string {
  const rows = presets.map((preset) => [
    { text: preset.name, url: absolute(bestPath({ preset, need: "all" })) },
    answerText(bestViewOf(preset, "all")),
  ]);
  return `# Best value\n\nData as of ${run.asOf}.\n\n${markdownTable(["Workload", "Answer"], rows)}\n`;
}
