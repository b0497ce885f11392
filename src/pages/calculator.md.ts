import { run } from "../data/catalog.ts";
import { calculatorMarkdown } from "../features/calculator/calculator-markdown.ts";
import { calculatorData, calculatorDefaults, calculatorExamples } from "../features/calculator/calculator-page.ts";
import { defaultState } from "../features/calculator/calculator-state.ts";
import { calculatorView } from "../features/calculator/calculator-view.ts";
import { markdownResponse } from "../site/markdown.ts";

export const GET = (): Response => {
  const view = calculatorView(defaultState(calculatorDefaults), calculatorData);
  return markdownResponse(calculatorMarkdown(view, calculatorExamples(), run.asOf));
};
