import type { AnswerCounts } from "../../domain/doubt/answer-counts.ts";
import type { DoubtRule } from "../../domain/doubt/doubt.ts";
import type { Unmatched } from "../../domain/model/unmatched.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import type { Offer } from "../../domain/offer/offer.ts";
import { CURRENCY_HOLD } from "../../domain/platform/currency-hold.ts";
import type { Evidence } from "../../domain/source/evidence-class.ts";
import { GUARD_RULES, type GuardRule, GuardRuleName, HOLD_ENDS } from "../../domain/source/guard-rule.ts";
import { budgetDays, type Run, sourceAge } from "../../domain/source/run.ts";
import { formatCount, formatDay, formatPlural } from "../../site/format.ts";
import { type Column, countColumn, dayColumn, proseColumn, textColumn } from "../../table/column.ts";
import { fileTable, type TableView } from "../../table/table-view.ts";
import { findingWords } from "./finding-words.ts";

/** The tables of the page of data, which is made of its Markdown. */

type SourceRun = Run["sources"][number];

/** Each source with its last good reading and what it brought. */
export const sourceTable = ({ sources, asOf }: Pick<Run, "sources" | "asOf">): TableView =>
  fileTable(sourceColumns(asOf), sources);

const sourceColumns = (asOf: string): readonly Column<SourceRun>[] => [
  textColumn("source", "Source", ({ name }) => name),
  proseColumn("status", "Status", (source) => statusText(source, asOf)),
  dayColumn("read", "Last good reading", ({ readAt }) => formatDay(readAt)),
  textColumn("budget", "Stale after", ({ id }) => formatPlural(budgetDays(id), "day")),
  countColumn("readings", "Readings", ({ readings }) => formatCount(readings)),
  countColumn("offers", "Offers", ({ offers }) => formatCount(offers)),
  countColumn("left-out", "Left out", ({ skipped }) =>
    formatCount(Object.values(skipped).reduce((sum, count) => sum + count, 0)),
  ),
  countColumn("unmatched", "Unmatched", ({ unmatched }) => formatCount(unmatched)),
  proseColumn("licence", "Licence or terms", ({ licence }) => licence),
];

/** `fresh`, `held: HTTP 503`, `stale: 97 days old`: by the day of the data, however late it was asked. */
function statusText(source: SourceRun, asOf: string): string {
  const { days, isOverBudget } = sourceAge(source, asOf);
  const held = source.why === null ? [] : [`held: ${source.why}`];
  const old = isOverBudget ? [`stale: ${formatPlural(days, "day")} old`] : [];
  return held.length + old.length === 0 ? source.status : [...held, ...old].join("; ");
}

/** Each offer that is at an older price, since when, why and until when. */
export const heldTable = (held: readonly Offer[]): TableView =>
  fileTable<Offer>(
    [
      textColumn("offer", "Offer", ({ id }) => id),
      dayColumn("since", "Since", ({ heldBecause, source }) => formatDay(heldBecause?.since ?? source.readAt)),
      proseColumn("why", "Why", ({ heldBecause }) => heldBecause?.detail ?? ""),
      proseColumn("until", "Until", ({ heldBecause }) => untilOf(heldBecause?.rule ?? "")),
    ],
    held,
  );

interface HeldReason {
  readonly rule: string;
  readonly count: number;
}

/** Held offers by the rule that holds them, the most first. */
export function heldReasonTable(held: readonly Offer[]): TableView {
  const rules = [...Map.groupBy(held, ({ heldBecause }) => heldBecause?.rule ?? "")];
  return fileTable<HeldReason>(
    [
      proseColumn("why", "Why", ({ rule }) => heldRuleText(rule)),
      countColumn("offers", "Offers", ({ count }) => formatCount(count)),
      proseColumn("until", "Until", ({ rule }) => untilOf(rule)),
    ],
    rules
      .map(([rule, { length }]) => ({ rule, count: length }))
      .toSorted((a, b) => b.count - a.count || compareText(a.rule, b.rule)),
  );
}

function heldRuleText(rule: string): string {
  if (rule === CURRENCY_HOLD) return "The platform bills in another currency, and no dated rate turns its figures into dollars";
  const name = GuardRuleName.safeParse(rule);
  return name.success ? GUARD_RULES[name.data].says : "Not read within the days of its source";
}

/** What ends the hold of a rule: `bodyLost` → `it can be read again`. A stale offer is held by its age alone. */
function untilOf(rule: string): string {
  if (rule === CURRENCY_HOLD)
    return "a dated rate of the European Central Bank is read, and its figures can be brought back to it";
  const name = GuardRuleName.safeParse(rule);
  if (!name.success) return "it is read again";
  const { ends }: GuardRule = GUARD_RULES[name.data];
  return ends === null ? "" : HOLD_ENDS[ends].replace(/^until /, "");
}

interface AnswerLine {
  readonly what: string;
  readonly count: number;
}

/** Winners by how their prices are known, models without any, and what is in doubt, a line each. */
export const answerTable = (counts: AnswerCounts): TableView =>
  fileTable<AnswerLine>(
    [textColumn("what", "What", ({ what }) => what), countColumn("count", "Count", ({ count }) => formatCount(count))],
    answerLines(counts),
  );

function answerLines({ winners, eligiblePlatforms, mostUsed, soldByTwo, doubts, offersInDoubt }: AnswerCounts) {
  const line = (what: string, count: number): AnswerLine => ({ what, count });
  return [
    ...[...winners]
      .filter(([, count]) => count > 0)
      .map(([evidence, count]) => line(`Won by a price ${EVIDENCE_CLAUSES[evidence]}`, count)),
    line("Without an answer", eligiblePlatforms.none),
    line("With one platform that may win", eligiblePlatforms.one),
    line("With two", eligiblePlatforms.two),
    line("With three or more", eligiblePlatforms.threeOrMore),
    line(`Answered, of the ${formatCount(mostUsed.models)} most used`, mostUsed.answered),
    line(`Answered, of the ${formatCount(soldByTwo.models)} that two platforms or more sell`, soldByTwo.answered),
    line("Offers in doubt", offersInDoubt),
    ...[...doubts].filter(([, count]) => count > 0).map(([rule, count]) => line(`In doubt: ${DOUBT_WORDS[rule]}`, count)),
  ];
}

const EVIDENCE_CLAUSES: Readonly<Record<Evidence, string>> = {
  own: "confirmed by the platform",
  mirror: "copied from the platform’s API",
  transcribed: "written down from the platform’s page",
  corroborated: "that two catalogues agree on",
  reported: "that one catalogue names",
};

const DOUBT_WORDS: Readonly<Record<DoubtRule, string>> = {
  underFirstHand: "under half of what a platform itself asks",
  underMarket: "under a quarter of what others ask",
  overMarket: "over four times what others ask",
  underEverySeller: "one price under a quarter of anybody else’s",
  underList: "far under the maker’s price of closed weights",
  unitSlip: "another unit",
  cacheAboveInput: "cached input more expensive than input",
  cheaperTier: "cheaper above a threshold",
  unknownCurrency: "a currency nobody established",
  newerReading: "a newer reading says otherwise",
  noLongerServed: "marked as no longer served",
  notInNewerList: "not in a newer copy of the seller’s list",
  beforeChange: "the maker’s price of before a change",
  globalInRegion: "a global price for a call in one region",
  homeMarketPrice: "a home market’s price outside it",
  batchAsStandard: "a batch price as the standard one",
  mediaAsText: "an image or audio price as text output",
};

interface FindingLine {
  readonly rule: string;
  readonly found: Run["findings"];
}

/** As much of an example as is shown. */
const EXAMPLE_CHARACTERS = 200;

/** What the night found, by rule, with an example. */
export const findingTable = (findings: readonly FindingLine[]): TableView =>
  fileTable<FindingLine>(
    [
      proseColumn("what", "What", ({ rule }) => findingWords(rule)),
      countColumn("count", "Count", ({ found }) => formatCount(found.length)),
      proseColumn("example", "For example", ({ found: [first] }) => startOf(`${first?.subject ?? ""}: ${first?.detail ?? ""}`)),
      textColumn("rule", "Rule", ({ rule }) => rule),
    ],
    findings,
  );

/** What fits of a text, to the end of a word: `"one two three"` → `"one two …"`. */
function startOf(text: string): string {
  if (text.length <= EXAMPLE_CHARACTERS) return text;
  return `${text.slice(0, EXAMPLE_CHARACTERS).replace(/\s+\S*$/, "")} …`;
}

interface LeftOutLine {
  readonly name: string;
  readonly why: string;
  readonly count: number;
}

/** Rows of the sources that are used nowhere, by reason. */
export const leftOutTable = (sources: readonly SourceRun[]): TableView =>
  fileTable<LeftOutLine>(
    [
      textColumn("source", "Source", ({ name }) => name),
      proseColumn("reason", "Reason", ({ why }) => why),
      countColumn("rows", "Rows", ({ count }) => formatCount(count)),
    ],
    sources.flatMap(({ name, skipped }) => Object.entries(skipped).map(([why, count]) => ({ name, why, count }))),
  );

/** The ids of a platform that no rule joins to a model. */
export interface UnmatchedLine {
  readonly platform: string;
  readonly ids: readonly Unmatched[];
}

const EXAMPLES = 3;

/** Ids that no rule joins with a model, by platform. */
export const unmatchedTable = (lines: readonly UnmatchedLine[]): TableView =>
  fileTable<UnmatchedLine>(
    [
      textColumn("platform", "Platform", ({ platform }) => platform),
      countColumn("unmatched", "Unmatched", ({ ids }) => formatCount(ids.length)),
      proseColumn("example", "For example", ({ ids }) =>
        ids
          .slice(0, EXAMPLES)
          .map(({ upstreamId }) => upstreamId)
          .join(", "),
      ),
    ],
    lines,
  );
