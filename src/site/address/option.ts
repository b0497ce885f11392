import type { Model } from "../../domain/model/model.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import { makerNames } from "../../domain/text/maker-names.ts";

/** A value of a select and what it is called. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** Every maker of the list, by name. */
export function makerOptions(models: readonly Model[]): readonly SelectOption[] {
  return [...makerNames(models)].map(([value, label]) => ({ value, label })).sort(byLabel);
}

/** By name, whatever its case. */
export const byLabel = (a: SelectOption, b: SelectOption): number =>
  compareText(a.label.toLowerCase(), b.label.toLowerCase()) || compareText(a.value, b.value);
