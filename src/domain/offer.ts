import { z } from "zod";
import { Condition } from "./condition.ts";
import { Gaps, Meter, Prices, UnitPrices } from "./meter.ts";
import { SourceRef } from "./reading.ts";
import { RegionGroup } from "./region.ts";

export const TIERS = ["standard", "batch", "flex", "priority", "fast", "free"] as const;
export const Tier = z.enum(TIERS);
export type Tier = z.output<typeof Tier>;

/** What makes two offers different (design §1): a total key within one model. */
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
  regionGroup: RegionGroup.nullable(),
  /** The platform's own id for it: what a request must name. */
  upstreamId: z.string(),
  contextTokens: z.int().positive().nullable(),
  maxOutputTokens: z.int().positive().nullable(),
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

/** `deepseek/deepseek-v4-flash@openrouter;host=streamlake;quant=fp8`: readable, stable, unique; defaults left out. */
export function offerId(model: string, key: OfferKey): string {
  const parts = [
    key.host === null ? "" : `;host=${key.host}`,
    key.region === null ? "" : `;region=${key.region}`,
    key.tier === "standard" ? "" : `;tier=${key.tier}`,
    key.quantization === null ? "" : `;quant=${key.quantization}`,
    key.variant === null ? "" : `;variant=${key.variant}`,
  ];
  return `${model}@${key.platform}${parts.join("")}`;
}

const KEY_PART = /;(?=(?:host|region|tier|quant|variant)=)/;

/** What an offer id says: the inverse of `offerId`. `"z-ai/glm-5.2@openrouter;tier=free"` → model `z-ai/glm-5.2`, platform `openrouter`, tier `free`. */
export function readOfferId(id: string): OfferKey & { readonly model: string } {
  const at = id.indexOf("@");
  if (at === -1) throw new Error(`${id}: not an offer id`);
  const [platform = "", ...parts] = id.slice(at + 1).split(KEY_PART);
  const said = new Map(parts.map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]));
  return {
    model: id.slice(0, at),
    platform,
    host: said.get("host") ?? null,
    region: said.get("region") ?? null,
    tier: Tier.parse(said.get("tier") ?? "standard"),
    quantization: said.get("quant") ?? null,
    variant: said.get("variant") ?? null,
  };
}
