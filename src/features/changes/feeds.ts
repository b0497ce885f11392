import type { ChangeRecord } from "../../data/change-record.ts";
import { changeRecord, namer } from "../../data/change-record.ts";
import { paths } from "../../site/paths.ts";
import { atomFeed, type FeedTopic, feedEntries, jsonFeed, recordOf } from "./change-feed.ts";

const ALL: FeedTopic = { title: "Token Parity: price changes", page: paths.changes(), self: paths.feed.all() };

/** The feeds of the site, as texts. */
export const allAtom = (): string => atomOf(ALL, changeRecord());

/** Every change of the record as a JSON Feed. */
export const allJsonFeed = (): string =>
  jsonFeed({ ...ALL, self: paths.feed.json() }, feedEntries(changeRecord(), namer), changeRecord().asOf);

/** The changes of one model’s prices, and what was announced of it, as Atom. */
export function modelAtom(id: string, name: string): string {
  const topic = { title: `Token Parity: ${name}`, page: paths.model(id), self: paths.feed.model(id) };
  const isOwn = (model: string) => model === id;
  return atomOf(
    topic,
    recordOf(changeRecord(), ({ model }) => isOwn(model), isOwn),
  );
}

/** The changes of all models of a maker as Atom. */
export function makerAtom(maker: string, name: string): string {
  const topic = { title: `Token Parity: models of ${name}`, page: paths.maker(maker), self: paths.feed.maker(maker) };
  const isOwn = (model: string) => model.startsWith(`${maker}/`);
  return atomOf(
    topic,
    recordOf(changeRecord(), ({ model }) => isOwn(model), isOwn),
  );
}

/** The changes of all prices at a platform as Atom. */
export function platformAtom(id: string, name: string): string {
  const topic = { title: `Token Parity: prices at ${name}`, page: paths.platform(id), self: paths.feed.platform(id) };
  return atomOf(
    topic,
    recordOf(
      changeRecord(),
      ({ platform }) => platform === id,
      () => false,
    ),
  );
}

const atomOf = (topic: FeedTopic, record: ChangeRecord): string => atomFeed(topic, feedEntries(record, namer), record.asOf);
