import { defaultPreset, modelOf } from "../../data/catalog.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { ModelPin } from "../../domain/model/model-pin.ts";
import type { RankingSnapshot } from "../../domain/ranking/ranking-snapshot.ts";
import { modelPath } from "../../domain/text/file-name.ts";
import { formatDay } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { monthMeaning } from "../../site/words/month-meaning.ts";
import { hasPage, modelEmbed, modelForms, rankingEmbed, rankingForms } from "./embeds.ts";

/** Everything a model's embed shows. */
export type ModelEmbedPage = ReturnType<typeof modelEmbedPage>;

/** `/embed/models/<maker>/<slug>/`, and pinned to a day `/embed/models/<maker>/<slug>/<day>/`. */
export const modelEmbedRoutes = () =>
  modelForms.map(({ id, pin }) => ({
    params: { place: pin === null ? modelPath(id) : `${modelPath(id)}/${pin.day}` },
    props: { id, pin },
  }));

/** The frame of one model for other people’s pages. */
export function modelEmbedPage({ id, pin }: { readonly id: string; readonly pin: ModelPin | null }) {
  const { name } = modelOf(id);
  const embed = modelEmbed(id, pin);
  return {
    ...embed,
    name,
    title: `${name} (${id}): price on ${formatDay(embed.day)}`,
    path: paths.model(id),
    kept: pin === null ? null : { path: paths.api.rankingSnapshot(defaultPreset.id, pin.day), sha256: null },
  };
}

/** Everything a ranking's embed shows. */
export type RankingEmbedPage = ReturnType<typeof rankingEmbedPage>;

/** `/embed/best/<workload>/`, and pinned to a day `/embed/best/<workload>/<day>/`. */
export const rankingEmbedRoutes = () =>
  rankingForms.map(({ preset, snapshot }) => ({
    params: { place: snapshot === null ? preset.id : `${preset.id}/${snapshot.asOf}` },
    props: { preset, snapshot },
  }));

/** `name` is what the ranking's own page is called. */
export function rankingEmbedPage(preset: WorkloadPreset, snapshot: RankingSnapshot | null, name: string) {
  const { day, rows, sha256 } = rankingEmbed(preset, snapshot);
  return {
    name,
    day,
    title: `${name}, ${snapshot === null ? "live" : `as kept on ${formatDay(day)}`}`,
    path: snapshot === null ? paths.best(preset.id) : paths.bestOn(preset.id, snapshot.asOf),
    kept: snapshot === null ? null : { path: paths.api.rankingSnapshot(preset.id, day), sha256 },
    month: monthMeaning(preset),
    rows: rows.map((row) => ({ ...row, path: hasPage(row.modelId) ? paths.model(row.modelId) : null })),
  };
}
