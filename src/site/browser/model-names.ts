/** What the list of models is searched by, as far as names go: `/api/finder.json`, ids in the order of use, other names by place. */
export interface FinderNames {
  readonly ids: readonly string[];
  readonly aliases: Readonly<Record<number, string>>;
}

/** Models in the order of use, each with the names that clouds and makers have for it. */
export function namedModels<Model extends { readonly id: string }>(
  models: readonly Model[],
  { ids, aliases }: FinderNames,
): readonly (Model & { readonly otherNames: readonly string[] })[] {
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const place = ({ id }: Model) => placeOf.get(id) ?? ids.length;
  return models
    .toSorted((a, b) => place(a) - place(b))
    .map((model) => ({
      ...model,
      otherNames: (aliases[place(model)] ?? "").split(" ").flatMap((name) => fullName(name, model.id)),
    }));
}

/** The file writes a day alone for the id with that day: `-20260709` of `openai/gpt-5.6-sol` is `gpt-5.6-sol-20260709`. */
function fullName(name: string, id: string): readonly string[] {
  if (name === "") return [];
  return [name.startsWith("-") ? `${id.split("/").at(-1)}${name}` : name];
}
