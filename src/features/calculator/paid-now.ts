import { landedAt } from "../../domain/cost/mix.ts";
import { lineAtPlatforms } from "../../domain/platform/line-at-platform.ts";
import { mixOf } from "./calculator-mix.ts";
import type { CalculatorData } from "./calculator-month.ts";
import type { CalculatorState } from "./calculator-state.ts";

/**
 * What a line costs a month where the bill is paid, as its requests or tokens count it, to the cent: what a bill for it starts from. A plan is left out;
 * 0 = no price there.
 */
export function paidNow(state: CalculatorState, at: number, { offers, sellers }: Omit<CalculatorData, "modelNames">): number {
  const { lines, terms } = mixOf(state);
  const line = lines[at];
  if (line === undefined) return 0;
  const sold = lineAtPlatforms(line, offers.get(line.model) ?? [], sellers, terms.counted).get(state.paidAt);
  if (sold?.kind !== "priced") return 0;
  const { usd, parts } = landedAt(state.paidAt, sold.month.usd, sellers, terms);
  return Math.round((usd - parts.subscription) * 100) / 100;
}
