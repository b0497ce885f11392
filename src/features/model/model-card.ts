import { defaultPreset, models, sheetOf } from "../../data/catalog.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { standardInputs } from "../../domain/reference/standard-inputs.ts";
import type { CardContent } from "../../site/image/social-card.ts";
import { socialCards } from "../../site/image/social-cards.ts";
import { drawableName } from "../../site/image/social-font.ts";
import * as paths from "../../site/paths.ts";
import { plainText } from "../../site/words/answer.ts";
import { modelAnswer } from "./model-facts.ts";

export const modelCards = socialCards(models.map(({ id }) => [paths.model(id), () => modelCard(sheetOf(id))]));

/** The answer and the ladder of a model. */
function modelCard(sheet: ModelSheet): CardContent {
  const { model, reference } = sheet;
  const list = reference?.kind === "list" ? reference.prices.input : null;
  return {
    kind: `Model by ${model.makerName}`,
    title: drawableName(model.name, model.id),
    says: plainText(modelAnswer(sheet, defaultPreset.name)),
    picture: { kind: "ladder", marks: standardInputs(sheet), list },
  };
}
