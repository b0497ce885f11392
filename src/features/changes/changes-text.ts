import type { ChangeRecord, WatchedRecord } from "../../data/change-record.ts";
import { isPriceChange, type PriceEvent } from "../../domain/history/price-event.ts";
import { type MoveOrigin, movesWithin } from "../../domain/history/price-move.ts";
import type { NamesById } from "../../domain/offer/seller-names.ts";
import type { Run, SourceStatus } from "../../domain/source/run.ts";
import { formatCount, formatDay, formatPlural } from "../../site/format.ts";

/** The sentences of the page of changes: how many, and what the counts can and cannot know. */

/** How many cards moved in the listed days, which way, and by whose word; and how many a night reported in these days that moved before them. */
export function changesAnswer({ moves: all, asOf }: ChangeRecord, readOn: ReadonlyMap<string, string>, days: number): string {
  const moves = movesWithin(all, asOf, days, readOn);
  const earlier = movesWithin(all, asOf, days).length - moves.length;
  const cuts = moves.filter(({ bps }) => bps !== null && bps < 0).length;
  const knownFrom = Object.entries(KNOWN_FROM).flatMap(([origin, words]) => {
    const many = moves.filter((move) => move.origin === origin).length;
    return many === 0 ? [] : [`${formatCount(many)} ${words}`];
  });
  return [
    `${formatPlural(moves.length, "price")} changed in ${days} days: ${formatCount(cuts)} down, ${formatCount(moves.length - cuts)} up.`,
    ...(knownFrom.length === 0 ? [] : [`${lists.format(knownFrom)}.`]),
    ...(earlier === 0
      ? []
      : [`${formatPlural(earlier, "earlier change")} came to light in these days, when a source was read again.`]),
  ].join(" ");
}

/** Strongest word first. */
const KNOWN_FROM = {
  seller: "read at the seller itself",
  routed: "routed by OpenRouter",
  copy: "known from a copy only",
} as const satisfies Record<MoveOrigin, string>;

/** What the history cannot know, and what is not counted. */
export function limitTexts({ recent, asOf, inOtherCurrencies }: WatchedRecord, run: Run, names: NamesById): readonly string[] {
  const moved = recent.filter(isPriceChange);
  const noted = (note: PriceEvent["note"]) => formatCount(recent.filter((event) => event.note === note).length);
  const lateSources = run.sources.flatMap(({ name, readAt, offers }) =>
    offers === 0 || readAt.slice(0, 10) === asOf ? [] : [`${name} ${formatDay(readAt)}`],
  );
  return [
    `A change bears the day it was seen. Between two readings of a source nothing is known: a price that moved and came back in between left no trace. ${lateSources.length === 0 ? "" : `Last read on another day than ${formatDay(asOf)}: ${lateSources.join(", ")}.`}`,
    "A routed price is what OpenRouter charges when it chooses the host. It moves when a host comes, goes or is busy, and is no cut by the maker.",
    "A copy may be late, and may mend a mistake of its own that no seller ever charged.",
    ...(inOtherCurrencies.length === 0
      ? []
      : [
          `Not billed in dollars: ${listText(inOtherCurrencies.map((id) => names.platform(id)))}. Their figures here are dollars as a catalogue writes them, which move with its rate too.`,
        ]),
    `Not counted among the ${formatPlural(moved.length, "moved figure")} of 90 days: ${noted("transient")} that were back within three days, ${noted("clock")} of time windows, ${noted("otherSource")} where another source took over, ${noted("correction")} corrections, ${noted("repointed")} of ids that now mean another model, ${noted("vanished")} that were no longer listed. Nor is a first sight of an offer a change.`,
  ];
}

/** How many cards moved in a window, and which sources could not have shown a move in it. */
export function windowText({ moves, readSince, asOf }: WatchedRecord, run: Run, days: number): string {
  const within = movesWithin(moves, asOf, days, lastDays(run));
  const cuts = within.filter(({ bps }) => bps !== null && bps < 0).length;
  const sourcesInUse = run.sources.filter(({ offers }) => offers > 0);
  const once = sourcesInUse.filter((source) => (readSince.get(source.id) ?? asOf) >= asOf);
  const lateSources = sourcesInUse.filter((source) => !once.includes(source) && lastDay(source) < asOf);
  const since = listText(lateSources.map(({ name, readAt }) => `${name} (${formatDay(readAt)})`));
  const unread = lateSources.length === 0 ? [] : [`last read before ${formatDay(asOf)}: ${since}`];
  const single = once.length === 0 ? [] : [`${listText(once.map(({ name }) => name))} had no earlier reading to compare with`];
  const gaps = [...unread, ...single];
  const counted = `${formatPlural(within.length, "price")} changed: ${formatCount(cuts)} down, ${formatCount(within.length - cuts)} up.`;
  return gaps.length === 0 ? counted : `${counted} More may have moved: ${gaps.join("; ")}.`;
}

/** Source id → the day of its last good reading. */
export const lastDays = ({ sources }: Run): ReadonlyMap<string, string> =>
  new Map(sources.map((source) => [source.id, lastDay(source)]));

const lastDay = ({ readAt }: SourceStatus): string => readAt.slice(0, 10);

const lists = new Intl.ListFormat("en-GB");
const listText = (words: readonly string[]): string =>
  lists.format(words.map((word) => (word.includes(",") ? `“${word}”` : word)));
