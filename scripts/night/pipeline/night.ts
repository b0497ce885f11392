import { endingsBy } from "../../../src/domain/history/ending.ts";
import type { Model } from "../../../src/domain/model/model.ts";
import type { Offer } from "../../../src/domain/offer/offer.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { isPlatformSource } from "../../../src/domain/source/platforms/platform-sources.ts";
import type { FactsLost, SourceStatus } from "../../../src/domain/source/run.ts";
import { handOf, isCatalogue, isSourceId, sourceFacts } from "../../../src/domain/source/sources.ts";
import type { Guarded } from "../guards/guard.ts";
import { guardTonight, newestReadAt, type SourceNight } from "../guards/guard-night.ts";
import { otherPricesTonight } from "../guards/others.ts";
import { withoutOlderReading } from "../guards/source/older-reading.ts";
import { underKnownIds } from "../match/known/known-ids.ts";
import { type KnownFacts, withKnownFacts } from "../match/known/lost-facts.ts";
import { unusedFacts, withStatedFacts } from "../match/known/stated-facts.ts";
import { LEFT_OUT_REASONS } from "../match/left-out.ts";
import { dropLeftovers } from "../match/leftovers.ts";
import { type MatchedReadings, matchReadings } from "../match/match-readings.ts";
import { modelsTonight } from "../match/models-tonight.ts";
import { notChatTonight } from "../match/not-chat-tonight.ts";
import { onCuratedPlatforms } from "../match/uncurated-platforms.ts";
import { checkContextTiers } from "../merge/context/context-tiers.ts";
import { withSellersContext } from "../merge/context/sellers-context.ts";
import { withoutGone } from "../merge/gone.ts";
import { mergeReadings } from "../merge/merge.ts";
import { withPriceEnds } from "../merge/price-ends.ts";
import { explainZeros } from "../merge/zeros.ts";
import { clockFindings, jumpedFrom, laterDay } from "./clock.ts";
import type { Curated } from "./curated.ts";
import type { Store } from "./store.ts";

/**
 * One night, pure: what the sources said, what people curated and what was valid yesterday → what is valid today.
 * A source that was not read keeps its readings; a held reading keeps yesterday's figures; same input, same output.
 */
export function storeAfterNight(sourcesRead: readonly SourceNight[], curated: Curated, before: Store): Store {
  const newer = sourcesRead.map((each) => withoutOlderReading(each, before.run));
  const spelled = underKnownIds(newer, before);
  const known = withKnownFacts(spelled.sources, before);
  const { sources } = known;
  const day = asOfDay(sources, before);
  const others = otherPricesTonight({ sources, before, curated, day });
  const guarded = new Map(sources.map((each) => [each.source.id, guardTonight(each, { before, curated, day }, others)]));
  const isHeld = ({ source }: SourceNight) => guarded.get(source.id)?.sourceHeld != null;
  const asOf = laterDay(newestList(sources.filter((each) => !isHeld(each))), before.run?.asOf ?? null) ?? day;
  const listed = modelsTonight({ sources, guarded, curated, before });
  const readings = new Map([...guarded].map(([id, { readings }]) => [id, readings]));
  const match = matchReadings({ readings, models: listed, curated, before, asOf });
  const sold = onCuratedPlatforms(match.matched, new Set(curated.platforms.map(({ id }) => id)));
  const current = dropLeftovers(sold.matched);
  const tiers = checkContextTiers(current.matched);
  const merged = mergeReadings(explainZeros(tiers.matched, curated.freePrices, asOf), { asOf, mirrors: curated.mirrors });
  const endings = endingsBy(asOf, curated.announcements, curated.platforms);
  const { offers: left, gone } = withoutGone(retireOffers(merged.offers, listed), endings, {
    platforms: curated.platforms,
    platformOfHost: curated.platformOfHost,
    models: listed,
    asOf,
  });
  const offers = withPriceEnds(left, { announcements: curated.announcements, listPrices: curated.listPrices, asOf });
  const models = withStatedFacts(withSellersContext(listed, offers, curated.makers), curated.statedFacts);
  const stated = { findings: unusedFacts(curated.statedFacts, sources) };
  const isInSnapshot = new Set([...offers, ...gone].map(({ model }) => model));
  const knownIds = new Set(before.models.map(({ id }) => id));
  const goneIds = new Set(gone.map(({ id }) => id));
  const asOfBefore = jumpedFrom(before.run, asOf);
  const clock = {
    findings: clockFindings({ asOf, asOfBefore, newestRead: newestRead(sources), newestListNew: newestListNew(sources, before) }),
  };
  const offersBy = Map.groupBy(offers, ({ source }) => source.id);
  const statuses = sources.flatMap((each) =>
    statusOf(each, guarded.get(each.source.id), { ...match, ...known, offersBy }, before),
  );
  return {
    models: models.filter((model) => isInSnapshot.has(model.id) || isShownUnsold(model, knownIds)),
    offers,
    gone,
    seconds: merged.seconds.filter(({ offer }) => !goneIds.has(offer)),
    readings: everRead(match.readings, before),
    unmatched: match.unmatched,
    notChat: notChatTonight(sources, before.notChat),
    rates: before.rates,
    run: {
      schemaVersion: 1,
      asOf,
      ...(asOfBefore === null ? {} : { asOfBefore }),
      sources: statuses,
      findings: findingsOf(guarded, [spelled, known, clock, match, sold, current, tiers, merged, stated]),
    },
  };
}

/** A platform nobody has read yet has no file of readings: a recording without its body leaves no trace. */
function everRead(readings: Store["readings"], before: Store): Store["readings"] {
  return new Map([...readings].filter(([id, rows]) => rows.length > 0 || before.readings.has(id) || !isPlatformSource(id)));
}

/** The site's clock: the newest reading of OpenRouter's list, its own or a copy, tonight's or an earlier night's. */
function asOfDay(sources: readonly SourceNight[], before: Store): string {
  const day = laterDay(newestList(sources), before.run?.asOf ?? null);
  if (day === null) throw new Error(`no clock: ${noClock(sources)} and there is no earlier run`);
  return day;
}

/** The newest day on which any upstream was read tonight: rows that people write do not count. */
function newestRead(sources: readonly SourceNight[]): string | null {
  const sourcesRead = sources.filter(({ source, parsed }) => source.fromCurated !== true && parsed !== null);
  return newestReadAt(sourcesRead.flatMap(({ bodies }) => bodies))?.slice(0, 10) ?? null;
}

/** The day of the newest list of OpenRouter's models; null = none was read. */
export function newestList(sources: readonly SourceNight[]): string | null {
  const lists = sources.filter(({ source, parsed }) => source.listsOpenrouter === true && parsed !== null);
  return newestReadAt(lists.flatMap(({ bodies }) => bodies))?.slice(0, 10) ?? null;
}

/** The day of the newest list that was not read before. The same one once more is no news, but tells again what it told: same readings, same data. */
function newestListNew(sources: readonly SourceNight[], { run }: Store): string | null {
  const wasTold = run?.findings.some(({ rule }) => rule === "clockAhead") === true;
  const lastReadAt = new Map(run?.sources.map(({ id, readAt }) => [id, readAt]));
  return newestList(sources.filter(({ source, bodies }) => wasTold || newestReadAt(bodies) !== lastReadAt.get(source.id)));
}

function noClock(sources: readonly SourceNight[]): string {
  const failed = sources.flatMap(({ source, failure }) =>
    source.listsOpenrouter === true && failure !== null ? [`${source.id} could not be read (${failure})`] : [],
  );
  return failed.length === 0 ? "no list of OpenRouter's models was read" : failed.join(", ");
}

/** A current model keeps its page while nobody sells it; but what only a catalogue names, and nobody sells, never gets one. */
function isShownUnsold({ id, status, listedBy }: Model, knownIds: ReadonlySet<string>): boolean {
  if (status !== "current") return false;
  return knownIds.has(id) || !isSourceId(listedBy) || !isCatalogue(listedBy);
}

function retireOffers(offers: readonly Offer[], models: readonly Model[]): readonly Offer[] {
  const retired = new Set(models.filter(({ status }) => status === "retired").map(({ id }) => id));
  return offers.map((offer) =>
    retired.has(offer.model) && offer.platform === "openrouter" ? { ...offer, status: "retired" } : offer,
  );
}

/** What became of the rows of all sources tonight. */
interface NightRows extends Pick<MatchedReadings, "unmatched" | "leftOut">, Pick<KnownFacts, "factsLost"> {
  /** By the source of their figures. */
  readonly offersBy: ReadonlyMap<string, readonly Offer[]>;
}

function statusOf(
  { source, parsed, bodies }: SourceNight,
  guarded: Guarded | undefined,
  { offersBy, unmatched, leftOut, factsLost }: NightRows,
  before: Store,
): readonly SourceStatus[] {
  const earlier = before.run?.sources.find(({ id }) => id === source.id);
  const { sourceHeld = null, readings = [] } = guarded ?? {};
  const fresh = parsed !== null && sourceHeld === null;
  const readAt = fresh ? (newestReadAt(bodies) ?? earlier?.readAt) : earlier?.readAt;
  if (readAt === undefined) return [];
  const { id, url } = source;
  const { name, licence } = sourceFacts(id);
  // Not read is as it was: a source that was held still is.
  const why = fresh ? null : (sourceHeld ?? earlier?.why ?? null);
  return [
    {
      id,
      name,
      url,
      licence,
      hand: handOf(id),
      readAt,
      status: why === null ? "fresh" : "held",
      why,
      ...rememberedOf(guarded, factsLost.get(id) ?? null),
      bodies: fresh ? bodies.length : (earlier?.bodies ?? 0),
      readings: readings.length,
      offers: offersBy.get(id)?.length ?? 0,
      skipped: skippedBy(
        fresh ? countBy(parsed.skipped.map((each) => each.why)) : (earlier?.skipped ?? {}),
        countBy(leftOut.filter((row) => row.source === source.id).map(({ why }) => why)),
      ),
      unmatched: unmatched.filter((row) => row.source === id).length,
    },
  ];
}

/** What the nights to come ask of this one; most of them nothing. */
function rememberedOf(
  guarded: Guarded | undefined,
  factsLost: FactsLost | null,
): Pick<SourceStatus, "hold" | "accepted" | "left" | "came" | "factsLost" | "firstReadAt"> {
  const { hold = null, accepted = null, left = [], came = [], firstReadAt = null } = guarded ?? {};
  return {
    ...(hold === null ? {} : { hold }),
    ...(accepted === null ? {} : { accepted }),
    ...(left.length === 0 ? {} : { left }),
    ...(came.length === 0 ? {} : { came }),
    ...(factsLost === null ? {} : { factsLost }),
    ...(firstReadAt === null ? {} : { firstReadAt }),
  };
}

/** The source's own reasons as it was read last, and tonight's of the match. */
function skippedBy(parsed: Readonly<Record<string, number>>, matched: Readonly<Record<string, number>>): Record<string, number> {
  const isOwn = (why: string) => !LEFT_OUT_REASONS.some((reason) => reason === why);
  const all = [...Object.entries(parsed).filter(([why]) => isOwn(why)), ...Object.entries(matched)];
  return Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function countBy(texts: readonly string[]): Record<string, number> {
  const groups = [...Map.groupBy(texts, (text) => text)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(groups.map(([text, rows]) => [text, rows.length]));
}

type Step = Pick<Guarded, "findings">;

function findingsOf(guarded: ReadonlyMap<string, Step>, steps: readonly Step[]): Finding[] {
  const all = [...guarded.values(), ...steps].flatMap(({ findings }) => findings);
  const key = ({ rule, subject, detail }: Finding) => `${rule} ${subject} ${detail}`;
  return all.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
