import type { Model } from "./model.ts";

/** What distinguishes one set of weights from the next one under the same id. A new name alone does not (`xAI` → `SpaceXAI`). */
export type WeightsIdentity = Pick<Model, "releasedOn" | "canonicalSlug">;

/**
 * The id means a later model since: its release day moved forward, or its permanent slug is another. `deepseek/deepseek-chat` was V2.5
 * (2024-05-14) until 2024-12-26 and V3 (2024-12-26) from the day after. A release day that moves back is a corrected date.
 */
export function isRepointed(before: WeightsIdentity, after: WeightsIdentity): boolean {
  const isLater = before.releasedOn !== null && after.releasedOn !== null && after.releasedOn > before.releasedOn;
  const isOther = before.canonicalSlug !== null && after.canonicalSlug !== null && after.canonicalSlug !== before.canonicalSlug;
  return isLater || isOther;
}
