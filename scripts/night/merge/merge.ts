import { compareText } from "../../../src/domain/money/compare-text.ts";
import { integerToDecimal } from "../../../src/domain/money/decimal.ts";
import { type Condition, compareConditions, conditionKey, isPromptCondition } from "../../../src/domain/offer/condition.ts";
import { METERS, type Meter, type Prices } from "../../../src/domain/offer/meter.ts";
import type { Offer, SecondReading } from "../../../src/domain/offer/offer.ts";
import { regionGroup } from "../../../src/domain/offer/region.ts";
import { disagrees } from "../../../src/domain/source/disagreement.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import type { SourceRef } from "../../../src/domain/source/source-ref.ts";
import { isCatalogue } from "../../../src/domain/source/sources.ts";
import { numberDuplicates } from "./duplicates.ts";
import {
  confirms,
  isComplete,
  isCurated,
  isTooOld,
  type MatchedReading,
  OUTDATED_RANK,
  precedence,
  type TrustContext,
} from "./precedence.ts";
import type { Hold, StoredReading } from "./reading-row.ts";
import { rowOfferId } from "./row-offer.ts";

export interface Merged {
  readonly offers: readonly Offer[];
  readonly seconds: readonly SecondReading[];
  readonly findings: readonly Finding[];
}

/**
 * One offer per key, one price per offer: per meter and per condition the most trusted reading that speaks wins,
 * each with its own source; the others are kept as second readings. Rows come sorted by offer id.
 */
export function mergeReadings(matched: readonly MatchedReading[], context: TrustContext): Merged {
  const groups = Map.groupBy(numberDuplicates(matched), ({ model, reading }) => rowOfferId(model, reading.key));
  const merged = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, rows]) => mergeOne(id, rows, context));
  return {
    offers: merged.map(({ offer }) => offer),
    seconds: merged.flatMap(({ seconds }) => seconds),
    findings: merged.flatMap(({ findings }) => findings),
  };
}

function mergeOne(id: string, rows: readonly MatchedReading[], context: TrustContext) {
  const { asOf } = context;
  const moved = (reading: StoredReading) =>
    isCurated(reading) ? rows.map((row) => row.reading).filter((row) => movedAfter(row, reading)) : [];
  const isOutdated = (reading: StoredReading) => isBorneOut(moved(reading), rows);
  const rank = (row: MatchedReading) =>
    Math.max(precedence(row, rows, context), isOutdated(row.reading) ? OUTDATED_RANK : 0) +
    (hasNoFigures(row.reading) ? NO_FIGURES_RANK : 0);
  const [first, ...otherReadings] = inOrder(rows, rank);
  if (first === undefined) throw new Error(`no reading for offer ${id}`);
  const others = otherReadings.map(({ reading }) => reading);
  return {
    offer: offerFrom(id, first.model, [first.reading, ...others], asOf),
    seconds: others.map((reading) => secondFrom(id, reading)),
    findings: [first.reading, ...others].flatMap((reading) =>
      curatedFindings(reading, { id, asOf, moved: moved(reading), isOutdated: isOutdated(reading) }),
    ),
  };
}

/** By rank, then by source; three offers in four have one row, and it needs none. */
function inOrder(rows: readonly MatchedReading[], rank: (row: MatchedReading) => number): readonly MatchedReading[] {
  if (rows.length === 1) return rows;
  const ranked = rows.map((row) => ({ row, rank: rank(row) }));
  return ranked.toSorted((a, b) => a.rank - b.rank || compareSources(a.row.reading, b.row.reading)).map(({ row }) => row);
}

/** A row without a single figure is behind all that have one, except a platform's own complete card: it knows that it has none. */
const NO_FIGURES_RANK = 40;
const hasNoFigures = (reading: StoredReading): boolean => !isComplete(reading) && Object.keys(reading.prices).length === 0;

/** Another source was seen to change after the curated row was read, and says something else. */
function movedAfter(other: StoredReading, curated: StoredReading): boolean {
  if (other.changedAt === null || other.changedAt <= curated.source.readAt) return false;
  return METERS.some((meter) => other.prices[meter] !== undefined && other.prices[meter] !== curated.prices[meter]);
}

/**
 * Whether what moved speaks against a price somebody wrote down: the platform's own word does, or two sources that do not copy each other and
 * say the same. One catalogue alone never displaces it.
 */
function isBorneOut(moved: readonly StoredReading[], rows: readonly MatchedReading[]): boolean {
  return moved.some((reading) => !isCatalogue(reading.source.id) || rows.some(({ reading: other }) => confirms(other, reading)));
}

const compareSources = (a: StoredReading, b: StoredReading) =>
  compareText(a.source.id, b.source.id) ||
  compareText(b.source.readAt, a.source.readAt) ||
  compareText(a.upstreamId, b.upstreamId);

function offerFrom(id: string, model: string, readings: readonly [StoredReading, ...StoredReading[]], asOf: string): Offer {
  const [first] = readings;
  // A day named for its end that it was seen on sale after did not hold.
  const readOn = first.source.readAt.slice(0, 10);
  const { platform, host, region, tier, quantization, variant } = first.key;
  const agreeing = isComplete(first) ? [first] : [first, ...readings.slice(1).filter((reading) => isOneCard(first, reading))];
  const contributing = agreeing.filter((reading) => reading === first || mayFill(first, reading, asOf));
  const { prices, meterSources } = mergeMeters(first, contributing);
  const held = holdOf(first, contributing, meterSources);
  // Field by field: what is spread among other fields takes longer than all of them.
  const offer = {
    id,
    model,
    platform,
    host,
    region,
    tier,
    quantization,
    variant,
    regionGroup: regionGroup(region),
    upstreamId: first.upstreamId,
    contextTokens: firstKnown(readings, (reading) => reading.contextTokens),
    maxOutputTokens: firstKnown(readings, (reading) => reading.maxOutputTokens),
    prices,
    gaps: gapsFor(first, prices),
    unitPrices: Object.assign({}, ...contributing.toReversed().map(({ unitPrices }) => unitPrices)),
    conditions: mergeConditions(first, agreeing, new Set(contributing), prices),
    discountBps: first.discountBps,
    unreadMeters: [...new Set(contributing.flatMap(({ unreadMeters }) => unreadMeters))].toSorted(),
    status: held === null ? "current" : "held",
    heldBecause: held === null ? null : { rule: held.rule, since: held.since, detail: held.detail },
    retiresOn: firstKnown(readings, ({ retiresOn }) => (retiresOn !== null && retiresOn < readOn ? null : retiresOn)),
    effectiveFrom: first.effectiveFrom,
    source: first.source,
    meterSources,
    changedAt: first.changedAt,
    note: first.note,
  } satisfies Offer;
  const maxInputTokens = firstKnown(readings, (reading) => reading.maxInputTokens ?? null);
  return maxInputTokens === null ? offer : { ...offer, maxInputTokens };
}

/** One card, one source: what the first leaves out, only a source fills in that agrees with it on input and output. */
function isOneCard(first: StoredReading, other: StoredReading): boolean {
  return !disagrees(first.prices, other.prices, ["input", "output"]);
}

/**
 * A meter that a fresh card leaves out, no source past its budget of days fills: GPT-5.5 Pro's page names no cache price, a map of three
 * months ago does. It still shows a more expensive tier for long prompts: what is missing must never be cheaper.
 */
const mayFill = (first: StoredReading, other: StoredReading, asOf: string): boolean =>
  !isTooOld(other, asOf) || isTooOld(first, asOf);

/** The hold on a figure the offer shows; a held row that only stands by as a second reading holds nothing. */
function holdOf(first: StoredReading, contributing: readonly StoredReading[], meterSources: Offer["meterSources"]): Hold | null {
  const used = new Set([first.source.id, ...Object.values(meterSources).map(({ id }) => id)]);
  return contributing.find(({ held, source }) => held !== null && used.has(source.id))?.held ?? null;
}

function mergeMeters(first: StoredReading, contributing: readonly StoredReading[]) {
  const prices: Prices = {};
  const meterSources: Partial<Record<Meter, SourceRef>> = {};
  for (const meter of METERS) {
    if (first.gaps[meter] === "notSold" || first.gaps[meter] === "otherUnit") continue;
    const contributor = contributing.find(
      (reading) => reading.prices[meter] !== undefined && (meter !== "reasoning" || fitsOutput(reading, prices)),
    );
    if (contributor === undefined) continue;
    prices[meter] = contributor.prices[meter];
    if (contributor !== first) meterSources[meter] = contributor.source;
  }
  return { prices, meterSources };
}

/** Reasoning bills as output nearly everywhere: a source whose output price is not ours knows nothing of our reasoning price. */
const fitsOutput = (reading: StoredReading, prices: Prices): boolean => reading.prices.output === prices.output;

function gapsFor(first: StoredReading, prices: Prices): Offer["gaps"] {
  const open = METERS.filter((meter) => prices[meter] === undefined && (first.gaps[meter] ?? "unknown") !== "unknown");
  return Object.fromEntries(open.map((meter) => [meter, first.gaps[meter]]));
}

function mergeConditions(
  first: StoredReading,
  agreeing: readonly StoredReading[],
  filling: ReadonlySet<StoredReading>,
  prices: Prices,
): Condition[] {
  const byKey = new Map<string, Condition>();
  for (const reading of agreeing) {
    if (reading !== first && byKey.size > 0 && conflicts(reading, byKey)) continue;
    for (const condition of reading.conditions) {
      const filled = filling.has(reading) ? condition : { ...condition, prices: knownMeters(condition.prices, prices) };
      const key = conditionKey(condition);
      byKey.set(key, byKey.get(key) ?? (reading === first ? condition : { ...filled, source: reading.source }));
    }
  }
  return [...byKey.values()].toSorted(compareConditions);
}

/**
 * Of a source that may not fill a meter the base card lacks, a more expensive tier has none of it either: what is unknown below a threshold is no known
 * price above it. A meter the base card has stays, or the tier would take over the cheaper one.
 */
const knownMeters = (tier: Prices, base: Prices): Prices =>
  Object.fromEntries(
    Object.entries(tier).filter(([meter]) => meter === "input" || meter === "output" || Object.hasOwn(base, meter)),
  );

/** A second source with other thresholds describes another card; its tiers are not mixed into ours. */
function conflicts(reading: StoredReading, byKey: ReadonlyMap<string, Condition>): boolean {
  return reading.conditions.some((condition) => isPromptCondition(condition) && !byKey.has(conditionKey(condition)));
}

function firstKnown<Value>(readings: readonly StoredReading[], pick: (reading: StoredReading) => Value | null): Value | null {
  for (const reading of readings) {
    const value = pick(reading);
    if (value !== null) return value;
  }
  return null;
}

function secondFrom(offer: string, reading: StoredReading): SecondReading {
  return {
    offer,
    source: reading.source,
    prices: reading.prices,
    conditions: [...reading.conditions].toSorted(compareConditions),
    changedAt: reading.changedAt,
  };
}

/** What the other readings of an offer say of a row somebody wrote down. */
interface Beside {
  readonly id: string;
  readonly asOf: string;
  /** Those that were seen to change after it was read. */
  readonly moved: readonly StoredReading[];
  /** True where what moved speaks against it. */
  readonly isOutdated: boolean;
}

function curatedFindings(reading: StoredReading, { id, asOf, moved, isOutdated }: Beside): readonly Finding[] {
  if (!isCurated(reading)) return [];
  const { url, readAt } = reading.source;
  const note = (rule: string, why: string): Finding => ({
    ...{ rule, action: "note", scope: "offer", subject: id },
    detail: `${why}: re-read ${url}`,
  });
  if (isTooOld(reading, asOf)) return [note("curatedTooOld", `curated row read ${readAt.slice(0, 10)}`)];
  if (isOutdated) return [note("curatedOutdated", `another source moved after ${readAt.slice(0, 10)}`)];
  const [first] = moved;
  if (first === undefined) return [];
  const says = `input ${perMTokOrNone(first.prices.input)}, output ${perMTokOrNone(first.prices.output)}`;
  return [note("listMayHaveChanged", `${first.source.id} alone says ${says} since ${first.changedAt?.slice(0, 10)}`)];
}

const perMTokOrNone = (micro: number | undefined): string => (micro === undefined ? "unknown" : `$${integerToDecimal(micro)}`);
