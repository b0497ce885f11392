import { keptRankings, models, names, presets } from "../../data/catalog.ts";
import type { KeptRanking } from "../../domain/ranking/kept-ranking.ts";
import { absolute, paths } from "../../site/paths.ts";
import { type KeptView, keptView } from "./kept-view.ts";

const modelById = new Map(models.map((model) => [model.id, model]));

/** What the page of a kept day shows. */
export const keptViewOf = (kept: KeptRanking): KeptView =>
  keptView(kept, workloadName(kept), (id) => modelById.get(id) ?? null, names);

/** The preset's name, or its id where the preset has gone. */
export const workloadName = ({ workload }: Pick<KeptRanking, "workload">): string =>
  presets.find(({ id }) => id === workload)?.name ?? workload;

/** The days of which a workload's rows are kept, newest first. */
export const keptDaysOf = (workload: string): readonly string[] =>
  keptRankings.filter((kept) => kept.workload === workload).map(({ asOf }) => asOf);

/** What the page of a kept day is called for machines. */
export function keptJsonLd({ workload, asOf }: KeptRanking, { title }: KeptView): unknown {
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: title,
    description: `The rows of this ranking as they stood on ${asOf}, unchanged since.`,
    url: absolute(paths.bestOn(workload, asOf)),
    datePublished: asOf,
    isAccessibleForFree: true,
    distribution: {
      "@type": "DataDownload",
      encodingFormat: "application/json",
      contentUrl: absolute(paths.api.keptRanking(workload, asOf)),
    },
  };
}
