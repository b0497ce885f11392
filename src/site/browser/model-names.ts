import type { SearchJson } from "../../data/json/search-json.ts";
import { fullNames } from "../../domain/text/other-names.ts";

/** Models in the order of use, each with the names that clouds and makers have for it: by what `/api/search.json` says of them. */
export function namedModels<Model extends { readonly id: string }>(
  models: readonly Model[],
  { models: searched }: Pick<SearchJson, "models">,
): readonly (Model & { readonly otherNames: readonly string[] })[] {
  const placeOf = new Map(searched.map(([id], place) => [id, place]));
  const othersOf = new Map(searched.map(([id, , others = ""]) => [id, others]));
  const place = ({ id }: Model) => placeOf.get(id) ?? searched.length;
  return models
    .toSorted((a, b) => place(a) - place(b))
    .map((model) => ({
      ...model,
      otherNames: fullNames(othersOf.get(model.id) ?? "", model.id)
        .split(" ")
        .filter((name) => name !== ""),
    }));
}
