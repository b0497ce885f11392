import type { Model } from "../../domain/model/model.ts";
import { compareText } from "../../domain/money/compare-text.ts";

/** A value of a select and what it is called. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** Every maker of the list, by name. */
export function makerOptions(models: readonly Model[]): readonly SelectOption[] {
  const names = new Map(models.map(({ maker, makerName }) => [maker, makerName]));
  return withDistinctLabels([...names].map(([value, label]) => ({ value, label }))).sort(byLabel);
}

/** Options of one name say their values, too: `Meta (meta)` beside `Meta (meta-llama)`. */
function withDistinctLabels(options: readonly SelectOption[]): SelectOption[] {
  const isShared = (label: string) => options.filter((option) => option.label === label).length > 1;
  return options.map(({ value, label }) => ({ value, label: isShared(label) ? `${label} (${value})` : label }));
}

/** By name, whatever its case. */
export const byLabel = (a: SelectOption, b: SelectOption): number =>
  compareText(a.label.toLowerCase(), b.label.toLowerCase()) || compareText(a.value, b.value);
