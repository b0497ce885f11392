import type { Match } from "../match/match.ts";
import type { Objection } from "./objection.ts";

/** An id that led to a model with last night's models and today's tables, and leads nowhere tonight. A curated alias settles it. */
export function modelUnresolved(tonight: Match, yesterday: Match): Objection | null {
  if (tonight.kind !== "unmatched" || yesterday.kind !== "known") return null;
  return { rule: "modelUnresolved", detail: `led to ${yesterday.modelId} and leads to no model now` };
}
