import type { DoubtRule } from "../../domain/doubt/doubt.ts";
import { MAX_MARKET_TIMES, MIN_MARKET_SELLERS } from "../../domain/doubt/rules/market/off-market.ts";
import { MIN_FIRST_HAND_SHARE } from "../../domain/doubt/rules/market/under-first-hand.ts";
import { MIN_LIST_SHARE } from "../../domain/doubt/rules/market/under-list.ts";
import type { Ineligible } from "../../domain/ranking/eligibility.ts";
import { MAX_AGING_DAYS } from "../../domain/source/age-class.ts";
import { EVIDENCE, type Evidence } from "../../domain/source/evidence-class.ts";
import { formatPercent } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import { EVIDENCE_MEANINGS, EVIDENCE_WORDS } from "../../site/words/evidence-text.ts";
import { type Column, proseColumn, textColumn } from "../../table/column.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { fileTable } from "../../table/table-view.ts";

/** The part of `/methodology/` on which price may win. Each rule of the code has its line: one without does not compile. */
export const winningRules = (): string => `## Who may be called cheapest

${tableMarkdown(fileTable(EVIDENCE_COLUMNS, [...EVIDENCE]))}

Of the offers at the standard tier that may win, the one whose month costs least is called cheapest. These may not:

${Object.values(REASONS)
  .map((text) => `- ${text}`)
  .join("\n")}

A price is **fresh** within [the days its source is given](${paths.absolute(paths.data())}); one written down from a page also as long as a catalogue within its own days shows the same, and one for batches while it is the share that the platform names of a standard price that is fresh. Fresh prices decide. Where a model has no fresh confirmed one, one of up to ${MAX_AGING_DAYS} days that nothing contradicts does, and the sentence says its day; where there is none of these either, the last confirmed price is told, and nobody is called cheapest.

## What speaks against a price

${Object.values(DOUBTS)
  .map((text) => `- ${text}`)
  .join("\n")}

Such a price is marked *in doubt* with the reason, and never wins.
`;

const EVIDENCE_COLUMNS: readonly Column<Evidence>[] = [
  textColumn("known", "How a price is known", (evidence) => EVIDENCE_WORDS[evidence]),
  proseColumn("meaning", "What that means", (evidence) => EVIDENCE_MEANINGS[evidence]),
  textColumn("wins", "May win", (evidence) => (evidence === "reported" ? "no" : "yes")),
];

const REASONS: Readonly<Record<Ineligible, string>> = {
  free: `A free offer: those have [a page of their own](${paths.absolute(paths.bestFree())}).`,
  otherTier:
    "A batch, flex, priority or fast price by itself. A batch price counts inside a month, for the requests that can wait.",
  notCurrent: `An offer that is held (see [guards](${paths.absolute(paths.methodology("guards"))})) or no longer sold.`,
  ownKey: "A platform that only routes over your own keys: it sells no tokens.",
  conditional: "A price on a condition: your requests are used for training, or capacity must be spare.",
  unpriced: "An offer without a known price per token for what the workload needs.",
  doesNotFit: "An offer that takes no request as long as the workload’s.",
  doubtful: "A price that something speaks against, as below.",
  expired: `A price last read over ${MAX_AGING_DAYS} days ago, or one past its source’s days that a newer reading contradicts.`,
  aging: "A price past its source’s days, where the model has a fresh confirmed one.",
  unconfirmed: "What one catalogue alone reports, unless a reader includes unconfirmed platforms.",
};

const percent = (share: number): string => formatPercent(share * 10_000);

const DOUBTS: Readonly<Record<DoubtRule, string>> = {
  underFirstHand: `A copied price whose month for chat is under ${percent(MIN_FIRST_HAND_SHARE)} of the lowest that a platform itself names.`,
  underMarket: `Where no platform itself names one: a copied price under 1/${MAX_MARKET_TIMES} of the median of ${MIN_MARKET_SELLERS} other sellers or more.`,
  overMarket: `A copied price over ${MAX_MARKET_TIMES} times that median, where no platform itself names one; what one catalogue alone reports, where none itself asks as much.`,
  underEverySeller: "One copied input or output price far under the lowest that anybody else asks for it.",
  underList: `Closed weights, known from catalogues alone, over ${percent(1 - MIN_LIST_SHARE)} under the maker’s fresh list price.`,
  unitSlip: "A platform’s own figure that is a power of ten or an exchange rate away from what others ask: perhaps another unit.",
  cacheAboveInput: "A platform’s own card on which cached input costs more than input.",
  cheaperTier: "A platform’s own card that is cheaper for long prompts than for short ones.",
  unknownCurrency: "A platform that bills in another currency, where nobody knows how its figures became dollars.",
  newerReading: "A newer reading of the same offer that says otherwise.",
  noLongerServed: "A row that its own catalogue marks as no longer served.",
  notInNewerList: "An offer that a newer copy of the platform’s list, or of the list it resells, no longer names.",
  beforeChange: "A copy that still shows what the maker asked before a dated change.",
  globalInRegion: "Bedrock’s price of a global call for a call in one region, which costs more.",
  homeMarketPrice: "The maker’s price in its home market, asked outside it.",
  batchAsStandard: "The maker’s batch price as the standard price of a model with closed weights.",
  mediaAsText: "An image or audio price as the price of text output.",
};
