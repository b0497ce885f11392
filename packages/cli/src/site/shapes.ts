import { z } from "zod";
import type { Doubt } from "../../../../src/domain/doubt/doubt.ts";
import { usdPerMTokText } from "../../../../src/domain/money/money.ts";
import { PromptCondition, WindowCondition } from "../../../../src/domain/offer/condition.ts";
import { Gaps, Prices, UnitPrice } from "../../../../src/domain/offer/meter.ts";
import { Offer, OfferKey } from "../../../../src/domain/offer/offer.ts";
import { Fees, Platform } from "../../../../src/domain/platform/platform.ts";
import { AGE_CLASSES } from "../../../../src/domain/source/age-class.ts";
import { EVIDENCE } from "../../../../src/domain/source/evidence-class.ts";
import type { SourceRef } from "../../../../src/domain/source/source-ref.ts";

/**
 * What we read of the files below `/api/v1/`. Fields may be added there at any time, so unknown ones are passed over; a field we count with must
 * be what was promised.
 */

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** The site writes `null` for a meter without a figure, the engine leaves it out. */
const Card = z.preprocess(
  (card) => (isObject(card) ? Object.fromEntries(Object.entries(card).filter(([, text]) => text !== null)) : card),
  z.object(Prices.shape),
);

const Conditions = z.array(
  z.union([
    z.object({ promptTokensAbove: PromptCondition.shape.promptTokensAbove, prices: Card }),
    z.object({ utc: WindowCondition.shape.utc, days: WindowCondition.shape.days, prices: Card }),
  ]),
);

/** Of a site of before there were any: none. */
const AssumedTiers = z
  .array(z.object({ promptTokensAbove: PromptCondition.shape.promptTokensAbove, prices: Card }))
  .readonly()
  .optional();

/** Of a site of before there were any: none. */
const AssumedWindows = z
  .array(z.object({ utc: WindowCondition.shape.utc, days: WindowCondition.shape.days, prices: Card }))
  .readonly()
  .optional();

/** Of a source that this version may not know by name. */
const Ref = z.custom<SourceRef>(
  (ref) => isObject(ref) && /^https?:/.test(String(ref["url"])) && typeof ref["readAt"] === "string",
);
const AnyDoubt = z.custom<Doubt>((doubt) => isObject(doubt) && typeof doubt["rule"] === "string");

/** Another currency the platform bills in, and the dated rate; null = it bills in dollars. */
const Billed = z
  .object({ currency: z.string(), rate: z.object({ usd: z.string(), day: z.iso.date() }).nullable() })
  .nullable()
  .catch(null);

const SiteOffer = z.object({
  ...OfferKey.shape,
  id: z.string(),
  regionGroup: Offer.shape.regionGroup.catch(null),
  upstreamId: z.string(),
  contextTokens: Offer.shape.contextTokens,
  maxOutputTokens: Offer.shape.maxOutputTokens,
  maxInputTokens: Offer.shape.maxInputTokens,
  prices: Card,
  gaps: Gaps.catch({}),
  unitPrices: z.record(z.string(), z.object(UnitPrice.shape)),
  conditions: Conditions,
  assumedTiers: AssumedTiers,
  assumedWindows: AssumedWindows,
  unreadMeters: z.array(z.string()),
  status: Offer.shape.status,
  heldBecause: z.object({ rule: z.string(), since: z.string(), detail: z.string() }).nullable(),
  priceEndsOn: Offer.shape.priceEndsOn,
  retiresOn: Offer.shape.retiresOn.catch(null),
  billed: Billed,
  source: Ref,
  restsOn: Ref,
  confirmedBy: Ref.nullable(),
  via: z.string().nullable(),
  evidence: z.enum(EVIDENCE),
  age: z.enum(AGE_CLASSES),
  doubts: z.array(AnyDoubt),
});

/** `models/<maker>/<slug>.json` */
export const ModelFile = z.object({ model: z.object({ id: z.string() }), offers: z.array(SiteOffer) });

const PriceText = usdPerMTokText.nullable();
/** `models.json` */
export const ModelsFile = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    maker: z.string(),
    releasedOn: z.string().nullable(),
    contextTokens: z.number().nullable(),
    openWeights: z.boolean().nullable(),
    inputModalities: z.array(z.string()),
    list: z.object({ input: PriceText, output: PriceText }).nullable(),
    canonicalSlug: z.string().nullable(),
    status: z.string(),
  }),
);
export type SiteModel = z.output<typeof ModelsFile>[number];

/** `platforms.json`. Fees that this version cannot read are unknown fees, and a month there is a range. */
export const PlatformsFile = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    kind: Platform.shape.kind,
    listMakers: z.array(z.string()),
    fees: Fees.catch({}),
  }),
);

/** `index.json` */
export const IndexFile = z.object({ schemaVersion: z.number(), asOf: z.iso.date() });

const MonthRow = z.object({
  ...OfferKey.shape,
  offerId: z.string(),
  model: z.string(),
  list: z.boolean(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  seenOn: z.iso.date(),
  notBefore: z.iso.date().nullable(),
  prices: Card,
  conditions: Conditions,
  evidence: z.enum(EVIDENCE),
  source: z.string(),
  sourceUrl: z.string().nullable(),
});
export type MonthRow = z.output<typeof MonthRow>;

/** `prices/<YYYY-MM>.json.gz`, the last 13 also `.json` */
export const MonthFile = z.object({
  through: z.iso.date(),
  complete: z.boolean(),
  prices: z.array(MonthRow),
  reported: z.array(MonthRow),
});
