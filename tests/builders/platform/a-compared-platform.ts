import type { ComparedModel } from "../../../src/features/compare/models/compared-model.ts";
import type { CompareChoice, ComparedPlatform, Listing } from "../../../src/features/compare/platforms/compared-platform.ts";
import { aWorkload } from "../a-workload.ts";

/** Chat anywhere, confirmed prices; say what differs. */
export const aChoice = (more: Partial<CompareChoice> = {}): CompareChoice => ({
  name: "Chat",
  workload: aWorkload(),
  region: "any",
  counted: "confirmed",
  ...more,
});

/** Platforms and hosts go by their ids. */
export const ID_NAMES = { platform: (id: string) => id, host: (slug: string) => slug };

/** A listing of `acme/<name>` at dollars per million tokens, with a month; say what differs. */
export const aListing = (
  name: string,
  input: number | null,
  output: number | null,
  { monthUsd = null, ...more }: Partial<Listing> = {},
): Listing => ({
  id: `acme/${name}`,
  name,
  offerId: `acme/${name}@somebody`,
  input: input === null ? null : input * 1_000_000,
  output: output === null ? null : output * 1_000_000,
  cacheRead: null,
  monthUsd,
  lowMonthUsd: monthUsd,
  isUnconfirmed: false,
  isLeftOut: false,
  isMonthAssumed: false,
  readOn: "2026-08-22",
  hostName: null,
  region: null,
  fits: true,
  ...more,
});

/** A platform with listings and nothing else to say; say what differs. */
export const aComparedPlatform = (
  id: string,
  listings: readonly Listing[],
  more: Partial<ComparedPlatform> = {},
): ComparedPlatform => ({
  id,
  name: id.toUpperCase(),
  sellsTokens: true,
  notes: [],
  who: [],
  facts: [],
  hasUnknownFees: false,
  listings,
  elsewhere: [],
  ...more,
});

const month = { best: { usd: 100, lowUsd: 100, seller: "Acme" }, list: { usd: 110, lowUsd: 110 } };

/** A model with a list price of $1/$2 and one month at its maker; say what differs. */
export const aComparedModel = (id: string, more: Partial<ComparedModel> = {}): ComparedModel => ({
  id,
  name: id.slice(id.indexOf("/") + 1),
  makerName: "Acme",
  price: { input: 1_000_000, output: 2_000_000, isList: true },
  contextTokens: 200_000,
  maxOutputTokens: null,
  takes: ["text"],
  makes: ["text"],
  tools: true,
  reasoning: false,
  structuredOutput: null,
  openWeights: null,
  releasedOn: "2026-01-02",
  chosen: month,
  months: [month],
  ...more,
});
