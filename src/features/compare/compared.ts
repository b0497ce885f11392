import { orderedIdsParam, type Params, writeState } from "../../site/address/url-state.ts";

/** Two to six of a kind stand side by side. */
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 6;

/** What is shown side by side, in the reader's order. */
export interface ComparedIds {
  readonly platforms: readonly string[];
  readonly models: readonly string[];
}

/** `?p=openrouter,vercel&m=openai/gpt-5.4` */
export const COMPARED_PARAMS: Params<ComparedIds> = {
  platforms: orderedIdsParam("p", MOST_COMPARED),
  models: orderedIdsParam("m", MOST_COMPARED),
};
export const NOTHING_COMPARED: ComparedIds = { platforms: [], models: [] };

/** What an address names beyond six of a kind, of which nothing is shown. */
export const beyondSix = (query: URLSearchParams): readonly string[] =>
  [COMPARED_PARAMS.platforms, COMPARED_PARAMS.models].flatMap(({ name }) =>
    (orderedIdsParam(name).read(query.get(name) ?? "") ?? []).slice(MOST_COMPARED),
  );

/** An address with the usual workload, for links. */
export const comparedQuery = (compared: ComparedIds): string => writeState(COMPARED_PARAMS, NOTHING_COMPARED, compared);
