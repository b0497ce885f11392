import { mixBill } from "../../domain/cost/mix.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import type { Names } from "../../domain/offer/seller-names.ts";
import type { SoldOffer } from "../../domain/platform/line-at-platform.ts";
import type { Phrase } from "../../site/words/answer.ts";
import type { TableView } from "../../table/table-view.ts";
import { billAnswer } from "./calculator-answer.ts";
import { billTable } from "./calculator-bill.ts";
import { mixOf } from "./calculator-mix.ts";
import { type Month, pointsTable } from "./calculator-points.ts";
import { promptTable } from "./calculator-prompt.ts";
import type { CalculatorState } from "./calculator-state.ts";

/** The data a state is answered from. */
export interface CalculatorData {
  /** At least those of the state's models. */
  readonly offers: ReadonlyMap<string, readonly SoldOffer[]>;
  readonly modelNames: ReadonlyMap<string, string>;
  readonly sellers: Sellers;
  readonly names: Names;
}

/** Everything a calculator shows for a state: the same at build time and in the browser. */
export interface CalculatorView {
  readonly answer: readonly Phrase[];
  readonly bill: TableView;
  readonly points: TableView;
  readonly prompt: TableView;
}

export function calculatorView(state: CalculatorState, data: CalculatorData): CalculatorView {
  const month = monthOf(state, data);
  const modelNames = state.lines.map(({ model }) => data.modelNames.get(model) ?? model);
  const { names } = data;
  return {
    answer: billAnswer(month.bill, modelNames, names),
    bill: billTable(month.bill, { names, modelNames, budgetUsd: state.budgetUsd }),
    points: pointsTable(month, modelNames, names),
    prompt: promptTable(month, state.systemTokens, modelNames, names),
  };
}

export function monthOf(state: CalculatorState, { offers, sellers }: CalculatorData): Month {
  const { lines, terms } = mixOf(state);
  const only = state.platforms;
  return { lines, offers, sellers, terms, only, bill: mixBill(lines, offers, sellers, terms, only) };
}
