import type { StoredOffer } from "../../../data/json/stored-offer.ts";
import type { Workload } from "../../../domain/cost/workload.ts";
import type { ComparedPrice } from "../../../domain/platform/platform-comparison.ts";
import type { CountedPrices } from "../../../domain/ranking/eligibility.ts";
import type { RegionChoice } from "../../../site/address/region-choice.ts";

/** What every figure of a comparison is for. */
export interface CompareChoice {
  /** A preset's name, or what a workload of the reader's own is called. */
  readonly name: string;
  readonly workload: Workload;
  readonly region: RegionChoice;
  readonly counted: CountedPrices;
}

/** One model as a platform sells it in the region: its plainest standard offer there. */
export interface Listing extends ComparedPrice {
  readonly id: string;
  readonly name: string;
  readonly offerId: string;
  readonly cacheRead: number | null;
  /** The day the price was read. */
  readonly readOn: string;
  /** Null where the platform itself answers. */
  readonly hostName: string | null;
  readonly region: string | null;
  /** One catalogue alone names the price, or something speaks against it. */
  readonly isUnconfirmed: boolean;
  /** False where the prompt is longer than what the offer takes: it has no month. */
  readonly fits: boolean;
}

/** A platform with the figures of a choice. */
export interface ComparedPlatform extends PlatformFacts {
  /** By use, most used first. */
  readonly listings: readonly Listing[];
  /** What it sells in no region that is asked for, as it sells it anywhere; empty for any region. */
  readonly elsewhere: readonly Listing[];
}

/** `/api/compare/platforms/<id>.json`, for the site's own pages, no contract. */
export interface PlatformFile extends PlatformFacts {
  /** By use, most used first. */
  readonly models: readonly SoldModel[];
}

/** A model with the offers that may stand for the platform. */
export interface SoldModel {
  readonly id: string;
  readonly name: string;
  readonly offers: readonly ComparedOffer[];
}

/** An offer, and the day its price was read. */
export type ComparedOffer = StoredOffer & {
  readonly readOn: string;
  /** A maker's price at OpenRouter's endpoint: with a key of your own OpenRouter's fee is no part of it. */
  readonly isBeforeFees?: true;
};

/** What is said of a platform whatever the choice. */
export interface PlatformFacts {
  readonly id: string;
  readonly name: string;
  /** False = routing for own keys: it is at the makers' list prices. */
  readonly sellsTokens: boolean;
  /** What a reader must know of its prices before comparing them. */
  readonly notes: readonly string[];
  /** Who it is: every question with its answer and where that was read; the same questions of every platform. */
  readonly who: readonly ComparedAnswer[];
  /** Fees and terms: label and what holds on the day of the data. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** Its months are ranges, for a fee that nobody names. */
  readonly hasUnknownFees: boolean;
}

/** One answer to *who is this?*. */
export interface ComparedAnswer {
  readonly label: string;
  readonly text: string;
  /** Where and when it was read; null = nobody we read says. */
  readonly source: { readonly url: string; readonly day: string } | null;
}
