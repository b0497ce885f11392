import { z } from "zod";
import { type LastReadings, withoutReading } from "../../../src/data/last-readings.ts";
import { compareText } from "../../../src/domain/money/compare-text.ts";
import { Condition } from "../../../src/domain/offer/condition.ts";
import { Gaps, METERS, Prices, UnitPrices } from "../../../src/domain/offer/meter.ts";
import { OfferKey } from "../../../src/domain/offer/offer.ts";
import { GuardRuleName } from "../../../src/domain/source/guard-rule.ts";
import { SourceRef } from "../../../src/domain/source/source-ref.ts";
import { MatchedBy } from "../match/matched-by.ts";
import type { Reading } from "../sources/source.ts";
import { EarlierCard } from "./earlier-cards.ts";

const text = z.string().nullable().default(null);
const tokens = z.int().positive().nullable().default(null);

/**
 * A reading as `data/generated/readings/<source>.jsonl` keeps it: the job's memory of what each source said last, so that a source
 * that was not read tonight stays as it was. Empty fields are left out of the line.
 */
export const ReadingRow = z.strictObject({
  upstreamId: z.string(),
  key: z.strictObject({
    platform: z.string(),
    host: text,
    region: text,
    tier: OfferKey.shape.tier.default("standard"),
    quantization: text,
    variant: text,
  }),
  model: text,
  name: text,
  huggingFaceId: text,
  canonicalSlug: text,
  canonicalId: text,
  contextTokens: tokens,
  maxOutputTokens: tokens,
  maxInputTokens: z.int().positive().optional(),
  prices: Prices.default({}),
  gaps: Gaps.default({}),
  unitPrices: UnitPrices.default({}),
  conditions: z.array(Condition).readonly().default([]),
  discountBps: tokens,
  unreadMeters: z.array(z.string()).readonly().default([]),
  retiresOn: z.iso.date().nullable().default(null),
  effectiveFrom: z.iso.date().nullable().default(null),
  note: text,
  source: SourceRef,
  /** The reading at which these figures last changed; null = never seen to change. */
  changedAt: z.iso.datetime().nullable().default(null),
  /** The cards these figures replaced in the last seven days, oldest first: what the usual price is computed from. */
  earlier: z.array(EarlierCard).readonly().default([]),
  /** Set on the night figures are believed that a guard objects to: which rule, since when, and which source confirms them. */
  accepted: z
    .strictObject({ rule: GuardRuleName, since: z.iso.datetime(), because: z.string().default("seen again on a second day") })
    .nullable()
    .default(null),
  /** Set while an exception says that tonight's row is no reading: the figures are the last good ones, and no offer shows them. */
  leftOut: z.literal(true).nullable().default(null),
  /** Set while a guard keeps older figures: what upstream says instead, and since when. */
  held: z
    .strictObject({
      rule: GuardRuleName,
      since: z.iso.datetime(),
      /** When these figures, or figures near them, were first seen, where others were held before them; null = at `since`. */
      seenAt: z.iso.datetime().nullable().default(null),
      detail: z.string(),
      /** Set where its id leads to no model: the one it led to, and by which rule of the match. */
      ledTo: z.strictObject({ model: z.string(), by: MatchedBy }).optional(),
      prices: Prices.default({}),
      conditions: z.array(Condition).readonly().default([]),
    })
    .nullable()
    .default(null),
});
export type StoredReading = z.output<typeof ReadingRow>;
export type Hold = NonNullable<StoredReading["held"]>;

/** What a source said tonight, as it will be kept when no guard objects. */
export const storedReading = (reading: Reading): StoredReading => ({
  ...reading,
  canonicalId: reading.canonicalId ?? null,
  effectiveFrom: reading.effectiveFrom ?? null,
  changedAt: null,
  earlier: [],
  accepted: null,
  leftOut: null,
  held: null,
});

/** One line of a readings file, without the fields that say nothing and without what `last` says of when it was read. */
export function readingLine(reading: StoredReading, last: LastReadings = {}): string {
  const { key, ...rest } = ReadingRow.encode(reading);
  const { upstreamId, ...others } = rest;
  return JSON.stringify(withoutReading({ upstreamId, key: omitDefaults(key), ...omitDefaults(others) }, last));
}

/** The fields of a row that differ from their default: null, an empty table, the standard tier. */
function omitDefaults(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name, value]) => !isDefault(name, value)));
}

const isDefault = (name: string, value: unknown): boolean =>
  value === null || (name === "tier" && value === "standard") || (typeof value === "object" && Object.keys(value).length === 0);

/** A name for one row of one source, the same every night: where it is sold and as what. */
export function readingId({ key, upstreamId }: Pick<Reading, "key" | "upstreamId">): string {
  const named = idsByKey.get(key);
  if (named?.upstreamId === upstreamId) return named.id;
  const { platform, host, region, tier, quantization, variant } = key;
  const id = `${platform}|${host ?? ""}|${region ?? ""}|${tier}|${quantization ?? ""}|${variant ?? ""}|${upstreamId}`;
  idsByKey.set(key, { upstreamId, id });
  return id;
}

/** Guards ask for the name of each row some twenty times a night. A row that is read or held again keeps its key, and so its name. */
const idsByKey = new WeakMap<Reading["key"], { readonly upstreamId: string; readonly id: string }>();

/** By id, then by card, so that two rows of one id keep their order from night to night. */
export function sortedReadings<Row extends Reading>(readings: readonly Row[]): Row[] {
  return readings
    .map((reading) => ({ id: readingId(reading), reading }))
    .toSorted((a, b) => compareText(a.id, b.id) || compareText(cardText(a.reading), cardText(b.reading)))
    .map(({ reading }) => reading);
}

const cardText = (reading: Reading) => JSON.stringify([METERS.map((meter) => reading.prices[meter] ?? null), reading.conditions]);
