import type { FinderMonth } from "./find-models.ts";
import type { FinderState } from "./finder-state.ts";

/**
 * Every price that may be the cheapest for who wants a region, a data policy or a long context, a column each, as FinderData has it: rows
 * of a model in the order of equal months.
 */
export interface FinderPlaces {
  /** Places of models, each the step from the row before. */
  readonly models: readonly number[];
  /** Places in the platforms of FinderData. */
  readonly platforms: readonly number[];
  /** Places in `sellerTexts`. */
  readonly sellers: readonly number[];
  readonly sellerTexts: readonly string[];
  /** Places in `regionIds`; null = the seller names none. */
  readonly regions: readonly (number | null)[];
  readonly regionIds: readonly string[];
  /** Null = as long as the model's. */
  readonly contexts: readonly (number | null)[];
  /** Places in EVIDENCE. */
  readonly evidence: readonly number[];
  /** Past the budget of days of its source: counts where nothing fresh and confirmed does. */
  readonly isAging: readonly (0 | 1)[];
  /** Millionths of a dollar per million tokens. */
  readonly inputs: readonly number[];
  /** A list for each workload of FinderData: null = no price, −1 = does not fit. */
  readonly months: readonly (readonly FinderMonth[])[];
  /** For each workload the rows whose month hangs on what long prompts cost, where nobody names that. */
  readonly assumed: readonly (readonly number[])[];
  /** What is said of it behind the seller. */
  readonly assumedNote: string;
}

/** What of a state asks where a model is bought, not which: months are then those of fewer sellers. */
export type OfferFilter = Pick<FinderState, "region" | "dataPolicy" | "minContextTokens">;

/** Whether something is asked that an offer, not its model, has to meet. */
export const filtersOffers = ({ region, dataPolicy, minContextTokens }: OfferFilter): boolean =>
  region !== "" || dataPolicy !== "" || minContextTokens !== null;
