import { GUARD_RULES, type GuardRule, HOLD_ENDS } from "../../domain/source/guard-rule.ts";

/** What each guard objects to and what it then does, in words, for /methodology/. */
export const guardLimits: readonly (readonly [rule: string, consequence: string])[] = Object.values(GUARD_RULES).map(
  (rule: GuardRule) => [rule.says, consequenceOf(rule)],
);

function consequenceOf({ holds, ends }: GuardRule): string {
  return ends === null ? "reported, not held" : `the ${holds} is held ${HOLD_ENDS[ends]}`;
}
