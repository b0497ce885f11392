import type { AskedPrice } from "../../domain/platform/platform-comparison.ts";

/** One model as a platform sells it: its plainest standard offer. */
export interface Listing extends AskedPrice {
  readonly id: string;
  readonly name: string;
  /** The day the price was read. */
  readonly readOn: string;
}

/** A platform as comparisons need it: `/api/compare/platforms/<id>.json`, for the site's own pages, no contract. */
export interface ComparedPlatform {
  readonly id: string;
  readonly name: string;
  /** False = routing for own keys: it stands at the makers' list prices. */
  readonly sellsTokens: boolean;
  /** What a reader must know of its prices before comparing them. */
  readonly notes: readonly string[];
  /** Who it is: every question with its answer and where that was read; the same questions of every platform. */
  readonly who: readonly ComparedAnswer[];
  /** Fees and terms: label and what holds on the day of the data. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** Its months are ranges, for a fee that nobody names. */
  readonly hasUnknownFees: boolean;
  /** By use, most used first. */
  readonly listings: readonly Listing[];
}

/** One answer to *who is this?*. */
export interface ComparedAnswer {
  readonly label: string;
  readonly text: string;
  /** Where and when it was read; null = nobody we read says. */
  readonly source: { readonly url: string; readonly day: string } | null;
}

/** One model as comparisons need it: a row of `/api/compare/models.json`. */
export interface ComparedModel {
  readonly id: string;
  readonly name: string;
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
  /** The cheapest seller's month for each preset, all in, with one catalogue's word counted too; null = none that counts. */
  readonly months: readonly (SellerMonth | null)[];
  /** The same among confirmed prices. */
  readonly confirmedMonths: readonly (SellerMonth | null)[];
}

export interface SellerMonth {
  /** The most it may be: what months are compared by. */
  readonly usd: number;
  /** The least, where a fee is unknown. */
  readonly lowUsd: number;
  readonly seller: string;
}

/** `/api/compare/models.json`. */
export interface ComparedModels {
  readonly presets: readonly { readonly name: string; readonly meaning: string }[];
  readonly models: readonly ComparedModel[];
}
