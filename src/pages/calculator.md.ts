import { calculatorMarkdown } from "../lib/calculator-markdown.ts";
import { calculatorData, calculatorDefaults, calculatorExamples } from "../lib/calculator-page.ts";
import { defaultState } from "../lib/calculator-state.ts";
import { calculatorView } from "../lib/calculator-view.ts";
import { run } from "../lib/catalog.ts";
import { markdownResponse } from "../lib/markdown.ts";

export const GET = (): Response => {
  const view = calculatorView(defaultState(calculatorDefaults), calculatorData);
  return markdownResponse(calculatorMarkdown(view, calculatorExamples(), run.asOf));
};
