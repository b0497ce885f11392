import { z } from "zod";
import { CLAIM_UNITS, SaidValue } from "../../../domain/claim/claim.ts";
import { VERDICTS } from "../../../domain/claim/claim-verdict.ts";
import { ChangeNote } from "../../../domain/history/change.ts";
import { Meter } from "../../../domain/offer/meter.ts";
import { Tier } from "../../../domain/offer/offer.ts";
import { Platform } from "../../../domain/platform/platform.ts";
import { RankingLine, RankingSnapshot } from "../../../domain/ranking/ranking-snapshot.ts";
import { SourceStatus } from "../../../domain/source/run.ts";
import { SourceId } from "../../../domain/source/source-ref.ts";
import { PriceJson } from "./offer-schema.ts";

const Count = z.int().nonnegative();
const Day = z.iso.date();

/** `/api/v1/index.json` */
export const IndexJson = z.strictObject({
  schemaVersion: z.literal(2),
  asOf: Day.describe("The day of the newest reading of OpenRouter’s list: the clock of every file"),
  sources: z.array(
    z.strictObject({
      ...SourceStatus.pick({
        id: true,
        url: true,
        readAt: true,
        status: true,
        offers: true,
        name: true,
        licence: true,
        hand: true,
        why: true,
      }).shape,
      readDaysBeforeAsOf: Count,
      overBudget: z.boolean(),
      heldSince: z.string().nullable(),
      heldOffers: Count,
      staleOffers: Count,
    }),
  ),
  counts: z.strictObject({ models: Count, platforms: Count, offers: Count, held: Count, stale: Count }),
  held: z
    .array(
      z.strictObject({
        ...{ offerId: z.string(), modelId: z.string(), sourceId: SourceId },
        ...{ rule: z.string(), since: z.iso.datetime(), detail: z.string() },
      }),
    )
    .describe("Offers that a guard keeps at their last good figures"),
  files: z.array(z.strictObject({ url: z.string(), rows: Count, bytes: Count })).describe("Whole tables as Parquet and CSV"),
});
export type IndexJson = z.input<typeof IndexJson>;

/** A row of `/api/v1/platforms.json` */
export const PlatformJson = z.strictObject({
  ...Platform.pick({ id: true, name: true, kind: true, status: true, market: true, listMakers: true, links: true, fees: true })
    .shape,
  closedOn: Day.nullable(),
  verifiability: z
    .enum(["A", "B", "C", "D"])
    .nullable()
    .describe("How its prices can be checked: A public price API, B dated price page, C its own claim, D on request"),
  ...{ models: Count, offers: Count, compared: Count, cheaper: Count, equal: Count, dearer: Count },
  sets: Count.describe("Models of which it sets the list price: its own, and in no other count of comparisons"),
  medianDeltaBps: z.number().nullable().describe("Median input difference to list, in basis points"),
});
export type PlatformJson = z.output<typeof PlatformJson>;

/** A price that moved, in `changes.json` and in a model’s history. */
export const ChangeJson = z.strictObject({
  day: Day.describe("The day it was seen"),
  ...{ offerId: z.string(), platform: z.string(), host: z.string().nullable(), region: z.string().nullable(), tier: Tier },
  meter: Meter,
  condition: z.string().nullable().describe("Null = the base card; else prompt>272000 or utc 01:00-04:00 mon,tue"),
  old: PriceJson.describe("Null = not known before"),
  new: PriceJson.describe("Null = no figure any more"),
  note: ChangeNote.nullable(),
  source: SourceId,
  model: z.string(),
  notBefore: Day.nullable().describe("The day of the reading before, where days lie between the two"),
  billedIn: z
    .string()
    .nullable()
    .describe(
      "What the platform bills in, where that is no dollar: old and new are dollars as the source wrote them, which move with its rate too",
    ),
});
export type ChangeJson = z.input<typeof ChangeJson>;

/** `/api/v1/history/<maker>/<slug>.json` */
export const HistoryJson = z.strictObject({ id: z.string(), changes: z.array(ChangeJson) });

/** `/api/v1/rankings/<workload>.json` */
export const RankingJson = z.strictObject({
  workload: z.string(),
  asOf: Day,
  worseAnswerUsd: z.string().describe("What a worse answer costs in this ranking, in dollars"),
  scale: z.string().describe("What quality is measured by"),
  rows: z.array(RankingLine).readonly(),
});
export type RankingJson = z.input<typeof RankingJson>;

/** `/api/v1/rankings/<day>/<workload>.json`: the rows, or once the day has no page of its own, which month's file has them. */
export const SnapshotJson = z.strictObject({
  ...{ workload: z.string(), asOf: Day },
  kept: z.array(
    z.union([
      RankingSnapshot.shape.kept.element,
      z.strictObject({ sha256: z.string(), rowsIn: z.string().describe("Below the site: the month’s file, packed") }),
    ]),
  ),
});

/** At the addresses of a model that is another's now. */
export const MovedJson = z.strictObject({
  id: z.string(),
  movedTo: z.strictObject({ id: z.string(), url: z.string() }),
  why: z.string(),
});

const Figure = z.strictObject({ value: z.string(), unit: z.enum(CLAIM_UNITS) }).nullable();

/** A row of `/api/v1/claims.json` */
export const ClaimJson = z.strictObject({
  ...{ id: z.string(), said: z.string(), quote: z.string().nullable(), assumes: z.array(z.string()) },
  ...{
    by: z.string(),
    byUrl: z.string().nullable(),
    saidOn: z.string().nullable(),
    saidValue: SaidValue,
    unit: z.enum(CLAIM_UNITS).nullable(),
  },
  formula: z.string().nullable(),
  ...{ asSaid: Figure, atTheTime: Figure, today: Figure },
  verdict: z.enum(VERDICTS),
  why: z.string(),
  alternatives: z.array(z.strictObject({ label: z.string(), asSaid: Figure, today: Figure })).readonly(),
  url: z.string(),
});
export type ClaimJson = z.input<typeof ClaimJson>;
