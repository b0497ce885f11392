import { z } from "zod";
import { Confidence } from "../money/confidence.ts";
import { WebUrl } from "../money/web-url.ts";
import { Condition } from "./condition.ts";
import { Prices, UnitPrices } from "./meter.ts";
import { Tier } from "./offer.ts";

const CalendarDay = z.iso.date();

/**
 * One curated price card of one platform: what a person read on its price page. Base card and its conditions are one row, a service tier
 * is a row of its own, and a card that changed is two rows in time. `data/curated/list-prices/<platform>.json`.
 */
export const ListPrice = z
  .strictObject({
    platform: z.string(),
    /** As the platform names it: `gpt-5.6-sol`, `claude-opus-4-8`. */
    upstreamId: z.string(),
    /**
     * Our model, where the platform answers one name with another version than that name says: DeepSeek's `deepseek-v4-pro` is the version of
     * 13 August. Null = the name tells.
     */
    model: z.string().nullable().default(null),
    region: z.string().nullable().default(null),
    tier: Tier,
    /** The card outside every condition: short prompts, off-peak hours. */
    prices: Prices,
    conditions: z.array(Condition).default([]),
    unitPrices: UnitPrices.default({}),
    /** How long the default cache write lives: `5m`, `30m`. */
    cacheWriteTtl: z
      .string()
      .regex(/^\d+[mh]$/)
      .nullable()
      .default(null),
    /** First UTC day of the card; null = since before anybody looked. */
    validFrom: CalendarDay.nullable(),
    /** First UTC day without it; null = open. */
    validTo: CalendarDay.nullable(),
    /** The day the platform shuts the model down. */
    retiresOn: CalendarDay.nullable().default(null),
    sourceUrl: WebUrl,
    observedOn: CalendarDay,
    confidence: Confidence,
    /** Through whose reading it came to us; null = the page itself. */
    via: z.string().nullable().default(null),
    note: z.string().nullable().default(null),
  })
  .refine((row) => row.validFrom === null || row.validTo === null || row.validFrom < row.validTo, {
    error: "validFrom must be before validTo",
    path: ["validTo"],
  })
  .refine((row) => Object.keys(row.prices).length + Object.keys(row.unitPrices).length > 0, {
    error: "a row without a price",
    path: ["prices"],
  });
export type ListPrice = z.output<typeof ListPrice>;

/**
 * A price on a platform's own page whose copy has no day: `data/curated/undated-prices.json`. Evidence only where a catalogue shows the same;
 * by itself it is no price.
 */
export const UndatedPrice = z.strictObject({
  platform: z.string(),
  upstreamId: z.string(),
  tier: Tier,
  prices: Prices,
  sourceUrl: WebUrl,
  /** Through whose reading it came to us. */
  via: z.string().min(1),
  confidence: Confidence,
  note: z.string().nullable().default(null),
});
export type UndatedPrice = z.output<typeof UndatedPrice>;

export type ListPriceState = "past" | "current" | "upcoming";

/**
 * The state of a row on a day: `validFrom` ≤ day < `validTo` is current, and never after its retirement.
 * From 2027-01-01, seen on 2026-11-21 → `"upcoming"`: an announcement, not a price.
 */
export function listPriceState({ validFrom, validTo, retiresOn }: ListPrice, day: string): ListPriceState {
  if (validFrom !== null && validFrom > day) return "upcoming";
  const ended = (end: string | null) => end !== null && end <= day;
  return ended(validTo) || ended(retiresOn) ? "past" : "current";
}
