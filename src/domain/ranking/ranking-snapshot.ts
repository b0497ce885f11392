import { z } from "zod";
import { QualitySourceId } from "../quality/quality-alias.ts";

const Place = z.int().positive();

/** Dollars of one request: far less than a cent. */
const Usd = z.string().regex(/^\d+(\.\d{1,9})?$/);
const MonthUsd = z.string().regex(/^\d+(\.\d{1,6})?$/);
const Chance = z.number().min(0).max(1);

/** Rows and their months say it where it is so. */
export const LongPromptPrice = z
  .literal("assumed")
  .describe(
    "Nobody names what the seller asks for prompts as long: the month is at the maker’s multiples or another seller’s. Absent = it is named, or the row was kept before this was (30 November 2026)",
  );

/** One row of a published ranking. Dollars are decimal text. */
export const RankingLine = z.strictObject({
  modelId: z.string(),
  offerId: z.string(),
  rank: Place,
  rankInterval: z.tuple([Place, Place]),
  tiedWith: z.int().nonnegative().describe("How many others it cannot be distinguished from"),
  quality: z.strictObject({
    value: z.number(),
    interval: z.tuple([z.number(), z.number()]),
    status: z.enum(["rated", "provisional"]),
    sources: z.array(QualitySourceId),
  }),
  landedUsdPerMonth: MonthUsd.describe(
    "The month at the cheapest seller, fees included: with an unknown fee at its most, which counts",
  ),
  /** This and what follows: absent in rows kept while rankings were by `valueRank`. */
  netCostUsd: Usd.optional().describe("Dollars a request with worse answers priced in, to a billionth"),
  p: Chance.optional().describe("The chance that its answer is preferred"),
  pInterval: z.tuple([Chance, Chance]).optional().describe("Its 90 % interval"),
  winsWhileErrorCosts: z
    .tuple([Usd, Usd.nullable()])
    .nullable()
    .optional()
    .describe(
      "Dollars that a worse answer costs, from and up to which it is the best buy; null = never, null at the end = however much",
    ),
  billedUsdPerMonth: MonthUsd.optional().describe(
    "The month with as much output as the model was measured to write; absent = landedUsdPerMonth",
  ),
  outputRatio: z.number().positive().optional().describe("How many times the workload’s output that is"),
  valueRank: Place.optional().describe("By quality per dollar: the rank of rows kept without a net cost"),
  leastUsdPerMonth: MonthUsd.optional().describe(
    "The least the month may be, where a purchase fee is unknown; absent = landedUsdPerMonth, or a row kept before the least was (29 November 2026)",
  ),
  leastBilledUsdPerMonth: MonthUsd.optional().describe("The same of billedUsdPerMonth"),
  pCounted: Chance.optional().describe(
    "The chance that the net cost is made from, where that is not p: the lower end of a model that one source alone has scored",
  ),
  longPromptPrice: LongPromptPrice.optional(),
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
