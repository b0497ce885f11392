import { memoizeOnce } from "../../site/page/memoize-once.ts";
import type { Phrase } from "../../site/words/answer.ts";
import type { TableView } from "../../table/table-view.ts";
import { billTable } from "./bill/calculator-bill.ts";
import { billAnswer, unpaidText } from "./calculator-answer.ts";
import { type CalculatorData, monthOf } from "./calculator-month.ts";
import { pointsTable } from "./calculator-points.ts";
import { promptTable } from "./calculator-prompt.ts";
import type { CalculatorState } from "./calculator-state.ts";

/** Everything a calculator shows for a state: the same at build time and in the browser. */
export interface CalculatorView {
  /** False where a bill stands for no month, as one that is paid at a platform that has no price for it: no figures then. */
  readonly hasFigures: boolean;
  readonly answer: readonly Phrase[];
  readonly bill: TableView;
  readonly points: TableView;
  readonly prompt: TableView;
}

/**
 * What the page says of a month: the answer, the bill, the points where another seller is as cheap, the prompt. Tables are made when they are
 * asked for: a page paints its answer first.
 */
export function calculatorView(state: CalculatorState, data: CalculatorData): CalculatorView {
  const month = monthOf(state, data);
  const bill = memoizeOnce(() => billTable(month, state.budgetUsd));
  const points = memoizeOnce(() => pointsTable(month));
  const prompt = memoizeOnce(() => promptTable(month, state.systemTokens));
  return {
    hasFigures: unpaidText(month) === null,
    answer: billAnswer(month),
    get bill() {
      return bill();
    },
    get points() {
      return points();
    },
    get prompt() {
      return prompt();
    },
  };
}
