import type { Offer } from "../../offer/offer.ts";
import type { Doubt } from "../doubt.ts";

/** What a reading keeps of models.dev's `status = "deprecated"`. */
export const MARKED_DEPRECATED = "models.dev marks it deprecated";

/**
 * (d) What the very catalogue that names the price says is sold no more: models.dev keeps such rows and marks them `deprecated`, "no longer served by
 * the provider's public API" (its README). Claude 3 Opus at DigitalOcean for 15/75 in September 2026, which Anthropic shut down in January.
 */
export const noLongerServed = ({ note }: Pick<Offer, "note">): Doubt | null =>
  note === MARKED_DEPRECATED ? { rule: "noLongerServed", source: "models.dev" } : null;
