import type { Quality } from "../../../domain/quality/quality.ts";

/** One model as comparisons need it beside its offers: a row of `/api/compare/models.json`, for the site's own pages, no contract. */
export interface ComparedModelRow {
  readonly id: string;
  readonly name: string;
  /** Absent = no source has scored it. */
  readonly quality?: Pick<Quality, "value" | "interval" | "status">;
  /** Absent = no price of it has a past. */
  readonly past?: PricePast;
}

/** What the list price has been: input prices in millionths of a dollar per million tokens. */
export interface PricePast {
  readonly since: string;
  readonly low: number;
  readonly high: number;
  readonly changesIn90Days: number;
}

/** A model with the figures of a choice. */
export interface ComparedModel extends ComparedModelRow {
  readonly makerName: string;
  /** The list price, or the median host's where the maker sells nothing itself. */
  readonly price: { readonly input: number | null; readonly output: number | null; readonly isList: boolean } | null;
  readonly contextTokens: number | null;
  readonly maxOutputTokens: number | null;
  readonly takes: readonly string[];
  readonly makes: readonly string[];
  readonly tools: boolean | null;
  readonly reasoning: boolean | null;
  readonly structuredOutput: boolean | null;
  readonly openWeights: boolean | null;
  readonly releasedOn: string | null;
  /** Of the chosen workload, in the chosen region. */
  readonly chosen: ModelMonth;
  /** Of each preset, in the chosen region. */
  readonly months: readonly ModelMonth[];
}

/** A month of one workload. */
export interface ModelMonth {
  /** At the cheapest seller that counts; null = none does. */
  readonly best: SellerMonth | null;
  /** At the maker's own list price, wherever it is sold; null = it has none. */
  readonly list: MonthRange | null;
}

export interface MonthRange {
  /** The most it may be: what months are compared by. */
  readonly usd: number;
  /** The least, where a fee is unknown. */
  readonly lowUsd: number;
  /** What it takes for granted, in words; absent = nothing. */
  readonly assumed?: string;
}

export interface SellerMonth extends MonthRange {
  readonly seller: string;
}
