import type { ChangeRecord } from "../../data/change-record.ts";
import { changeNames, changeRecord } from "../../data/change-record.ts";
import * as paths from "../../site/paths.ts";
import { atomFeed, type FeedTopic, feedEntries, jsonFeed, recordsBy } from "./change-feed.ts";

const ALL: FeedTopic = { title: "Token Parity: price changes", page: paths.changes(), self: paths.feed.all() };

/** The feeds of the site, as texts. */
export const allAtom = (): string => atomOf(ALL, changeRecord());

/** Every change of the record as a JSON Feed. */
export const allJsonFeed = (): string =>
  jsonFeed({ ...ALL, self: paths.feed.json() }, feedEntries(changeRecord(), changeNames), changeRecord().asOf);

/** The changes of one model’s prices, and what was announced of it, as Atom. */
export function modelAtom(id: string, name: string): string {
  const topic = { title: `Token Parity: ${name}`, page: paths.model(id), self: paths.feed.model(id) };
  return atomOf(topic, recordPart("model", id));
}

/** The changes of all models of a maker as Atom. */
export function makerAtom(maker: string, name: string): string {
  const topic = { title: `Token Parity: models of ${name}`, page: paths.maker(maker), self: paths.feed.maker(maker) };
  return atomOf(topic, recordPart("maker", maker));
}

/** The changes of all prices at a platform as Atom. */
export function platformAtom(id: string, name: string): string {
  const topic = { title: `Token Parity: prices at ${name}`, page: paths.platform(id), self: paths.feed.platform(id) };
  return atomOf(topic, recordPart("platform", id));
}

type Part = "model" | "maker" | "platform";

const parts = new Map<Part, ReadonlyMap<string, ChangeRecord>>();

/** The record of a model, a maker or a platform: put apart once, for a thousand feeds. Who came and who left is no platform's. */
function recordPart(part: Part, id: string): ChangeRecord {
  const recordOf = parts.get(part) ?? recordsBy(changeRecord(), part);
  parts.set(part, recordOf);
  return recordOf.get(id) ?? { ...changeRecord(), moves: [], arrivals: [], departures: [] };
}

const atomOf = (topic: FeedTopic, record: ChangeRecord): string => atomFeed(topic, feedEntries(record, changeNames), record.asOf);
