import fc from "fast-check";
import { models, offers, sellers } from "../../src/data/catalog.ts";
import { compatFiles, compatJson } from "../../src/data/compat/compat-files.ts";
import { type CompatRow, compatRows } from "../../src/data/compat/compat-row.ts";
import type { Workload } from "../../src/domain/cost/workload.ts";
import { aWorkload } from "../builders/a-workload.ts";

/** The confirmed rows that the files for other tools are made of. */
export const confirmedRows: readonly CompatRow[] = compatRows(
  offers,
  new Map(models.map((model) => [model.id, model])),
  sellers,
  "confirmed",
);

/** A file as another tool reads it: through JSON. */
export function fileOf(name: string): unknown {
  const file = compatFiles.find((each) => each.name === name);
  if (file === undefined) throw new Error(`no file ${name}`);
  return JSON.parse(JSON.stringify(compatJson(file)));
}

const thousandth = fc.integer({ min: 0, max: 1_000 }).map((parts) => parts / 1_000);

/** One request of any shape, at the edges of tiers more often than not. */
const usage: fc.Arbitrary<Workload> = fc
  .record({
    inputTokens: fc.oneof(
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.constantFrom(0, 1, 32_000, 32_001, 128_000, 128_001, 200_000, 200_001, 256_000, 271_999, 272_000, 272_001, 512_001),
    ),
    outputTokens: fc.integer({ min: 0, max: 200_000 }),
    cachedShare: thousandth,
    cacheWriteShare: thousandth,
    cacheWriteTtl: fc.constantFrom("5m" as const, "1h" as const),
    peakShare: fc.constantFrom(0, 1),
  })
  .map(({ cachedShare, cacheWriteShare, ...shape }) =>
    aWorkload({
      ...shape,
      requests: 1,
      cachedShare,
      cacheWriteShare: Math.min(cacheWriteShare, (1_000 - cachedShare * 1_000) / 1_000),
    }),
  );

/** So many random requests, the same in every run. */
export const randomUsages = (count: number): readonly Workload[] => fc.sample(usage, { seed: 20_261_128, numRuns: count });

/** How far two bills of one request lie apart, relative to the larger. */
export const apart = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b)));
