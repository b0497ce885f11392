import { z } from "zod";

/** One thing a rule noticed. It does not throw, print or decide; the caller does. */
export const Finding = z.strictObject({
  rule: z.string(),
  /** `hold`: the subject stays at its last good reading. `note`: reported only. */
  action: z.enum(["hold", "note"]),
  scope: z.enum(["offer", "source", "model", "curated"]),
  /** An offer id, a source id, a model id or a curated file. */
  subject: z.string(),
  detail: z.string(),
});
export type Finding = z.output<typeof Finding>;
