import type { Finding } from "../../src/domain/finding.ts";
import type { Model } from "../../src/domain/model.ts";
import type { Offer } from "../../src/domain/offer.ts";
import type { SourceStatus } from "../../src/domain/run.ts";
import type { Unmatched } from "../../src/domain/unmatched.ts";
import type { ModelFacts, Parsed, Source } from "../sources/source.ts";
import { checkContextTiers } from "./context-tiers.ts";
import type { Curated } from "./curated.ts";
import { type Guarded, guardSource } from "./guard.ts";
import { withoutLeftovers } from "./leftovers.ts";
import { matcher } from "./match.ts";
import { type MatchedReading, mergeReadings } from "./merge.ts";
import { buildModels } from "./models.ts";
import { compareReadings, type StoredReading } from "./reading-row.ts";
import type { Store } from "./store.ts";
import { explainZeros } from "./zeros.ts";

/** What became of one source tonight. `parsed: null` = not read, or failed (`failure` says why). */
export interface SourceNight {
  readonly source: Source;
  readonly parsed: Parsed | null;
  /** The bodies read tonight, newest `readAt` first or not. */
  readonly bodies: readonly { readonly url: string; readonly readAt: string }[];
  readonly failure: string | null;
}

/** The source whose reading day is the site's clock (design §1, *as of*). */
export const CLOCK_SOURCE = "openrouter-models";

/**
 * One night, pure: what the sources said, what people curated and what stood yesterday → what stands today.
 * A source that was not read keeps its readings; a held reading keeps yesterday's figures; same input, same output.
 */
export function night(sources: readonly SourceNight[], curated: Curated, before: Store): Store {
  const asOf = asOfDay(sources, before);
  const guarded = new Map(sources.map((each) => [each.source.id, guardOne(each, before)]));
  const models = modelsTonight(sources, curated, before);
  const { matched, unmatched } = matchAll(guarded, models, curated);
  const current = withoutLeftovers(matched);
  const tiers = checkContextTiers(current.matched);
  const merged = mergeReadings(explainZeros(tiers.matched, curated.freePrices, asOf), asOf);
  const offers = retireOffers(merged.offers, models);
  const statuses = sources.flatMap((each) => statusOf(each, guarded, offers, unmatched, before));
  return {
    models: models.filter(({ id, status }) => status === "current" || offers.some(({ model }) => model === id)),
    offers,
    seconds: merged.seconds,
    readings: new Map([...guarded].map(([id, { readings }]) => [id, readings])),
    unmatched,
    run: {
      schemaVersion: 1,
      asOf,
      sources: statuses,
      findings: findingsOf(guarded, [...current.findings, ...tiers.findings, ...merged.findings]),
    },
  };
}

function asOfDay(sources: readonly SourceNight[], before: Store): string {
  const clock = sources.find(({ source }) => source.id === CLOCK_SOURCE);
  const readAt = clock?.parsed === null ? null : newest(clock?.bodies ?? []);
  const day = readAt?.slice(0, 10) ?? before.run?.asOf;
  if (day === undefined) throw new Error(`no clock: ${CLOCK_SOURCE} was not read and there is no earlier run`);
  return day;
}

const newest = (bodies: SourceNight["bodies"]): string | null =>
  bodies
    .map(({ readAt }) => readAt)
    .toSorted()
    .at(-1) ?? null;

function guardOne({ source, parsed, bodies, failure }: SourceNight, store: Store): Guarded {
  const before = store.readings.get(source.id) ?? [];
  if (parsed === null) return guardSource({ id: source.id, before, now: null, failure });
  const read = new Set(bodies.map(({ url }) => url));
  const kept = source.keepsUnreadBodies === true ? before.filter((reading) => !read.has(reading.source.url)) : [];
  const now = [
    ...kept,
    ...parsed.readings.map(
      (reading): StoredReading => ({ ...reading, effectiveFrom: reading.effectiveFrom ?? null, changedAt: null, held: null }),
    ),
  ];
  return guardSource({ id: source.id, before, now: now.toSorted(compareReadings), failure });
}

function modelsTonight(sources: readonly SourceNight[], curated: Curated, before: Store): readonly Model[] {
  const facts = sources.flatMap(({ parsed }) => parsed?.models ?? []);
  const isListed = ({ source }: ModelFacts) => source.id.startsWith("openrouter");
  const own = facts.filter((each) => isListed(each) && each.aliasOf === null);
  const match = matcher({ models: [...own, ...before.models], aliases: curated.aliases, neverJoin: curated.neverJoin });
  return buildModels({
    facts: facts.filter((each) => isListed(each) || match.ignores(each) === null),
    knownAs: (each) => match.model(each),
    makerNames: new Map(curated.makers.map(({ maker, name }) => [maker, name])),
    before: before.models,
    readSources: new Set(sources.filter(({ parsed }) => parsed !== null).map(({ source }) => source.id)),
  });
}

function matchAll(guarded: ReadonlyMap<string, Guarded>, models: readonly Model[], curated: Curated) {
  const match = matcher({ models, aliases: curated.aliases, neverJoin: curated.neverJoin });
  const matched: MatchedReading[] = [];
  const unmatched: Unmatched[] = [];
  for (const [source, { readings }] of guarded) {
    for (const reading of readings) {
      const found = match.reading(reading);
      if (found.kind === "known") matched.push({ model: found.modelId, reading });
      else if (found.kind === "unmatched")
        unmatched.push({ source, platform: reading.key.platform, upstreamId: reading.upstreamId });
    }
  }
  return { matched, unmatched: distinctUnmatched(unmatched) };
}

function distinctUnmatched(rows: readonly Unmatched[]): Unmatched[] {
  const byName = new Map(rows.map((row) => [`${row.source} ${row.platform} ${row.upstreamId}`, row]));
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function retireOffers(offers: readonly Offer[], models: readonly Model[]): readonly Offer[] {
  const retired = new Set(models.filter(({ status }) => status === "retired").map(({ id }) => id));
  return offers.map((offer) =>
    retired.has(offer.model) && offer.platform === "openrouter" ? { ...offer, status: "retired" } : offer,
  );
}

function statusOf(
  { source, parsed, bodies }: SourceNight,
  guarded: ReadonlyMap<string, Guarded>,
  offers: readonly Offer[],
  unmatched: readonly Unmatched[],
  before: Store,
): readonly SourceStatus[] {
  const earlier = before.run?.sources.find(({ id }) => id === source.id);
  const why = guarded.get(source.id)?.sourceHeld ?? null;
  const fresh = parsed !== null && why === null;
  const readAt = fresh ? (newest(bodies) ?? earlier?.readAt) : earlier?.readAt;
  if (readAt === undefined) return [];
  const { id, name, url, licence, hand } = source;
  return [
    {
      id,
      name,
      url,
      licence,
      hand,
      readAt,
      status: why === null ? "fresh" : "held",
      why,
      bodies: fresh ? bodies.length : (earlier?.bodies ?? 0),
      readings: guarded.get(id)?.readings.length ?? 0,
      offers: offers.filter((offer) => offer.source.id === id).length,
      skipped: fresh ? countBy(parsed.skipped.map((each) => each.why)) : (earlier?.skipped ?? {}),
      unmatched: unmatched.filter((row) => row.source === id).length,
    },
  ];
}

function countBy(texts: readonly string[]): Record<string, number> {
  const groups = [...Map.groupBy(texts, (text) => text)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(groups.map(([text, rows]) => [text, rows.length]));
}

function findingsOf(guarded: ReadonlyMap<string, Guarded>, more: readonly Finding[]): Finding[] {
  const all = [...[...guarded.values()].flatMap(({ findings }) => findings), ...more];
  const key = ({ rule, subject, detail }: Finding) => `${rule} ${subject} ${detail}`;
  return all.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
