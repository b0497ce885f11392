import { z } from "zod";
import { millionthText } from "../money/micro-usd.ts";
import { QualitySourceId } from "../quality/quality-alias.ts";
import type { Ranking } from "./ranking.ts";

const Place = z.int().positive();

/** One row of a published ranking (design §6). Dollars are decimal text. */
export const RankingLine = z.strictObject({
  modelId: z.string(),
  offerId: z.string(),
  rank: Place,
  rankInterval: z.tuple([Place, Place]),
  /** How many others it cannot be told from. */
  tiedWith: z.int().nonnegative(),
  quality: z.strictObject({
    value: z.number(),
    interval: z.tuple([z.number(), z.number()]),
    status: z.enum(["rated", "provisional"]),
    sources: z.array(QualitySourceId),
  }),
  landedUsdPerMonth: z.string().regex(/^\d+(\.\d{1,6})?$/),
});
export type RankingLine = z.output<typeof RankingLine>;

/** `data/generated/rankings/<asOf>/<workload>.json`: the rows of a day, and the day's earlier ones if a later reading changed them. */
export const RankingSnapshot = z.strictObject({
  workload: z.string(),
  asOf: z.iso.date(),
  /** Oldest first; `sha256` is of the rows as compact JSON. */
  kept: z.array(z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), rows: z.array(RankingLine) })).min(1),
});
export type RankingSnapshot = z.output<typeof RankingSnapshot>;

/** The rows of a ranking as page, JSON, CSV and kept file have them. */
export const rankingLines = ({ rows }: Ranking): readonly RankingLine[] =>
  rows.map(({ modelId, offerId, rank, rankInterval, tiedWith, quality, status, sources, landedUsdPerMonth }) => ({
    modelId,
    offerId,
    rank,
    rankInterval: [rankInterval[0], rankInterval[1]],
    tiedWith,
    quality: { value: quality.value, interval: [quality.low, quality.high], status, sources: [...sources] },
    landedUsdPerMonth: millionthText(landedUsdPerMonth),
  }));

/** Whether the newest kept rows are these. */
export const isInSnapshot = (newest: RankingSnapshot | null, sha256: string): boolean => newest?.kept.at(-1)?.sha256 === sha256;

/** A day's file with the rows added to what it had. */
export function withSnapshot(
  before: RankingSnapshot | null,
  { workload, asOf, sha256, rows }: { workload: string; asOf: string; sha256: string; rows: readonly RankingLine[] },
): RankingSnapshot {
  const earlier = before?.asOf === asOf ? before.kept : [];
  return { workload, asOf, kept: [...earlier, { sha256, rows: [...rows] }] };
}
