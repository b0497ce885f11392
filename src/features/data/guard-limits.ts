import { GUARD_RULES, type GuardRule } from "../../domain/source/guard-rule.ts";

/** What each guard objects to and what it then does, in words, for /methodology/. */
export const guardLimits: readonly (readonly [rule: string, consequence: string])[] = Object.values(GUARD_RULES).map(
  (rule: GuardRule) => [rule.says, consequenceOf(rule)],
);

function consequenceOf({ holds, isAcceptedOnSecondDay }: GuardRule): string {
  switch (holds) {
    case "nothing":
      return "reported, not held";
    case "offer":
    case "source":
      return `the ${holds} is held${isAcceptedOnSecondDay ? ", a second day is believed" : ""}`;
    default:
      return holds satisfies never;
  }
}
