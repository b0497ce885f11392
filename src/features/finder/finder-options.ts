import type { Model } from "../../domain/model/model.ts";
import type { SelectOption } from "../../site/address/option.ts";
import { REGION_LABELS } from "../../site/address/region-choice.ts";
import { formatTokens } from "../../site/format.ts";
import { CAPABILITIES, FINDER_REGIONS, type FinderSort, type ListColumn, MODALITIES } from "./finder-state.ts";

export const SORT_OPTIONS: readonly (SelectOption & { readonly value: FinderSort })[] = [
  { value: "use", label: "OpenRouter use" },
  { value: "month", label: "monthly cost" },
  { value: "list", label: "list price, input" },
  { value: "output", label: "list price, output" },
  { value: "discount", label: "furthest under list" },
  { value: "platforms", label: "number of platforms" },
  { value: "quality", label: "quality" },
  { value: "context", label: "context" },
  { value: "released", label: "release" },
  { value: "name", label: "name" },
  { value: "seller", label: "cheapest seller" },
];

/** What a model must be able to do, each a box: all that are ticked must hold. */
export const CAPABILITY_OPTIONS: readonly SelectOption[] = CAPABILITIES.map((value) => ({
  value,
  label: value === "tools" ? "tool calling" : value.replace("-", " "),
}));

export const REGION_OPTIONS: readonly SelectOption[] = FINDER_REGIONS.map((value) => ({
  value,
  label: value === "uk" ? "UK" : REGION_LABELS[value],
}));

export const POLICY_OPTIONS: readonly SelectOption[] = [
  { value: "no-training", label: "no training on requests" },
  { value: "zero-retention", label: "nor keeping them" },
];

export const COLUMN_OPTIONS: readonly (SelectOption & { readonly value: ListColumn })[] = [
  { value: "list", label: "list price" },
  { value: "month", label: "monthly cost" },
  { value: "seller", label: "cheapest seller" },
  { value: "ladder", label: "price distribution" },
  { value: "platforms", label: "platforms" },
  { value: "context", label: "context" },
  { value: "released", label: "released" },
  { value: "quality", label: "quality" },
  { value: "lowest-input", label: "lowest input price" },
];

/** What some model of the list takes, or makes: everything writes text, so text is no choice. */
export function modalityOptions(models: readonly Model[], side: "inputModalities" | "outputModalities"): readonly SelectOption[] {
  return MODALITIES.filter((word) => word !== "text" && models.some((model) => model[side].includes(word))).map((value) => ({
    value,
    label: value === "file" ? "files" : value,
  }));
}

export const CONTEXT_OPTIONS: readonly SelectOption[] = [32_000, 128_000, 200_000, 400_000, 1_000_000].map((tokens) => ({
  value: String(tokens),
  label: formatTokens(tokens),
}));

/** `sinceOptions("2026-08-22")` → the last three months since `2026-05`, and so on. */
export function sinceOptions(asOf: string): readonly SelectOption[] {
  return [3, 6, 12, 24].map((months) => ({ value: monthsBefore(asOf, months), label: `in the last ${months} months` }));
}

/** `monthsBefore("2026-02-22", 3)` → `2025-11`. */
export function monthsBefore(day: string, months: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}
