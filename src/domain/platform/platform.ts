import { z } from "zod";
import { factOf, valueOn, versionsOf } from "../money/fact.ts";
import { WebUrl } from "../money/web-url.ts";
import type { Host } from "../offer/host.ts";
import { UnitPrice } from "../offer/meter.ts";
import type { Seller } from "../offer/seller.ts";
import { TIERS } from "../offer/tier.ts";
import { Api, ApiDialect } from "../request/api.ts";
import { Bonus, ByokFee, Fee, type FeeSchedule } from "./fee.ts";

export const PLATFORM_KINDS = ["direct", "cloud", "router", "host", "reseller", "byok"] as const;
/** Who takes the money. */
export const PlatformKind = z.enum(PLATFORM_KINDS);
export type PlatformKind = z.output<typeof PlatformKind>;

/** Own words, one or two sentences. Never upstream's prose. */
const Says = z.string().min(1).max(400);
/** A share of something else's price in basis points: 5000 = half, 11_000 = +10 %. */
const OfBps = z.int().nonnegative().max(1_000_000);
const Slug = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);

/** How a request reaches the platform. What only the buyer knows is in braces in the address. */
export const PlatformApi = z.strictObject({
  /** Null = nobody wrote it down. */
  baseUrl: Api.shape.baseUrl.nullable(),
  /** What it speaks, the dialect of `baseUrl` first. Empty = its own format only. */
  speaks: z.array(ApiDialect),
  /** The environment variable its own tools read the key from. */
  keyEnv: z.string().nullable(),
});
export type PlatformApi = z.output<typeof PlatformApi>;

/**
 * Where a platform states its own prices. `api`: machine-readable; `page`: a page with prices; `claim`: only in its own articles or code;
 * `onRequest`: nowhere in public. The grade follows from it and from who reads it (`price-grade.ts`).
 */
export const OwnPrices = z.strictObject({
  kind: z.enum(["api", "page", "claim", "onRequest"]),
  url: WebUrl.nullable(),
  says: Says,
});
export type OwnPrices = z.output<typeof OwnPrices>;

/** The currency of the bill; null = it was looked for and not found. */
export const Billing = z.strictObject({
  currency: z.enum(["USD", "CNY", "EUR", "CHF", "GBP", "AUD", "BRL", "IDR", "INR", "TRY"]).nullable(),
  says: Says.optional(),
});
export type Billing = z.output<typeof Billing>;

/**
 * How a price follows from another: a batch discount, a cache multiple, a long-prompt tier, a residency premium. Token meters are in basis
 * points of the base card's same meter; cache meters of the base card's *input*. A meter it does not name stays as it is.
 */
export const PriceRule = z.strictObject({
  /** The models or the service it holds for. */
  scope: z.string().min(1),
  says: Says.optional(),
  tier: z.enum(TIERS).optional(),
  promptTokensAbove: z.int().positive().optional(),
  inputOfBps: OfBps.optional(),
  outputOfBps: OfBps.optional(),
  cacheReadOfBps: OfBps.optional(),
  cacheWrite5mOfBps: OfBps.optional(),
  cacheWrite1hOfBps: OfBps.optional(),
  unitPrice: UnitPrice.optional(),
});
export type PriceRule = z.output<typeof PriceRule>;

/** Rules that hold side by side, each for its scope. */
const rules = z.array(factOf(PriceRule)).min(1).optional();
/** Something offered or not, and how. */
export const OfferedFeature = z.strictObject({ offered: z.boolean(), says: Says });
export type OfferedFeature = z.output<typeof OfferedFeature>;

export const FreeTier = z.strictObject({
  offered: z.boolean(),
  says: Says,
  requestsPerMinute: z.int().positive().optional(),
  requestsPerDay: z.int().positive().optional(),
  /** Per calendar month, unless `says` has another period. */
  creditCents: z.int().positive().optional(),
});
export type FreeTier = z.output<typeof FreeTier>;

export const CreditExpiry = z.strictObject({
  /** Null = bought credit does not expire. */
  months: z.int().positive().nullable(),
  /** Null = not said. */
  refundable: z.boolean().nullable(),
  says: Says,
});
export type CreditExpiry = z.output<typeof CreditExpiry>;

export const DataPolicy = z.strictObject({
  /** On paid API traffic, by default. Null = not said. */
  trainsOnApiData: z.boolean().nullable(),
  /** By default. 0 = nothing kept. Null = not said. */
  retentionDays: z.int().nonnegative().nullable(),
  says: Says,
});
export type DataPolicy = z.output<typeof DataPolicy>;

export const FailedRequests = z.strictObject({ billed: z.enum(["no", "partly", "yes"]), says: Says });
export type FailedRequests = z.output<typeof FailedRequests>;

/** Ways to pay another price than the listed one, which no figure here holds. */
export const NOT_INCLUDED = ["committedUse", "volumeTiers", "provisionedThroughput", "negotiatedRates"] as const;
export const NotIncluded = z.strictObject({ what: z.array(z.enum(NOT_INCLUDED)).min(1), says: Says.optional() });
export type NotIncluded = z.output<typeof NotIncluded>;

/** A discount on tokens against list that the platform states or shows. Basis points off: 2000 = 20 % below list. */
export const StatedDiscount = z.strictObject({ fromBps: OfBps.nullable(), toBps: OfBps, says: Says });
export type StatedDiscount = z.output<typeof StatedDiscount>;

/** Another platform that it sells the models of: `platform` is its id. */
export const ResoldList = z.strictObject({ platform: Slug, says: Says });
export type ResoldList = z.output<typeof ResoldList>;

export const Certifications = z.strictObject({
  soc2: versionsOf(z.enum(["type2", "type1", "unspecified", "inProgress", "none"])).optional(),
  iso27001: versionsOf(z.enum(["held", "inProgress", "none"])).optional(),
  /** `baa`: signs a business associate agreement; `onRequest`: case by case; `listed`: named on its security page without terms. */
  hipaa: versionsOf(z.enum(["baa", "onRequest", "listed", "none"])).optional(),
  fedramp: versionsOf(z.enum(["high", "moderate", "low", "listed", "none"])).optional(),
});
export type Certifications = z.output<typeof Certifications>;

/** Who runs a platform, as far as its documents or somebody who read them say. */
export const PlatformIdentity = z.strictObject({
  /** Null = none was found in its public documents. */
  legalName: z.string().min(1).nullable(),
  /** `read`: in its own terms; `thirdParty`: somebody who read them; `knownNotRead`: common knowledge, never shown as verified. Null = no name. */
  basis: z.enum(["read", "thirdParty", "knownNotRead"]).nullable(),
  /** Two letters; null = not known. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
});
export type PlatformIdentity = z.output<typeof PlatformIdentity>;

/** The parts of a `FeeSchedule`, each as read. Absent = not known; `[]` = known to be none. */
export const Fees = z.strictObject({
  topUp: versionsOf(z.array(Fee)).optional(),
  bonuses: versionsOf(z.array(Bonus)).optional(),
  byok: versionsOf(ByokFee).optional(),
  tokenMarkupBps: versionsOf(z.int().nonnegative()).optional(),
  subscriptionCentsPerMonth: versionsOf(z.int().nonnegative()).optional(),
});
export type Fees = z.output<typeof Fees>;

/** One platform: `data/curated/platforms/<id>.json`, or one line of `data/curated/platforms.json`. What is not known is absent. */
export const Platform = z.strictObject({
  /** models.dev's provider id; our own where it has none. */
  id: Slug,
  name: z.string().min(1),
  /** What else people look for it by: a cloud by its own name, not by that of its shelf of models. */
  alsoCalled: z.array(z.string().min(1)).min(1).optional(),
  kind: PlatformKind,
  /** Why this kind, where one could doubt it. */
  kindNote: Says.optional(),
  status: z.enum(["open", "closed"]),
  closedOn: z.iso.date().optional(),
  /** Of a closed one: what ended, in neutral words, and where that was read. */
  closure: factOf(Says).optional(),
  /** Where it sells: `international`, or a country it is meant for. */
  market: z.enum(["international", "eu", "cn", "us", "au", "br", "ca", "ch", "id", "in", "tr"]),
  /** What the buyer is billed in, as it was read. */
  billing: versionsOf(Billing).optional(),
  /** Makers whose international USD list price this is. Empty for everybody else, and for a maker's other markets. */
  listMakers: z.array(Slug),
  links: z.strictObject({
    home: WebUrl.optional(),
    pricing: WebUrl.optional(),
    docs: WebUrl.optional(),
    status: WebUrl.optional(),
    terms: WebUrl.optional(),
    privacy: WebUrl.optional(),
  }),
  api: versionsOf(PlatformApi),
  identity: versionsOf(PlatformIdentity).optional(),
  /** Whether OpenRouter's list of providers names it; gateways and resellers cannot be on it. */
  onOpenRouterList: versionsOf(z.boolean()).optional(),
  /** What leaves the list of that platform leaves this one's too. */
  resells: versionsOf(ResoldList).optional(),
  /** What a maker says of it, or found when it tested it. */
  makerPartner: versionsOf(Says).optional(),
  /** The first day it was seen in a catalogue; it may be older. */
  soldSince: versionsOf(z.iso.date()).optional(),
  /** Where it reports outages. */
  statusPage: versionsOf(WebUrl).optional(),
  /** Certificates as a text names them, where they were not read one by one. */
  statedCertifications: versionsOf(Says).optional(),
  minimumTopUpCents: versionsOf(z.int().positive()).optional(),
  ownPrices: versionsOf(OwnPrices).optional(),
  fees: Fees.default({}),
  /** What has no figure of its own: plans, refund fees, automatic top-ups, what was looked for and not found. */
  feeDetails: z.array(factOf(Says)).optional(),
  /** What a list price leaves out: committed use, volume tiers, provisioned throughput, negotiated rates. */
  notIncluded: versionsOf(NotIncluded).optional(),
  statedDiscount: versionsOf(StatedDiscount).optional(),
  batch: rules,
  cache: rules,
  tiers: rules,
  longContext: rules,
  timeOfDay: rules,
  residency: rules,
  tools: rules,
  freeTier: versionsOf(FreeTier).optional(),
  byokSupport: versionsOf(OfferedFeature).optional(),
  failover: versionsOf(OfferedFeature).optional(),
  unifiedBilling: versionsOf(OfferedFeature).optional(),
  dataResidency: versionsOf(OfferedFeature).optional(),
  plans: versionsOf(OfferedFeature).optional(),
  failedRequests: versionsOf(FailedRequests).optional(),
  creditExpiry: versionsOf(CreditExpiry).optional(),
  dataPolicy: versionsOf(DataPolicy).optional(),
  certifications: Certifications.default({}),
  /** Anything else a buyer should know: a purchase of the company, maintenance mode. */
  news: z.array(factOf(Says)).optional(),
});
export type Platform = z.output<typeof Platform>;

/** `data/curated/platforms.json`, one platform a line, by id. */
export const Platforms = z.array(Platform);

/**
 * The fees that held on a day; what was not read is null, a platform without own keys has `byok: null`. Who sells at its own listed prices
 * (direct, cloud, host) adds nothing to them unless it says so.
 */
export function feeScheduleOn({ fees, kind }: Pick<Platform, "fees" | "kind">, day: string): FeeSchedule {
  const sellsAtListed = kind === "direct" || kind === "cloud" || kind === "host";
  return {
    topUp: valueOn(fees.topUp, day),
    bonuses: valueOn(fees.bonuses, day) ?? [],
    byok: valueOn(fees.byok, day),
    tokenMarkupBps: valueOn(fees.tokenMarkupBps, day) ?? (sellsAtListed ? 0 : null),
    subscriptionCentsPerMonth: valueOn(fees.subscriptionCentsPerMonth, day),
  };
}

/** Where its API answered on a day, for a copyable request; null where the address or its dialect is not known. */
export function apiOn(platform: Platform, day: string): Api | null {
  const api = valueOn(platform.api, day);
  const dialect = api?.speaks[0];
  return api === null || api.baseUrl === null || dialect === undefined ? null : { baseUrl: api.baseUrl, dialect };
}

/** What a seller is made from. */
type SellingPlatform = Pick<Platform, "id" | "name" | "kind" | "listMakers" | "fees">;

/** What the cost engine reads of a platform. `fees` is null where not one part of them is known; `hosts` are the slugs that are not its id. */
export function sellerOn(platform: SellingPlatform, day: string, allHosts: readonly Host[] = []): Seller {
  const { id, name, kind, listMakers } = platform;
  const hasFees = Object.values(platform.fees).some((versions) => versions !== undefined);
  const hosts = allHosts.flatMap((host) => (host.platform === id && host.slug !== id ? [host.slug] : []));
  return {
    name,
    kind,
    listMakers,
    ...(hosts.length === 0 ? {} : { hosts }),
    fees: hasFees ? feeScheduleOn(platform, day) : null,
  };
}
