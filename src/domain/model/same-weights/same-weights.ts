import { z } from "zod";
import { WebUrl } from "../../money/web-url.ts";
import { Model } from "../model.ts";

/**
 * Two ids of one set of weights that are sold side by side, each with a page of its own because OpenRouter lists both: `data/curated/same-weights.json`.
 * Where only one of them is a model, an alias joins them instead.
 */
export const SameWeights = z.strictObject({
  model: Model.shape.id,
  /** Whose weights they are. */
  of: Model.shape.id,
  /** What makes it another id, as the end of a sentence: `with its reasoning effort set to high`. */
  what: z.string().min(1),
  sourceUrl: WebUrl,
  checkedOn: z.iso.date(),
});
export type SameWeights = z.output<typeof SameWeights>;

/** Another id of a model's weights. */
export interface SameWeightsModel {
  readonly id: string;
  readonly what: string;
  /** True: the other is the id this one comes from. */
  readonly isBase: boolean;
}

/** `openai/o4-mini-high` → the twin `openai/o4-mini`, its base; and `openai/o4-mini` → the twin `openai/o4-mini-high`. */
export function sameWeightsAs(id: string, rows: readonly SameWeights[]): readonly SameWeightsModel[] {
  return rows.flatMap(({ model, of, what }) => [
    ...(model === id ? [{ id: of, what, isBase: true }] : []),
    ...(of === id ? [{ id: model, what, isBase: false }] : []),
  ]);
}
