import { z } from "zod";
import { QualitySourceId } from "../quality/quality-alias.ts";

const Place = z.int().positive();

/** Dollars of one request: far less than a cent. */
const Usd = z.string().regex(/^\d+(\.\d{1,9})?$/);
const Chance = z.number().min(0).max(1);

/** One row of a published ranking. Dollars are decimal text. */
export const RankingLine = z.strictObject({
  modelId: z.string(),
  offerId: z.string(),
  rank: Place,
  rankInterval: z.tuple([Place, Place]),
  /** How many others it cannot be distinguished from. */
  tiedWith: z.int().nonnegative(),
  quality: z.strictObject({
    value: z.number(),
    interval: z.tuple([z.number(), z.number()]),
    status: z.enum(["rated", "provisional"]),
    sources: z.array(QualitySourceId),
  }),
  landedUsdPerMonth: z.string().regex(/^\d+(\.\d{1,6})?$/),
  /** Dollars a request with worse answers priced in, to a billionth. This and what follows: absent in rows kept while rankings were by `valueRank`. */
  netCostUsd: Usd.optional(),
  /** The chance that its answer is preferred, and its 90 % interval. */
  p: Chance.optional(),
  pInterval: z.tuple([Chance, Chance]).optional(),
  /** Dollars that a worse answer costs, from and up to which it is the best buy; null = never, null at the end = however much. */
  winsWhileErrorCosts: z.tuple([Usd, Usd.nullable()]).nullable().optional(),
  /** The month with as much output as the model was measured to write, and how many times the workload's that is; absent = the same month. */
  billedUsdPerMonth: z
    .string()
    .regex(/^\d+(\.\d{1,6})?$/)
    .optional(),
  outputRatio: z.number().positive().optional(),
  /** By quality per dollar: the rank of rows kept without a net cost. */
  valueRank: Place.optional(),
});
export type RankingLine = z.output<typeof RankingLine>;

/** The rows of a workload's kept day, and the day's earlier ones if a later reading changed them. Files hold them packed (`RankingMonth`). */
export const RankingSnapshot = z.strictObject({
  workload: z.string(),
  asOf: z.iso.date(),
  /** Oldest first; `sha256` is of the rows as compact JSON. */
  kept: z.array(z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), rows: z.array(RankingLine) })).min(1),
});
export type RankingSnapshot = z.output<typeof RankingSnapshot>;

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
