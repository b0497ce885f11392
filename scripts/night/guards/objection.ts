import { integerToDecimal } from "../../../src/domain/money/decimal.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { GUARD_RULES, type GuardRuleName, HOLD_ENDS } from "../../../src/domain/source/guard-rule.ts";
import type { Hold } from "../merge/reading-row.ts";

/** What a rule has against a source or a reading. It does not hold by itself: an exception or a witness may answer it. */
export interface Objection {
  readonly rule: GuardRuleName;
  readonly detail: string;
  /** What would end a hold of this very row, where more can be said than of the rule. */
  readonly ends?: string;
  /** The model that a row led to which leads to none now. */
  readonly ledTo?: Hold["ledTo"];
}

/** The objection as a finding: `hold`, with what would end it, unless the rule only marks. */
export function findingOf(objection: Objection, subject: string): Finding {
  const { rule } = objection;
  const { holds } = GUARD_RULES[rule];
  return {
    rule,
    action: holds === "nothing" ? "note" : "hold",
    scope: holds === "source" ? "source" : "offer",
    subject,
    detail: withEnd(objection),
  };
}

/** `$0.98 per million tokens`. */
export const perMTokText = (micro: number): string => `$${integerToDecimal(micro)} per million tokens`;

/** `the id is listed twice …; until another source agrees, …`. */
function withEnd({ rule, detail, ends }: Objection): string {
  const end = GUARD_RULES[rule].ends;
  return end === null ? detail : `${detail}; ${ends ?? HOLD_ENDS[end]}`;
}
