import type { Model } from "../model/model.ts";

/** What each maker of some models is called in a list, by id; two of one name each with its id: `Meta (meta)`, `Meta (meta-llama)`. */
export function makerNames(models: readonly Pick<Model, "maker" | "makerName">[]): ReadonlyMap<string, string> {
  const names = new Map(models.map(({ maker, makerName }) => [maker, makerName]));
  const isShared = (name: string) => [...names.values()].filter((each) => each === name).length > 1;
  return new Map([...names].map(([id, name]) => [id, isShared(name) ? `${name} (${id})` : name]));
}
