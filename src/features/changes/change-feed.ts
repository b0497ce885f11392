import { Feed } from "feed";
import type { ChangeNames, ChangeRecord } from "../../data/change-record.ts";
import type { PriceMove } from "../../domain/history/price-move.ts";
import { makerOfId } from "../../domain/model/maker-of-id.ts";
import { addDays } from "../../domain/money/days.ts";
import { formatDelta, formatUsdPerMTok } from "../../site/format.ts";
import { escapeHtml } from "../../site/html-text.ts";
import * as paths from "../../site/paths.ts";
import { METER_WORDS } from "../../site/words/meter-words.ts";
import { spanText } from "../../site/words/span-text.ts";
import { originText, sellerOf } from "./change-lines.ts";

/** One entry of a feed, as plain text. */
export interface FeedEntry {
  /** The same for the same change, whenever and wherever it is built. */
  readonly id: string;
  readonly day: string;
  readonly title: string;
  readonly text: string;
  readonly path: string;
}

/** What a feed is about. */
export interface FeedTopic {
  readonly title: string;
  /** The page it belongs to, and its own address. */
  readonly page: string;
  readonly self: string;
}

/** So many, or all of the two newest days: who polls once a day misses none. */
const ENTRIES = 50;

/** The entries of a record, newest first: one per moved card, one per model that came or went. */
export function feedEntries({ moves, arrivals, departures }: ChangeRecord, names: ChangeNames): readonly FeedEntry[] {
  const nameOf = (model: string) => names.model(model) ?? model;
  const pathOf = (model: string) => (names.model(model) === null ? paths.changes() : paths.model(model));
  const dayEntry =
    (kind: "new" | "gone", words: string) =>
    ({ model, day }: { readonly model: string; readonly day: string }) => ({
      id: tagOf(day, kind, model),
      day,
      title: `${nameOf(model)}: ${words}`,
      text: `${nameOf(model)} (${model}): ${words}.`,
      path: pathOf(model),
    });
  const entries = [
    ...moves.map((move) => moveEntry(move, nameOf(move.model), pathOf(move.model), names)),
    ...arrivals.map(dayEntry("new", "first named by a list we read")),
    ...departures.map(dayEntry("gone", "no longer on any list we read")),
  ];
  return newest(entries.toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1)));
}

/** The parts of a record that are about one model, one maker or one platform each, by its id. Who came and who left is no platform's. */
export function recordsBy(record: ChangeRecord, part: "model" | "maker" | "platform"): ReadonlyMap<string, ChangeRecord> {
  const idOf = ({ model }: { readonly model: string }) => (part === "maker" ? makerOfId(model) : model);
  const dated = part === "platform" ? { arrivals: [], departures: [] } : record;
  const moves = Map.groupBy(record.moves, (move) => (part === "platform" ? move.platform : idOf(move)));
  const arrivals = Map.groupBy(dated.arrivals, idOf);
  const departures = Map.groupBy(dated.departures, idOf);
  const ids = new Set([...moves.keys(), ...arrivals.keys(), ...departures.keys()]);
  const partOf = (id: string) => ({
    ...record,
    moves: moves.get(id) ?? [],
    arrivals: arrivals.get(id) ?? [],
    departures: departures.get(id) ?? [],
  });
  return new Map([...ids].map((id) => [id, partOf(id)]));
}

/** An Atom feed (RFC 4287). An empty one has the day of the data. */
export function atomFeed(topic: FeedTopic, entries: readonly FeedEntry[], asOf: string): string {
  const feed = feedOf(topic, entries, asOf);
  for (const entry of entries) feed.addItem(itemOf(entry, escapeHtml));
  return feed.atom1();
}

/** A JSON Feed: titles are plain text there. */
export function jsonFeed(topic: FeedTopic, entries: readonly FeedEntry[], asOf: string): string {
  const feed = feedOf(topic, entries, asOf);
  for (const entry of entries) feed.addItem(itemOf(entry, (title) => title));
  return feed.json1();
}

/** An answer with the type of an Atom feed. */
export const atomResponse = (text: string): Response =>
  new Response(text, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });

function feedOf({ title, page, self }: FeedTopic, entries: readonly FeedEntry[], asOf: string): Feed {
  return new Feed({
    id: paths.absolute(page),
    title: plain(title),
    link: paths.absolute(page),
    feedLinks: { atom: paths.absolute(self), json: paths.absolute(self) },
    updated: dateOf(entries[0]?.day ?? asOf),
    author: { name: "Token Parity", link: paths.absolute(paths.home()) },
    generator: "Token Parity",
  });
}

function itemOf({ id, day, title, text, path }: FeedEntry, titleText: (text: string) => string) {
  return {
    id,
    title: titleText(plain(title)),
    link: paths.absolute(path),
    date: dateOf(day),
    content: `<p>${escapeHtml(plain(text))}</p>`,
  };
}

function moveEntry(move: PriceMove, name: string, path: string, names: ChangeNames): FeedEntry {
  const seller = sellerOf(move, names);
  const turns = move.meters.map(({ meter, old, now, bps }) => {
    const turn = `${METER_WORDS[meter]} ${formatUsdPerMTok(old)} → ${formatUsdPerMTok(now)}`;
    return bps === null ? turn : `${turn} (${formatDelta(bps)})`;
  });
  return {
    id: tagOf(move.day, "move", move.offerId, ...(move.condition === null ? [] : [move.condition])),
    day: move.day,
    title: `${name} at ${seller}: ${shortChange(move)}`,
    text: `${turns.join("; ")} per million tokens${move.notBefore === undefined ? "" : `, ${spanText(move.day, move.notBefore)}`}. Price from: ${originText(move, names)}.${names.billedIn(move) === null ? "" : ` ${NO_DOLLARS}`}`,
    path,
  };
}

/** Said of a change of what is not billed in dollars. */
const NO_DOLLARS = "The dollars are those its source wrote, which move with its rate too.";

/** `−20 %` of the input price; of another meter with its name, `cached input −53 %`: a bare share reads as that of the price. */
function shortChange({ meters, bps }: PriceMove): string {
  if (bps === null) return "no longer free";
  const meter = meters.find((each) => each.bps !== null)?.meter ?? "input";
  return meter === "input" ? formatDelta(bps) : `${METER_WORDS[meter]} ${formatDelta(bps)}`;
}

/**
 * A tag URI (RFC 4151). A card has one entry a day, whatever of its meters moved: a meter read later that night changes the entry and makes
 * no second one. The name in it is the project's, whatever address a copy of the site is served at.
 */
const tagOf = (day: string, ...parts: readonly string[]): string =>
  `tag:tokenparity.dev,2026:${[day, ...parts].map(encodeURIComponent).join("/")}`;

function newest(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  const [first] = entries;
  if (first === undefined) return [];
  const from = addDays(first.day, -1);
  return entries.filter(({ day }, index) => index < ENTRIES || day >= from);
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
/** What XML 1.0 cannot hold becomes a space. */
const plain = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]+/gu, " ");
