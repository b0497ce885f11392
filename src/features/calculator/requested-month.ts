import type { ModelFinder } from "../../domain/text/model-finder.ts";
import type { Problems } from "../../site/address/field.ts";
import { clearNumbers } from "./calculator-numbers.ts";
import type { CalculatorDefaults } from "./calculator-state.ts";
import { type ReadCalculator, readCalculator } from "./calculator-url.ts";

/** What a form or an address asks for. */
export interface RequestedMonth extends ReadCalculator {
  /** Messages for the numbers that may be read in two ways. */
  readonly unclear: Problems;
}

/** A query with its models by id, whatever name they are called by: `model=Claude Opus 4.8` → `anthropic/claude-opus-4.8`. */
export function requestedMonth(
  query: URLSearchParams,
  from: "address" | "form",
  defaults: CalculatorDefaults,
  { idOf }: Pick<ModelFinder, "idOf">,
): RequestedMonth {
  const { query: clear, unclear } = clearNumbers(query, from);
  const { state, problems } = readCalculator(clear, defaults);
  return { state: { ...state, lines: state.lines.map((line) => ({ ...line, model: idOf(line.model) })) }, problems, unclear };
}
