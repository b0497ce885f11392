import type { AnswerCounts } from "../../domain/doubt/answer-counts.ts";
import type { NotChat } from "../../domain/model/not-chat.ts";
import type { Unmatched } from "../../domain/model/unmatched.ts";
import type { Offer } from "../../domain/offer/offer.ts";
import { CURRENCY_HOLD } from "../../domain/platform/currency-hold.ts";
import type { Mirror } from "../../domain/platform/mirror.ts";
import type { PlatformReading } from "../../domain/source/platforms/platform-reading.ts";
import { type Run, sourceAge } from "../../domain/source/run.ts";
import { SOURCE_IDS } from "../../domain/source/sources.ts";
import { formatCount, formatDay, formatPlural } from "../../site/format.ts";
import { escapeMarkdown } from "../../site/markdown.ts";
import * as paths from "../../site/paths.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import {
  answerTable,
  findingTable,
  heldReasonTable,
  heldTable,
  leftOutTable,
  sourceTable,
  type UnmatchedLine,
  unmatchedTable,
} from "./data-columns.ts";
import { platformReadingTable } from "./platform-reading-columns.ts";

const SHOWN = 50;

export interface DataHealth {
  readonly run: Run;
  readonly offers: readonly Offer[];
  readonly unmatched: readonly Unmatched[];
  readonly notChat: readonly NotChat[];
  readonly answers: AnswerCounts;
  /** How each platform's price is read. */
  readonly readings: readonly PlatformReading[];
  readonly nameOf: (platform: string) => string;
  /** Who copies OpenRouter's list. */
  readonly mirrors: readonly Pick<Mirror, "platform" | "source">[];
}

/** The health of the data: each source, what is held, what nobody could match, and where to download it. */
export function dataMarkdown({ run, offers, unmatched, notChat, answers, readings, nameOf, mirrors }: DataHealth): string {
  const held = offers.filter(({ status }) => status === "held");
  const findings = [...Map.groupBy(run.findings, ({ rule }) => rule)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `# Data and sources

${freshText(run)} ${formatPlural(offers.length, "offer")}, ${formatCount(held.length)} of them [held](${paths.absolute(paths.data())}#held-offers).

## Sources

${tableMarkdown(sourceTable(run))}

[Where they disagree](${paths.absolute(paths.disagreements())}): how often, on what, and by how much. Every source has its own day. ${asOfText(run, mirrors)}

## How each platform’s price is read

The best that any of its prices rests on: its own API or page read by our job, a copy of its API by a catalogue’s program, its page written down by hand, or catalogues alone. *Rows* are its offers that rest on it. Our own reader of a platform counts from its first good night, on which a catalogue must show most of the same prices; one that is off is not trusted yet.

${tableMarkdown(platformReadingTable(readings, nameOf))}

## What the answers rest on

The cheapest seller for chat of each of ${formatPlural(answers.models, "model")} on sale, confirmed prices only. With prices counted that one catalogue alone names, ${formatPlural(answers.changed, "answer")} would be another.

${tableMarkdown(answerTable(answers))}

An offer counts under each reason to doubt it.

## Downloads

- [All offers as CSV](${paths.absolute(paths.api.offersCsv())}): what the pages show
- [Models](${paths.absolute(paths.api.models())}), [platforms](${paths.absolute(paths.api.platforms())}) and the [state of the data](${paths.absolute(paths.api.index())}) as JSON; each model has its own file

## Held offers

${heldText(held)}

## Findings

${findings.length === 0 ? "None." : tableMarkdown(findingTable(findings.map(([rule, found]) => ({ rule, found }))))}

## Left out, by reason

${tableMarkdown(leftOutTable(run.sources))}

## On OpenRouter, and no chat model

${notChatText(notChat)}

## Unmatched ids

${unmatchedText(unmatched)}
`;
}

/** Where the day of the data is from: OpenRouter's own list, or the newest copy of it, by name. */
export function asOfText({ sources, asOf }: Pick<Run, "sources" | "asOf">, mirrors: DataHealth["mirrors"]): string {
  const rule = "The as-of day is the day of the newest reading of OpenRouter’s list of models";
  const own = sources.find(({ id }) => id === "openrouter-models");
  if (own?.readAt.startsWith(asOf) === true) return `${rule}.`;
  const copiers = mirrors.flatMap(({ platform, source }) => (platform === "openrouter" ? [source] : []));
  const copy = sources.find(({ id, readAt }) => copiers.some((each) => each === id) && readAt.startsWith(asOf));
  const last = own === undefined ? "not read" : `last read on ${formatDay(own.readAt)}`;
  return `${rule}, its own or a copy: ${copy === undefined ? "the list" : `${copy.name} copied it on that day, the list`} itself was ${last}.`;
}

/** `2 of 7 price sources are fresh as of 20 Nov 2026; what rests on the others says how old it is.` */
export function freshText({ sources, asOf }: Pick<Run, "sources" | "asOf">): string {
  const priced = sources.filter(({ id }) => SOURCE_IDS.some((each) => each === id));
  const fresh = priced.filter((source) => source.why === null && !sourceAge(source, asOf).isOverBudget);
  const others = fresh.length === priced.length ? "" : "; what rests on the others says how old it is";
  return `${fresh.length} of ${formatPlural(priced.length, "price source")} are fresh as of ${formatDay(asOf)}${others}.`;
}

/** What is held and why, the reasons counted; of the offers themselves as many as fit, those first whose older price is shown. */
export function heldText(held: readonly Offer[]): string {
  if (held.length === 0) return "None: every offer shows its newest reading.";
  const isBilledElsewhere = ({ heldBecause }: Offer) => heldBecause?.rule === CURRENCY_HOLD;
  const inOrder = [...held.filter((offer) => !isBilledElsewhere(offer)), ...held.filter(isBilledElsewhere)];
  const first = held.length > SHOWN ? `The first ${SHOWN} of them:\n\n` : "";
  return `${formatPlural(held.length, "offer")} in all. None can be called cheapest until what the last column says:

${tableMarkdown(heldReasonTable(held))}

${first}${tableMarkdown(heldTable(inOrder.slice(0, SHOWN)))}`;
}

/** The ids nobody could match, by platform, as many platforms as fit. */
export function unmatchedText(unmatched: readonly Unmatched[]): string {
  if (unmatched.length === 0) return "None: every id is joined to a model.";
  const platforms = unmatchedByPlatform(unmatched);
  const more = platforms.length > SHOWN ? `; the ${SHOWN} platforms with most of them` : "";
  return `${formatPlural(unmatched.length, "id")} that no rule joins to a model, and nobody guesses at${more}:

${tableMarkdown(unmatchedTable(platforms.slice(0, SHOWN)))}`;
}

/** Each kind with its count and its ids: they have no pages. */
function notChatText(rows: readonly NotChat[]): string {
  if (rows.length === 0) return "None that we know of.";
  const kinds = [...Map.groupBy(rows, ({ why }) => why)];
  return kinds
    .map(
      ([why, same]) =>
        `${formatCount(same.length)} × ${escapeMarkdown(why)}: ${same.map(({ id }) => escapeMarkdown(id)).join(", ")}.`,
    )
    .join("\n\n");
}

function unmatchedByPlatform(unmatched: readonly Unmatched[]): readonly UnmatchedLine[] {
  const groups = [...Map.groupBy(unmatched, ({ platform }) => platform)].toSorted(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  );
  return groups.map(([platform, ids]) => ({ platform, ids }));
}
