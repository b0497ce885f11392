import { integerToDecimal } from "../../../src/domain/money/decimal.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { GUARD_RULES, type GuardRuleName } from "../../../src/domain/source/guard-rule.ts";

/** What a rule has against a source or a reading. It does not hold by itself: an exception or a second day may answer it. */
export interface Objection {
  readonly rule: GuardRuleName;
  readonly detail: string;
}

/** The objection as a finding: `hold`, unless the rule only marks. */
export function findingOf({ rule, detail }: Objection, subject: string): Finding {
  const { holds } = GUARD_RULES[rule];
  return {
    rule,
    action: holds === "nothing" ? "note" : "hold",
    scope: holds === "source" ? "source" : "offer",
    subject,
    detail,
  };
}

/** `$0.98 per million tokens`. */
export const perMTok = (micro: number): string => `$${integerToDecimal(micro)} per million tokens`;
