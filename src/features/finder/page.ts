import { catalogueCounts, defaultPreset, models, run, sheetOf } from "../../data/catalog.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import type { Model } from "../../domain/model/model.ts";
import { fileName } from "../../domain/text/file-name.ts";
import { formatCount, formatPlural } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { modelListRow } from "../../site/words/model-list-row.ts";
import { monthMeaning } from "../../site/words/month-meaning.ts";
import { makerCards } from "./maker-card.ts";

/** Everything the front page shows, and its Markdown twin. */
export type HomePage = ReturnType<typeof homePage>;

/** The front page: every model, every price. */
export function homePage() {
  const size = `${formatCount(catalogueCounts.models)} models, ${formatCount(catalogueCounts.offers)} offers on ${formatCount(catalogueCounts.platforms)} platforms`;
  return {
    ...listOf(models),
    title: "Every model, every price",
    size,
    description: `What each language model really costs on every platform that sells it: ${size}, each price with its source and day.`,
  };
}

/** Everything a maker's page shows, and its Markdown twin. */
export type MakerPage = ReturnType<typeof makerPage>;

/** The routes of both. */
export const makerRoutes = () =>
  [...Map.groupBy(models, ({ maker }) => maker)].map(([maker, makerModels]) => ({
    params: { maker: fileName(maker) },
    props: { maker, name: makerModels[0]?.makerName ?? maker, models: makerModels },
  }));

/** A maker, what it is called, and its models. */
export type MakerModels = ReturnType<typeof makerRoutes>[number]["props"];

/** The page of one maker’s models. */
export function makerPage({ maker, name, models: makerModels }: MakerModels) {
  return {
    ...listOf(makerModels),
    maker,
    name,
    title: `${name} models and prices (${maker})`,
    description: `${formatPlural(makerModels.length, "model")} by ${name} (${maker}): list price, cheapest seller and every platform’s price.`,
    card: makerCards.at(paths.maker(maker)),
  };
}

/** A list of models: the most used first. */
export type ModelList = ReturnType<typeof listOf>;

function listOf(listed: readonly Model[]) {
  const lines = listed.toSorted(compareByUse).map(({ id }) => modelListRow(sheetOf(id)));
  return { models: listed, lines, month: monthMeaning(defaultPreset), asOf: run.asOf };
}
