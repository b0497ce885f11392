import type { Curated } from "../pipeline/curated.ts";
import { listPrices } from "./list-prices.ts";
import { modelsDev } from "./models-dev.ts";
import { openrouterEndpoints } from "./openrouter-endpoints.ts";
import { openrouterModels } from "./openrouter-models.ts";
import type { Source } from "./source.ts";

/** Read first: its day is the site's *as of*, by which curated rows apply. */
export const clockSource: Source = openrouterModels;

/** Every other source, in the order they are read. Adding one: a file, a line here, a fixture. */
export function allSources(curated: Curated, asOf: string | null): readonly Source[] {
  return [
    openrouterEndpoints,
    ...(asOf === null ? [] : [listPrices({ rows: curated.listPrices, asOf })]),
    modelsDev(curated),
  ];
}
