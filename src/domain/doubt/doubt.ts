import { compareText } from "../money/compare-text.ts";
import type { PricePair } from "../reference/delta.ts";
import type { SourceId } from "../source/sources.ts";

/** Who sells: a platform's id, or the slug of a host that is seen only behind routers. */
export type SellerId = string;

/** Months of the preset `chat` before fees. */
interface AgainstSeller {
  readonly monthUsd: number;
  readonly otherMonthUsd: number;
  readonly otherOffer: string;
}

interface AgainstMarket {
  readonly monthUsd: number;
  readonly medianUsd: number;
  /** How many other sellers the median is of. */
  readonly sellers: number;
}

/** Something that speaks against an offer, with the figures a sentence needs. */
export type Doubt =
  /** (a) A copy under half of the cheapest first-hand offer. */
  | ({ readonly rule: "underFirstHand" } & AgainstSeller)
  /** (a) A copy far under, or over, what other sellers ask. */
  | ({ readonly rule: "underMarket" | "overMarket" } & AgainstMarket)
  /** (a) One price of a copied card under a quarter of what anybody else asks. */
  | {
      readonly rule: "underEverySeller";
      readonly meter: "input" | "output";
      readonly price: number;
      /** The lowest of the others'. */
      readonly otherPrice: number;
      readonly otherOffer: string;
    }
  /** (b) Closed weights sold far under the maker's own price, says one catalogue. */
  | ({ readonly rule: "underList" } & AgainstSeller)
  /** (c) The platform's own figure, a factor of units away from what others ask. */
  | ({ readonly rule: "unitSlip"; readonly meter: "input" | "output" } & UnitSlip)
  | { readonly rule: "cacheAboveInput"; readonly cacheRead: number; readonly input: number }
  | {
      readonly rule: "cheaperTier";
      readonly promptTokensAbove: number;
      readonly meter: "input" | "output";
      readonly above: number;
      readonly below: number;
    }
  /** (d) Figures in a currency nobody established, or of another market than the one that is billed. */
  | {
      readonly rule: "unknownCurrency";
      readonly currency: string | null;
      readonly figuresAre: "unconverted" | "unchecked" | "anotherMarkets";
    }
  | { readonly rule: "newerReading"; readonly source: SourceId; readonly readAt: string; readonly prices: PricePair }
  /** (d) What its own catalogue says is sold no more. */
  | { readonly rule: "noLongerServed"; readonly source: "models.dev" }
  /** (d) What a newer copy of the platform's list does not name, or of the list of another platform that it resells: `listOf`. */
  | { readonly rule: "notInNewerList"; readonly source: SourceId; readonly readAt: string; readonly listOf?: string }
  /** (d) What the maker asked before a dated change: a copy older than that, or a tier that stayed behind. */
  | { readonly rule: "beforeChange"; readonly listOffer: string; readonly changedOn: string }
  /** Bedrock's global price for a call in one region, which costs more. */
  | { readonly rule: "globalInRegion"; readonly globalOffer: string; readonly geoOffer: string }
  /** The maker's price in its home market, asked outside it. */
  | { readonly rule: "homeMarketPrice"; readonly homeOffer: string; readonly listOffer: string }
  /** What the maker asks for a batch, sold as its standard price; without an offer where the maker's share for batches of what others ask is meant. */
  | { readonly rule: "batchAsStandard"; readonly batchOffer?: string }
  /** An image or audio price that stands as text output. */
  | {
      readonly rule: "mediaAsText";
      readonly meter: "imageOutput" | "audioOutput";
      readonly output: number;
      /** What text output costs at the seller that names both. */
      readonly textOutput: number;
      readonly otherOffer: string;
    };

export interface UnitSlip {
  readonly price: number;
  readonly factor: SlipFactor;
  /** How many sellers ask the price times the factor. */
  readonly sellers: number;
}

/** What separates two units: `{ kind: "powerOfTen", times: 1000 }`, or a currency taken for dollars. */
export type SlipFactor =
  | { readonly kind: "powerOfTen"; readonly times: number }
  | { readonly kind: "exchangeRate"; readonly currency: string };

export type DoubtRule = Doubt["rule"];

/** In the order in which a reader reads them. */
export const DOUBT_RULES = [
  "underFirstHand",
  "underMarket",
  "overMarket",
  "underEverySeller",
  "underList",
  "unitSlip",
  "cacheAboveInput",
  "cheaperTier",
  "unknownCurrency",
  "newerReading",
  "noLongerServed",
  "notInNewerList",
  "beforeChange",
  "globalInRegion",
  "homeMarketPrice",
  "batchAsStandard",
  "mediaAsText",
] as const satisfies readonly DoubtRule[];

/** By rule, then by what it says: a total order. */
export const compareDoubts = (a: Doubt, b: Doubt): number =>
  DOUBT_RULES.indexOf(a.rule) - DOUBT_RULES.indexOf(b.rule) || compareText(JSON.stringify(a), JSON.stringify(b));
