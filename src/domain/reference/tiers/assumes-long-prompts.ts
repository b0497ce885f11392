import type { MonthCost } from "../../cost/landed-cost.ts";

/** Whether a month hangs on what long prompts cost where nobody names their price: the maker's multiples, or another seller's, stand in for it. */
export const assumesLongPrompts = (month: MonthCost | null): boolean =>
  month?.kind === "priced" && month.assumptions.includes("longPromptAtMakersMultiple");
