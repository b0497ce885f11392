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
  const readAt = timeOn(day);
  const sources = await readSources(
    bodiesIo(bodies, readAt),
    curated,
    { start: () => undefined, stop: () => undefined },
    {
      ...{ lastAsOf: day, lastRead: () => null },
    },
  );
  return { readAt, sources };
}

const timeOn = (day: string): string => `${day}T04:00:00Z`;

function bodiesIo(bodies: Bodies, readAt: string): Io {
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

function onDay({ sources, readAt: was }: ReadNight, readAt: string): readonly SourceNight[] {
  const dated = <Dated extends { readonly readAt: string }>(each: Dated): Dated =>
    each.readAt === was ? { ...each, readAt } : each;
  return sources.map((each) => ({
    ...each,
    bodies: each.bodies.map(dated),
    parsed:
      each.parsed === null
        ? null
        : { ...each.parsed, readings: each.parsed.readings.map((reading) => ({ ...reading, source: dated(reading.source) })) },
  }));
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
