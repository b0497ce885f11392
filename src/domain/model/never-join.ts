import { z } from "zod";

/** What distinguishes two models of nearly the same name. */
export const NEVER_JOIN_REASONS = [
  "size",
  "distill",
  "date",
  "version",
  "instruct/thinking",
  "preview",
  "fast",
  "vision",
  "specialisation",
  "grade",
  "fine-tune",
  "moving alias",
] as const;

/** Two names a rule must never join, whatever an alias or a source says. `data/curated/never-join.json`, checked by hand. */
export const NeverJoin = z.strictObject({
  /** A model id, or an id as platforms write it. */
  a: z.string().min(1),
  /** The model it is not. */
  b: z.string().regex(/^[a-z0-9-]+\/[a-z0-9._-]+$/),
  why: z.enum(NEVER_JOIN_REASONS),
});
export type NeverJoin = z.output<typeof NeverJoin>;
