import { z } from "zod";
import { WebUrl } from "../money/web-url.ts";
import { GuardRuleName } from "./guard-rule.ts";

/**
 * A guard's objection somebody looked up: `data/curated/guard-exceptions.json`. One that meets no objection any more is a finding.
 * A source that cannot be read has none, and an id that leads nowhere takes an alias.
 */
export const GuardException = z.strictObject({
  rule: GuardRuleName.exclude(["sourceFailed", "bodyLost", "modelUnresolved"]),
  /** The source whose row it is. */
  source: z.string().min(1),
  /** Null = every platform, and for a rule about the source itself. */
  platform: z.string().min(1).nullable(),
  /** As the source names it. Null = every row of the platform the rule objects to. */
  upstreamId: z.string().min(1).nullable(),
  /** `accept`: what upstream says is right. `leaveOut`: it is known to be wrong, and the row is no reading. */
  action: z.enum(["accept", "leaveOut"]),
  /** Own words, one sentence. */
  why: z.string().min(1).max(300),
  sourceUrl: WebUrl,
  checkedOn: z.iso.date(),
});
export type GuardException = z.output<typeof GuardException>;
