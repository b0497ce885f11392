import { flag, orderedIds, type Params, readState, writeState } from "../../site/address/url-state.ts";

/** Two to six of a kind stand side by side. */
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 6;

/** What is compared: `?p=openrouter,vercel&m=anthropic/claude-opus-4.8,openai/gpt-5.4&unconfirmed=yes`, in the reader's order. */
export interface CompareState {
  readonly platforms: readonly string[];
  readonly models: readonly string[];
  /** Whether sellers count whose price one catalogue alone names. */
  readonly unconfirmed: boolean;
}

const PARAMS: Params<CompareState> = {
  platforms: orderedIds("p", MOST_COMPARED),
  models: orderedIds("m", MOST_COMPARED),
  unconfirmed: flag("unconfirmed"),
};
const NOTHING: CompareState = { platforms: [], models: [], unconfirmed: false };

export const readCompare = (search: string): CompareState => readState(PARAMS, NOTHING, search);
export const writeCompare = (state: CompareState): string => writeState(PARAMS, NOTHING, state);
