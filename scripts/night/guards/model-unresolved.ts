import type { Match } from "../match/match.ts";
import type { Objection } from "./objection.ts";

/**
 * An id that led to a model with last night's models and today's tables, and leads nowhere tonight. A curated alias settles it. `between`: the models
 * it may mean now, where there are several; then it is sold as before, and no number of nights says that it is no offer any more.
 */
export function modelUnresolved(tonight: Match, yesterday: Match, between: readonly string[] = []): Objection | null {
  if (tonight.kind !== "unmatched" || yesterday.kind !== "known") return null;
  const { modelId, by } = yesterday;
  const about = { rule: "modelUnresolved", ledTo: { model: modelId, by } } as const;
  if (between.length < 2) return { ...about, detail: `led to ${modelId} and leads to no model now` };
  const detail = `led to ${modelId} and stands between ${between.join(" and ")} now`;
  return { ...about, detail, ends: "until only one of these is listed, or aliases.json names the model" };
}
