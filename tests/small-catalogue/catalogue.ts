import type { Model } from "../../src/domain/model/model.ts";
import type { GoneOffer } from "../../src/domain/offer/gone-offer.ts";
import type { Offer, SecondReading } from "../../src/domain/offer/offer.ts";
import type { SourceId } from "../../src/domain/source/sources.ts";
import { aModel } from "../builders/a-model.ts";
import { aStoredOffer, type OfferOverrides } from "../builders/an-offer.ts";

/**
 * The small catalogue that the public files are held against: no two figures of a row are equal, so that one in another's place is seen.
 * Every field that may be null is null somewhere.
 */
export const AS_OF = "2026-08-22";

export const MODELS: readonly Model[] = [
  aModel({
    id: "acme/nova",
    name: "Nova",
    releasedOn: "2026-03-04",
    contextTokens: 1_000_000,
    maxOutputTokens: 64_000,
    openWeights: false,
    huggingFaceId: "acme/Nova-HF",
    inputModalities: ["text", "image"],
    outputModalities: ["text"],
    tools: true,
    reasoning: true,
    structuredOutput: true,
    knowledgeCutoff: "2025-12-31",
    usageRank: 1,
    canonicalSlug: "acme/nova-20260304",
    aliases: ["~acme/nova-latest"],
    retiresOn: "2027-01-31",
  }),
  aModel({
    id: "acme/nova-fast",
    name: "Nova Fast",
    releasedOn: "2026-03-05",
    contextTokens: 500_000,
    maxOutputTokens: 32_000,
    openWeights: false,
    usageRank: 3,
    canonicalSlug: "acme/nova-fast-20260305",
    baseModel: "acme/nova",
  }),
  aModel({
    id: "zeta/open",
    name: "Zeta Open",
    maker: "zeta",
    makerName: "Zeta",
    releasedOn: "2025-11-12",
    contextTokens: 131_072,
    maxOutputTokens: 16_000,
    openWeights: true,
    tools: false,
    reasoning: false,
    structuredOutput: false,
    usageRank: 2,
    canonicalSlug: "zeta/open-20251112",
  }),
  aModel({
    id: "zeta/zero",
    name: "Zeta Zero",
    maker: "zeta",
    makerName: "Zeta",
    releasedOn: null,
    contextTokens: null,
    maxOutputTokens: null,
    openWeights: null,
    tools: null,
    reasoning: null,
    usageRank: null,
    canonicalSlug: null,
    status: "retired",
    listedBy: "models.dev",
  }),
];

/** One of each kind: a platform that closed, a host behind a router on a day nobody knows. */
export const GONE: readonly GoneOffer[] = [
  {
    ...{
      id: "acme/nova@openrouter;host=quick",
      model: "acme/nova",
      platform: "openrouter",
      host: "quick",
      region: null,
      tier: "flex",
    },
    ...{ quantization: "int4", variant: "zdr", upstreamId: "acme/nova-quick", why: "withdrawn", goneOn: null },
    sourceUrl: "https://quick.example/retired",
  },
  {
    ...{ id: "acme/nova@shut", model: "acme/nova", platform: "shut", host: null, region: "eu", tier: "standard" },
    ...{ quantization: null, variant: null, upstreamId: "nova-shut", why: "closed", goneOn: "2026-05-06" },
    sourceUrl: "https://shut.example/end",
  },
];

const readBy = (id: SourceId, url: string, readAt: string, hand: "first" | "second" = "first") => ({ id, url, readAt, hand });
const BY_HAND = readBy("list-prices", "https://acme.example/pricing", "2026-08-20T00:00:00Z");
const ROUTED = readBy("openrouter-models", "https://openrouter.ai/api/v1/models", "2026-08-22T17:20:00Z");
const HOSTED = readBy("openrouter-endpoints", "https://openrouter.ai/api/v1/models/acme/nova/endpoints", "2026-08-22T00:00:00Z");
const COPIED = readBy("models.dev", "https://models.dev/api.json", "2026-08-19T00:00:00Z", "second");

const ROWS: readonly OfferOverrides[] = [
  {
    model: "acme/nova",
    platform: "acme",
    upstreamId: "nova-2026",
    contextTokens: 900_000,
    maxOutputTokens: 60_000,
    maxInputTokens: 850_000,
    prices: {
      ...{ input: "3", output: "15", cacheRead: "0.3", cacheWrite5m: "3.75", cacheWrite1h: "6", reasoning: "16" },
      ...{ image: "3.2", imageOutput: "30", audio: "7", audioOutput: "14", audioCacheRead: "0.7" },
    },
    conditions: [
      { promptTokensAbove: 200_000, prices: { input: "6", output: "22.5", cacheRead: "0.61" }, source: COPIED },
      { utc: ["01:00", "04:00"], days: ["mon", "tue"], prices: { input: "1.5", output: "7.5" } },
      { utc: ["22:00", "23:30"], prices: { output: "13" } },
    ],
    unitPrices: { webSearch: { amount: "10", per: "1000 searches" } },
    source: BY_HAND,
    meterSources: { cacheWrite1h: COPIED },
    effectiveFrom: "2026-07-01",
    retiresOn: "2027-01-31",
    note: "Cache writes live five minutes.",
  },
  {
    model: "acme/nova",
    platform: "acme",
    tier: "batch",
    upstreamId: "nova-2026",
    prices: { input: "1.45", output: "7.4", cacheRead: "0.14" },
    source: BY_HAND,
  },
  {
    model: "acme/nova",
    platform: "openrouter",
    upstreamId: "acme/nova",
    contextTokens: 800_000,
    maxOutputTokens: 50_000,
    prices: { input: "3.3", output: "18", cacheRead: "0.33", cacheWrite5m: "4.1" },
    discountBps: 1_100,
    unreadMeters: ["internal_tools"],
    source: ROUTED,
  },
  {
    model: "acme/nova",
    platform: "openrouter",
    host: "hostly",
    region: "us-east-1",
    regionGroup: "us",
    quantization: "fp8",
    variant: "turbo",
    upstreamId: "acme/nova-turbo",
    prices: { input: "2.4", output: "12.75", cacheRead: "0.24" },
    source: HOSTED,
  },
  {
    model: "acme/nova",
    platform: "cloudy",
    region: "eu-west-1",
    regionGroup: "eu",
    prices: { input: "3.9", output: "16.5" },
    source: COPIED,
    status: "held",
    heldBecause: { rule: "priceJump", since: "2026-08-20T00:00:00Z", detail: "input 3.9 → 39" },
  },
  {
    model: "acme/nova",
    platform: "hostly",
    prices: { input: "2.7", output: "11" },
    source: { ...COPIED, readAt: "2026-06-01T00:00:00Z" },
  },
  { model: "acme/nova-fast", platform: "acme", upstreamId: "nova-fast", prices: { input: "9", output: "45" }, source: BY_HAND },
  {
    model: "acme/nova-fast",
    platform: "openrouter",
    upstreamId: "acme/nova-fast",
    prices: { input: "8.1", output: "36" },
    source: ROUTED,
  },
  {
    model: "zeta/open",
    platform: "openrouter",
    upstreamId: "zeta/open",
    prices: { input: "0.41", output: "1.22" },
    source: ROUTED,
  },
  {
    model: "zeta/open",
    platform: "openrouter",
    tier: "free",
    upstreamId: "zeta/open:free",
    prices: { input: "0", output: "0" },
    source: ROUTED,
  },
  {
    model: "zeta/open",
    platform: "openrouter",
    host: "hostly",
    upstreamId: "zeta/open",
    prices: { input: "0.4", output: "1.2" },
    source: HOSTED,
  },
  {
    model: "zeta/open",
    platform: "openrouter",
    host: "quick",
    upstreamId: "zeta/open",
    prices: { input: "0.5", output: "1" },
    source: HOSTED,
  },
  {
    model: "zeta/open",
    platform: "cloudy",
    prices: { input: "0.6", output: "0.9" },
    gaps: { cacheRead: "notSold", cacheWrite5m: "otherUnit" },
    source: COPIED,
  },
  { model: "zeta/zero", platform: "cloudy", prices: {}, source: COPIED, status: "retired" },
];

export const OFFERS: readonly Offer[] = ROWS.map(aStoredOffer);

/** models.dev says something else of Nova at its maker. */
export const SECONDS: readonly SecondReading[] = [
  {
    offer: "acme/nova@acme",
    source: COPIED,
    prices: aStoredOffer({ prices: { input: "3.1", output: "15.5" } }).prices,
    conditions: [],
    changedAt: "2026-07-02T00:00:00Z",
  },
];
