import { z } from "zod";
import { SourceRef } from "../source/source-ref.ts";
import { Condition } from "./condition.ts";
import { Gaps, Meter, Prices, UnitPrices } from "./meter.ts";
import { REGION_GROUPS } from "./region.ts";
import { TIERS } from "./tier.ts";

export const Tier = z.enum(TIERS);
export type Tier = z.output<typeof Tier>;

/** What makes two offers different: a total key within one model. */
export const OfferKey = z.strictObject({
  platform: z.string(),
  /** Who runs the weights when the platform is a router; null = the platform itself, or whichever host it routes to. */
  host: z.string().nullable(),
  /** As the source writes it: `eu-west-1`, `global`. */
  region: z.string().nullable(),
  tier: Tier,
  quantization: z.string().nullable(),
  /** A tag or id suffix that is none of the above: `turbo`, `zdr`, `thinking`, `2`. */
  variant: z.string().nullable(),
});
export type OfferKey = z.output<typeof OfferKey>;

/** One model as sold by one platform, through one host, in one region, at one service tier, at one quantization. */
export const Offer = z.strictObject({
  id: z.string(),
  model: z.string(),
  ...OfferKey.shape,
  regionGroup: z.enum(REGION_GROUPS).nullable(),
  /** The platform's own id for it: what a request must name. */
  upstreamId: z.string(),
  contextTokens: z.int().positive().nullable(),
  maxOutputTokens: z.int().positive().nullable(),
  /** The longest prompt, where that is known to be less than the context: GPT-5 takes 272,000 of its 400,000 tokens. */
  maxInputTokens: z.int().positive().optional(),
  prices: Prices,
  gaps: Gaps,
  unitPrices: UnitPrices,
  conditions: z.array(Condition),
  /** A discount the source says is already in the price, in basis points: 5110 = 51.1 % off. Null = none stated. */
  discountBps: z.int().positive().max(10_000).nullable(),
  /** Upstream pricing keys we do not understand: something here may cost money that no meter shows. */
  unreadMeters: z.array(z.string()),
  /** `held`: a guard keeps the last good figures; `heldBecause` says why and since when. */
  status: z.enum(["current", "held", "retired"]),
  heldBecause: z.strictObject({ rule: z.string(), since: z.iso.datetime(), detail: z.string() }).nullable(),
  /** The day the platform says it stops selling this. */
  retiresOn: z.iso.date().nullable(),
  /** The last day this price is certain, where that lies within 14 days of the data: it is said wherever the price wins. */
  priceEndsOn: z.iso.date().optional(),
  /** The day its prices took effect, where the source says so. */
  effectiveFrom: z.iso.date().nullable(),
  /** Where the row was read; meters read elsewhere are in `meterSources`. */
  source: SourceRef,
  meterSources: z.partialRecord(Meter, SourceRef),
  /** The reading at which a price of this row last differed from the night before; null = never seen to change. */
  changedAt: z.iso.datetime().nullable(),
  note: z.string().nullable(),
});
export type Offer = z.output<typeof Offer>;

/** What another source says of the same offer. Never a second offer. */
export const SecondReading = z.strictObject({
  offer: z.string(),
  source: SourceRef,
  prices: Prices,
  conditions: z.array(Condition),
  /** The reading at which this source's figures last changed; null = never seen to change. */
  changedAt: z.iso.datetime().nullable(),
});
export type SecondReading = z.output<typeof SecondReading>;
