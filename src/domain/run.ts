import { z } from "zod";
import { Finding } from "./finding.ts";

/** What one night did with one source. */
export const SourceStatus = z.strictObject({
  id: z.string(),
  name: z.string(),
  url: z.url(),
  licence: z.string(),
  hand: z.enum(["first", "second"]),
  /** Newest body of the last good reading. */
  readAt: z.iso.datetime(),
  /** `held`: a finding or a failed reading keeps the source at `readAt`. */
  status: z.enum(["fresh", "held"]),
  /** Why it is held, or null. */
  why: z.string().nullable(),
  bodies: z.int().nonnegative(),
  readings: z.int().nonnegative(),
  /** Offers whose row comes from this source. */
  offers: z.int().nonnegative(),
  /** How many readings were left out, by reason. */
  skipped: z.record(z.string(), z.int().positive()),
  unmatched: z.int().nonnegative(),
});
export type SourceStatus = z.output<typeof SourceStatus>;

/** data/generated/run.json: the clock of the site and the state of its sources. */
export const Run = z.strictObject({
  schemaVersion: z.literal(1),
  /** The day of the OpenRouter `/models` reading. */
  asOf: z.iso.date(),
  sources: z.array(SourceStatus),
  findings: z.array(Finding),
});
export type Run = z.output<typeof Run>;
