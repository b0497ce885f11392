import type { SourceNight } from "../../scripts/night/guards/guard-night.ts";
import type { Curated } from "../../scripts/night/pipeline/curated.ts";
import { storeAfterNight } from "../../scripts/night/pipeline/night.ts";
import { readSources } from "../../scripts/night/pipeline/read-sources.ts";
import { type Store, storeFiles } from "../../scripts/night/pipeline/store.ts";
import type { Body, Io } from "../../scripts/night/sources/source.ts";
import { addDays } from "../../src/domain/money/days.ts";
import type { Bodies } from "./full-upstream.ts";

/** What the upstreams answer in place of a body they cannot give. */
export class Failure extends Error {}

/** A whole upstream on one night, read and parsed; another day is put on it when the night is played. */
export interface ReadNight {
  readonly readAt: string;
  readonly sources: readonly SourceNight[];
}

/** Reads every source from bodies in memory, through the sources' own `read` and `parse`. A URL that answers a `Failure` throws. */
export async function readNight(bodies: Bodies, curated: Curated, day: string): Promise<ReadNight> {
  return await readThrough(bodiesIo(bodies, timeOn(day)), curated, day);
}

/** The same through a door that dates its bodies by itself. */
export async function readThrough(io: Io, curated: Curated, day: string): Promise<ReadNight> {
  const sources = await readSources(
    io,
    curated,
    { start: () => undefined, stop: () => undefined },
    {
      ...{ lastAsOf: day, lastRead: () => null },
    },
  );
  return { readAt: timeOn(day), sources };
}

/** When a source was read: on the `night`, as all are, or at a time that stays its own: `2026-11-22T03:00:00Z`. */
export type ReadWhen = "night" | "failed" | "notRead" | { readonly at: string };

/** The night with each source's body read at its own time, failed, or left out; rows that people write are there in any case. */
export function withReadings({ sources, readAt }: ReadNight, whenOf: (id: string) => ReadWhen): ReadNight {
  const isAsked = ({ source }: SourceNight) => source.fromCurated !== true;
  return { readAt, sources: sources.map((each) => (isAsked(each) ? readWhen(each, readAt, whenOf(each.source.id)) : each)) };
}

function readWhen(each: SourceNight, was: string, when: ReadWhen): SourceNight {
  if (when === "night") return each;
  if (typeof when === "object") return redated(each, was, when.at);
  return { ...each, parsed: null, bodies: [], failure: when === "failed" ? "503 Service Unavailable" : null };
}

const timeOn = (day: string): string => `${day}T04:00:00Z`;

/** A door to bodies in memory, all read at one time. */
export function bodiesIo(bodies: Bodies, readAt: string): Io {
  const get = async (url: string): Promise<Body> => {
    const content = bodies.get(url);
    if (content === undefined) throw new Error(`GET ${url}: 404 Not Found`);
    if (content instanceof Failure) throw new Error(`GET ${url}: ${content.message}`);
    return { url, readAt, content };
  };
  return { getJson: get, getText: get, recordedUrls: () => null };
}

/** Nights one after another from a first day on: what is valid after each. */
export function playNights(start: Store, nights: readonly ReadNight[], firstDay: string, curated: Curated): readonly Store[] {
  const stores: Store[] = [];
  for (const [index, each] of nights.entries()) {
    stores.push(storeAfterNight(onDay(each, timeOn(addDays(firstDay, index))), curated, stores.at(-1) ?? start));
  }
  return stores;
}

const onDay = ({ sources, readAt: was }: ReadNight, readAt: string): readonly SourceNight[] =>
  sources.map((each) => redated(each, was, readAt));

function redated({ parsed, bodies, ...each }: SourceNight, was: string, readAt: string): SourceNight {
  const dated = <Dated extends { readonly readAt: string }>(row: Dated): Dated => (row.readAt === was ? { ...row, readAt } : row);
  return {
    ...each,
    bodies: bodies.map(dated),
    parsed:
      parsed === null
        ? null
        : { ...parsed, readings: parsed.readings.map((reading) => ({ ...reading, source: dated(reading.source) })) },
  };
}

/** Everything the pages show of models and prices; not how fresh it is, nor whether it is held. */
export const shown = ({ models, offers }: Store) => ({
  models: Object.fromEntries(models.map((model) => [model.id, model])),
  offers: Object.fromEntries(
    offers.map(({ id, prices, conditions, unitPrices, upstreamId }) => [
      id,
      { prices, conditions: conditions.map(({ source: _source, ...card }) => card), unitPrices, upstreamId },
    ]),
  ),
});

const filesOf = new WeakMap<Store, Readonly<Record<string, string>>>();

/** Every byte the nights write of models, offers, readings and the run; written once a store, for quiet nights are compared with every story. */
export function written(store: Store): Readonly<Record<string, string>> {
  const files = filesOf.get(store) ?? Object.fromEntries(storeFiles(store));
  filesOf.set(store, files);
  return files;
}
