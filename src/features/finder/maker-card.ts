import { defaultPreset, models, sheetOf } from "../../data/catalog.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { formatPlural } from "../../site/format.ts";
import type { CardContent, CardPlace } from "../../site/image/social-card.ts";
import { socialCards } from "../../site/image/social-cards.ts";
import { drawableName } from "../../site/image/social-font.ts";
import * as paths from "../../site/paths.ts";
import { modelListRow } from "../../site/words/model-list-row.ts";

export const makerCards = socialCards(
  [...Map.groupBy(models, ({ maker }) => maker)].map(([maker, makerModels]) => [
    paths.maker(maker),
    () => makerCard(makerModels.toSorted(compareByUse).map(({ id }) => sheetOf(id))),
  ]),
);

/** As many models as an image has room for. */
const PLACES = 3;

/** A maker's models, the most used first. */
function makerCard(sheets: readonly ModelSheet[]): CardContent {
  const [first] = sheets;
  const places = sheets.slice(0, PLACES).map((sheet, index): CardPlace => {
    const { id, name, month, cheapest } = modelListRow(sheet);
    return { rank: index + 1, name: drawableName(name, id), note: cheapest, figure: month };
  });
  return {
    kind: "Models of a maker",
    title: first === undefined ? "" : drawableName(first.model.makerName, first.model.maker),
    says: `${formatPlural(sheets.length, "model")}. The most used, and their cheapest month for ${defaultPreset.name.toLowerCase()}:`,
    picture: { kind: "places", places },
  };
}
