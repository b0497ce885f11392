import type { Meter } from "../../../../src/domain/offer/meter.ts";
import type { Tier } from "../../../../src/domain/offer/offer.ts";
import type { PlatformSourceId } from "../../../../src/domain/source/platforms/platform-sources.ts";
import type { PriceForm, PriceUnit } from "./amount.ts";
import type { ReadPlatformRow } from "./platform-card.ts";

/** How one platform's prices are read. */
export type PlatformSpec = JsonSpec | TableSpec | BodySpec;

interface AnySpec {
  /** A row of `platform-sources.ts`, which says whose prices they are. */
  readonly id: PlatformSourceId;
  /** The platform's own public addresses, every one that is asked; the first is named as the source. The spec follows the form of what they answer. */
  readonly urls: readonly [string, ...string[]];
  /** Where a body names its next page. */
  readonly nextAt?: string;
}

/** A body of rows with a price to a field. Paths are as `json-path.ts` reads them. */
export interface JsonSpec extends AnySpec {
  readonly family: "json";
  /** `data[]`. */
  readonly rows: string;
  readonly idAt: string;
  /** What most fields are counted in, and how they are written. */
  readonly unit: PriceUnit;
  readonly form: PriceForm;
  readonly prices: PriceFields;
  /** Cards of other service tiers in the same row. */
  readonly otherTiers?: Readonly<Partial<Record<Tier, PriceFields>>>;
  /** Cards of single regions: a table by region, with paths below each. */
  readonly regions?: { readonly at: string; readonly prices: PriceFields };
  /** Cards for long prompts. */
  readonly promptTiers?: PromptTiers | PromptTierReader;
  /** A share already off the price that is billed, `0.1`: the fields hold the list price. */
  readonly discountAt?: string;
  /**
   * Another currency than dollars: a row that does not name it is odd. `usd`: dollars for one, the constant at which catalogues copy the platform
   * (`quoted-currencies.json`), so that an offer has one currency; from there it is brought back and converted at a dated rate.
   */
  readonly currency?: { readonly at: string; readonly is: string; readonly usd: string };
  /** Rows without these are left out, for the reason given. */
  readonly only?: readonly RowTest[];
  /** A row priced at zero is free only where this holds; without it a zero is no price. */
  readonly freeWhere?: Omit<RowTest, "why">;
  /** The table of prices: keys of it that no field reads, and that are no prices, are reported. */
  readonly tableAt?: string;
  readonly notPrices?: readonly string[];
  readonly nameAt?: string;
  readonly huggingFaceAt?: string;
  readonly hostAt?: string;
  /** Who runs the weights, where the id says it. */
  readonly hostOf?: (id: string) => string | null;
  readonly contextAt?: string;
  readonly maxOutputAt?: string;
  /** The day it stops being sold: a date, or seconds since 1970. */
  readonly retiresAt?: string;
}

/** A path, or one with a unit or form of its own, or with a factor: `times` is the meter it multiplies. */
export type PriceField =
  | string
  | { readonly at: string; readonly unit?: PriceUnit; readonly form?: PriceForm }
  | { readonly at: string; readonly times: Meter };
export type PriceFields = Readonly<Partial<Record<Meter, PriceField>>>;

/** Cards for long prompts as a list of rows. */
export interface PromptTiers {
  /** A list below the row, or one table. */
  readonly at: string;
  /** How long a prompt is: `atLeast` so many tokens, or `above` them. */
  readonly from: { readonly at: string; readonly means: "atLeast" | "above" };
  readonly prices: PriceFields;
  /** The lowest of them is the base card, whatever the flat fields say. */
  readonly isBaseIncluded?: true;
}

/** Cards for long prompts in a form of one platform's own. */
export interface PromptTierReader {
  readonly own: "perMeterLists" | "sentence" | "namedVariants";
}

/** A row passes where the value is one of `is` and none of `isNot`, and its text is `like` and not `unlike`; of a list, one of its values. */
export interface RowTest {
  readonly at: string;
  readonly is?: readonly unknown[];
  readonly isNot?: readonly unknown[];
  readonly like?: RegExp;
  readonly unlike?: RegExp;
  /** The path of a value that must be in the list. */
  readonly lists?: string;
  readonly why: string;
}

/** A page of tables with a model to a row, in dollars a million tokens. A column may have several names: `"cached input|cache read"`. */
export interface TableSpec extends AnySpec {
  readonly family: "tables";
  readonly as: "markdown" | "html";
  readonly idColumn: string;
  readonly prices: Readonly<Partial<Record<Meter, string>>>;
  /** Where the columns alone could be another table's. */
  readonly under?: RegExp;
  /** The id a request names, where the page shows another name. Null: a row that names no model. */
  readonly idOf?: (name: string) => string | null;
  readonly contextColumn?: string;
  /** The column that says which prompts a row is for; absent = the name does, where anything does. */
  readonly boundColumn?: string;
}

/** A body in a form of its own: a page, a cloud's price list. */
export interface BodySpec extends AnySpec {
  readonly family: "json body" | "text body";
  /** The list of each body that is read as one with the others': a card's rows are on several pages. */
  readonly joinAt?: string;
  /** Pure; throws a `WrongShape` where the body is not what it should be. */
  readonly readRows: (content: unknown, day: string) => readonly ReadPlatformRow[];
}
