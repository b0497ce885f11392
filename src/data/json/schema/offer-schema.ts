import { z } from "zod";
import { DOUBT_RULES, type Doubt } from "../../../domain/doubt/doubt.ts";
import { Model } from "../../../domain/model/model.ts";
import { PromptCondition, WindowCondition } from "../../../domain/offer/condition.ts";
import { GoneOffer } from "../../../domain/offer/gone-offer.ts";
import { type Meter, Prices } from "../../../domain/offer/meter.ts";
import { Offer } from "../../../domain/offer/offer.ts";
import { AGE_CLASSES } from "../../../domain/source/age-class.ts";
import { EVIDENCE } from "../../../domain/source/evidence-class.ts";
import { SourceRef } from "../../../domain/source/source-ref.ts";

/** Decimal text, US dollars per million tokens; null = unknown or not sold, "0" = free. */
export const PriceJson = z
  .string()
  .regex(/^\d+(\.\d{1,6})?$/)
  .nullable()
  .describe("Decimal text, US dollars per million tokens; null = unknown or not sold, “0” = free");

const CardJson = z.strictObject({
  ...{ input: PriceJson, output: PriceJson, cacheRead: PriceJson, cacheWrite5m: PriceJson, cacheWrite1h: PriceJson },
  ...{ reasoning: PriceJson, image: PriceJson, imageOutput: PriceJson, audio: PriceJson, audioOutput: PriceJson },
  audioCacheRead: PriceJson,
} satisfies Record<Meter, typeof PriceJson>);
export type CardJson = z.input<typeof CardJson>;

const Bps = z.int().nullable();
const DeltaBps = z
  .strictObject({ input: Bps, output: Bps })
  .describe("Difference to the reference in basis points: −1000 = 10 % cheaper");

const ConditionJson = z.union([
  z.strictObject({
    promptTokensAbove: PromptCondition.shape.promptTokensAbove.describe(
      "The whole request moves above so many input tokens, strictly",
    ),
    prices: Prices,
    source: SourceRef.optional(),
    deltaBps: DeltaBps.optional(),
  }),
  z.strictObject({
    utc: WindowCondition.shape.utc.describe("From and until, UTC; the end is exclusive and may wrap"),
    days: WindowCondition.shape.days.describe("null = every day"),
    prices: Prices,
    source: SourceRef.optional(),
    deltaBps: DeltaBps.optional(),
  }),
]);

const OfferJson = z.strictObject({
  ...Offer.omit({ model: true, changedAt: true, priceEndsOn: true }).shape,
  prices: CardJson,
  billed: z
    .strictObject({
      currency: z.enum(["CHF", "CNY", "EUR"]),
      prices: CardJson.nullable(),
      rate: z.strictObject({ usd: z.string(), day: z.iso.date(), url: z.string() }).nullable(),
    })
    .nullable()
    .describe("What a platform that bills in another currency asks there, and the dated rate; null = it bills in dollars"),
  conditions: z
    .array(ConditionJson)
    .describe("What the card becomes above a prompt length or in UTC hours; a meter left out keeps the base price"),
  assumedTiers: z
    .array(z.strictObject({ promptTokensAbove: PromptCondition.shape.promptTokensAbove, prices: Prices }))
    .optional()
    .describe(
      "Long prompts nobody states a price for here, as months bill them: at the maker’s own multiples, or OpenRouter’s or another seller’s where the maker’s are unknown; absent = none",
    ),
  assumedWindows: z
    .array(z.strictObject({ utc: WindowCondition.shape.utc, days: WindowCondition.shape.days, prices: Prices }))
    .optional()
    .describe(
      "The maker’s peak hours, as months bill them at a router whose price is the maker’s outside of them and whose copy names no hours; absent = none",
    ),
  deltaBps: DeltaBps.nullable(),
  reference: z.enum(["list", "medianHost"]).nullable().describe("What deltaBps is against"),
  comparedOn: z.iso
    .date()
    .nullable()
    .describe("The day whose list price it is compared with, where that changed between the two readings"),
  evidence: z.enum(EVIDENCE).describe("How the price is known"),
  age: z.enum(AGE_CLASSES).describe("By the budget of days of its source"),
  via: z.string().nullable().describe("Through whose reading it came to us"),
  restsOn: SourceRef.describe("The reading the price rests on: not always the row’s own, which may be a copy of it"),
  confirmedBy: SourceRef.nullable().describe("The catalogue that shows the same"),
  doubts: z
    .array(z.looseObject({ rule: z.enum(DOUBT_RULES) }))
    .describe("What speaks against the price; such an offer never wins"),
  priceEndsOn: Offer.shape.priceEndsOn.describe("The last day this price is certain, where that is near"),
});
/** Each doubt with its own figures, which the schema leaves open. */
export type OfferJson = Omit<z.input<typeof OfferJson>, "doubts"> & { readonly doubts: readonly Doubt[] };

/** `/api/v1/models/<maker>/<slug>.json` */
export const ModelJson = z.strictObject({
  model: Model,
  offers: z.array(OfferJson),
  gone: z.array(GoneOffer).describe("What is sold no more: a tombstone without a price"),
  sameWeightsAs: z.array(z.string()),
});
export type ModelJson = Omit<z.input<typeof ModelJson>, "offers"> & { readonly offers: readonly OfferJson[] };

const WinnerJson = z
  .strictObject({ offerId: z.string(), input: PriceJson, output: PriceJson, evidence: z.enum(EVIDENCE), readOn: z.iso.date() })
  .nullable();
export type WinnerJson = z.input<typeof WinnerJson>;

export const ModelRowJson = z.strictObject({
  ...Model.pick({
    ...{ id: true, name: true, maker: true, releasedOn: true, contextTokens: true, openWeights: true },
    ...{ inputModalities: true, outputModalities: true, status: true, canonicalSlug: true },
  }).shape,
  list: z.strictObject({ input: PriceJson, output: PriceJson }).nullable().describe("The maker’s own international USD price"),
  listAt: z
    .strictObject({ offerId: z.string(), at: z.enum(["maker", "openrouter"]), seenOn: z.iso.date().nullable() })
    .nullable(),
  cheapest: WinnerJson.describe("The lowest month of the preset chat among confirmed prices"),
  cheapestReported: WinnerJson.describe("The same with prices counted that one catalogue alone names"),
  lastConfirmed: WinnerJson.describe("Where no price may win: the last confirmed one"),
  offers: z.int().nonnegative().describe("How many offers the model’s own file has"),
});
export type ModelRowJson = z.input<typeof ModelRowJson>;
