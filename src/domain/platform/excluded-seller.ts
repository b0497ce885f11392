import { z } from "zod";
import { WebUrl } from "../money/web-url.ts";
import { CATALOGUE_IDS } from "../source/sources.ts";

/** Why a name in a source is no offer of tokens: the phrase the report counts by. */
export const EXCLUSIONS = [
  "subscription plan",
  "runs on your own machine",
  "your own capacity, billed by the hour",
  "free trial, sells no tokens",
  "closed",
  "read first-hand elsewhere",
  "figures in an unclear unit",
  "routes of one router, host by host",
  "seller nobody has identified",
] as const;
export const Exclusion = z.enum(EXCLUSIONS);
export type Exclusion = z.output<typeof Exclusion>;

/** A name in a catalogue that is left out, with the page that says why. A gateway that sells tokens is never here. */
export const ExcludedSeller = z.strictObject({
  source: z.enum(CATALOGUE_IDS),
  name: z.string().min(1),
  kind: Exclusion,
  /** Own words, one sentence. */
  why: z.string().min(1).max(300),
  sourceUrl: WebUrl,
  /** The day the evidence was read or recorded. */
  checkedOn: z.iso.date(),
});
export type ExcludedSeller = z.output<typeof ExcludedSeller>;
