import type { SameWeightsModel } from "../../domain/model/same-weights/same-weights.ts";
import type { Condition, PromptCondition, WindowCondition } from "../../domain/offer/condition.ts";
import type { GoneOffer } from "../../domain/offer/gone-offer.ts";
import { type Meter, Prices } from "../../domain/offer/meter.ts";
import type { Platform } from "../../domain/platform/platform.ts";
import { type PlatformRow, summarise } from "../../domain/platform/platform-summary.ts";
import { type GradedOffer, priceGrade } from "../../domain/platform/price-grade.ts";
import type { Reference } from "../../domain/reference/delta.ts";
import type { ModelSheet, SheetRow } from "../../domain/reference/model-sheet.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { type Run, sourceAge } from "../../domain/source/run.ts";
import { isStale } from "../../domain/source/staleness.ts";
import { priceText } from "./price-text.ts";
import type { IndexJson, PlatformJson } from "./schema/file-schema.ts";
import type { CardJson, ModelJson, ModelRowJson, OfferJson, WinnerJson } from "./schema/offer-schema.ts";

/** The public JSON of `/api/v1/`. A published field never changes its meaning; additions are free. */

/** 2: `cheapest` is of confirmed prices only, `cheapestReported` what it was before. */
const API_VERSION = 2;

/**
 * `/api/v1/index.json`: what there is, how each source is, and every offer a guard holds, with the rule, the day and the reason. Stale offers,
 * which may be thousands, are counted; each model's own file says which.
 */
export function indexJson(run: Run, models: number, sold: readonly AssessedOffer[], files: IndexJson["files"]): IndexJson {
  const held = sold.flatMap(({ id, model, source, heldBecause }) =>
    heldBecause === null ? [] : [{ offerId: id, modelId: model, sourceId: source.id, ...heldBecause }],
  );
  const counts = {
    models,
    platforms: new Set(sold.map(({ platform }) => platform)).size,
    offers: sold.length,
    held: held.length,
    stale: sold.filter(isStale).length,
  };
  const ages = new Map(run.sources.map((source) => [source.id, sourceAge(source, run.asOf)]));
  const sources = run.sources.map(({ id, url, readAt, status, offers, name, licence, hand, why, hold }) => ({
    id,
    url,
    readAt,
    status,
    offers,
    name,
    licence,
    hand,
    why,
    readDaysBeforeAsOf: ages.get(id)?.days ?? 0,
    overBudget: ages.get(id)?.isOverBudget ?? false,
    heldSince: hold?.since ?? null,
    heldOffers: held.filter(({ sourceId }) => sourceId === id).length,
    staleOffers: sold.filter((offer) => offer.source.id === id && isStale(offer)).length,
  }));
  return { schemaVersion: API_VERSION, asOf: run.asOf, sources, counts, held, files };
}

/** One row of `/api/v1/models.json`. */
export function modelRowJson({ model, reference, rows, cheapest, cheapestReported, lastConfirmed }: ModelSheet): ModelRowJson {
  const { id, name, maker, releasedOn, contextTokens, openWeights, inputModalities, outputModalities, status, canonicalSlug } =
    model;
  return {
    id,
    name,
    maker,
    releasedOn,
    contextTokens,
    openWeights,
    inputModalities,
    outputModalities,
    list:
      reference?.kind === "list"
        ? { input: priceText(reference.prices.input), output: priceText(reference.prices.output) }
        : null,
    cheapest: winnerJson(cheapest),
    cheapestReported: winnerJson(cheapestReported),
    lastConfirmed: winnerJson(lastConfirmed),
    offers: rows.length,
    status,
    canonicalSlug,
    listAt: reference?.kind === "list" ? listAtJson(reference) : null,
  };
}

/** Where the list price was read: at the maker, or at its own endpoint on OpenRouter, with the last day it was seen there. */
const listAtJson = ({ offer, atOpenrouter }: Extract<Reference, { kind: "list" }>) => ({
  offerId: offer.id,
  at: atOpenrouter === undefined ? ("maker" as const) : ("openrouter" as const),
  seenOn: atOpenrouter?.seenOn ?? null,
});

/** A seller for the preset `chat`, what it asks, how that is known and when it was read. */
function winnerJson(row: SheetRow | null): WinnerJson {
  if (row === null) return null;
  const { id, prices, evidence, restsOn } = row.offer;
  const { input = null, output = null } = prices;
  return { offerId: id, input: priceText(input), output: priceText(output), evidence, readOn: restsOn.readAt.slice(0, 10) };
}

/** `/api/v1/models/<maker>/<slug>.json` */
export function modelJson(sheet: ModelSheet, gone: readonly GoneOffer[], twins: readonly SameWeightsModel[]): ModelJson {
  const sameWeightsAs = twins.map(({ id }) => id);
  return { model: sheet.model, offers: sheet.rows.map((row) => offerJson(row, sheet)), gone: [...gone], sameWeightsAs };
}

function offerJson({ offer, deltas, comparedOn, conditions }: SheetRow, { reference }: ModelSheet): OfferJson {
  return {
    id: offer.id,
    platform: offer.platform,
    host: offer.host,
    region: offer.region,
    regionGroup: offer.regionGroup,
    tier: offer.tier,
    quantization: offer.quantization,
    variant: offer.variant,
    upstreamId: offer.upstreamId,
    contextTokens: offer.contextTokens,
    maxOutputTokens: offer.maxOutputTokens,
    ...(offer.maxInputTokens === undefined ? {} : { maxInputTokens: offer.maxInputTokens }),
    prices: pricesJson(offer.prices),
    billed: billedJson(offer.billed),
    gaps: offer.gaps,
    unitPrices: offer.unitPrices,
    conditions: conditions.map(({ condition, deltas: against }) => ({
      ...conditionJson(condition),
      ...(against === null ? {} : { deltaBps: against.bps }),
    })),
    ...(offer.assumedTiers === undefined ? {} : { assumedTiers: offer.assumedTiers.map(tierJson) }),
    ...(offer.assumedWindows === undefined ? {} : { assumedWindows: offer.assumedWindows.map(windowJson) }),
    discountBps: offer.discountBps,
    unreadMeters: offer.unreadMeters,
    deltaBps: deltas === null ? null : deltas.bps,
    reference: deltas === null ? null : (reference?.kind ?? null),
    comparedOn,
    evidence: offer.evidence,
    age: offer.age,
    via: offer.via,
    restsOn: offer.restsOn,
    confirmedBy: offer.confirmedBy,
    doubts: offer.doubts,
    status: offer.status,
    heldBecause: offer.heldBecause,
    retiresOn: offer.retiresOn,
    effectiveFrom: offer.effectiveFrom,
    priceEndsOn: offer.priceEndsOn,
    source: offer.source,
    meterSources: offer.meterSources,
    note: offer.note,
  };
}

/** Of a platform that bills in another currency: what it asks there, and the dated rate. Null = it bills in dollars. */
const billedJson = (billed: AssessedOffer["billed"]) =>
  billed === undefined
    ? null
    : { currency: billed.currency, prices: billed.prices === null ? null : pricesJson(billed.prices), rate: billed.rate };

const tierJson = ({ promptTokensAbove, prices }: PromptCondition) => ({ promptTokensAbove, prices: Prices.encode(prices) });

const windowJson = ({ utc, days, prices }: WindowCondition) => ({ utc, days, prices: Prices.encode(prices) });

function conditionJson(condition: Condition) {
  const prices = Prices.encode(condition.prices);
  return "promptTokensAbove" in condition
    ? { promptTokensAbove: condition.promptTokensAbove, prices, source: condition.source }
    : { utc: condition.utc, days: condition.days, prices, source: condition.source };
}

/** Every meter of the contract, `null` where there is no figure. */
function pricesJson(prices: Prices): CardJson {
  const of = (meter: Meter) => priceText(prices[meter] ?? null);
  return {
    ...{ input: of("input"), output: of("output"), cacheRead: of("cacheRead") },
    ...{ cacheWrite5m: of("cacheWrite5m"), cacheWrite1h: of("cacheWrite1h"), reasoning: of("reasoning") },
    ...{ image: of("image"), imageOutput: of("imageOutput") },
    ...{ audio: of("audio"), audioOutput: of("audioOutput"), audioCacheRead: of("audioCacheRead") },
  };
}

/** One row of `/api/v1/platforms.json`: the curated facts as they are kept, and how the platform prices against list. */
export function platformJson(
  platform: Platform,
  rows: readonly PlatformRow[],
  offers: readonly GradedOffer[],
  asOf: string,
): PlatformJson {
  const { id, name, kind, status, closedOn = null, market, listMakers, links } = platform;
  return {
    id,
    name,
    kind,
    status,
    closedOn,
    market,
    listMakers,
    links,
    verifiability: priceGrade(platform, offers, asOf)?.grade ?? null,
    ...summarise(rows),
    fees: platform.fees,
  };
}
