import { Model } from "../../../../src/domain/model/model.ts";
import type { Tier } from "../../../../src/domain/offer/offer.ts";

/** What an id in OpenRouter's list stands for. */
export type OpenrouterId =
  | { readonly kind: "model"; readonly model: string; readonly tier: Tier; readonly variant: string | null }
  /** `~openai/gpt-latest`: another name of today's target. */
  | { readonly kind: "alias" }
  /** `openrouter/auto`: picks a model per request, is none. */
  | { readonly kind: "router" }
  | { readonly kind: "unreadable" };

const ID = /^(?<model>[a-z0-9-]+\/[a-z0-9._-]+)(?::(?<suffix>[a-z0-9._-]+))?$/;

/**
 * `"openai/gpt-5-codex:batch"` → model `openai/gpt-5-codex` at tier `batch`; `":thinking"` and every other suffix is a variant.
 * Model ids are lower case; one upstream id was not (`…-llama-405B`).
 */
export function readOpenrouterId(id: string): OpenrouterId {
  if (id.startsWith("~")) return { kind: "alias" };
  if (id.startsWith("openrouter/")) return { kind: "router" };
  const { model, suffix = null } = ID.exec(id.toLowerCase())?.groups ?? {};
  if (!Model.shape.id.safeParse(model).success || model === undefined) return { kind: "unreadable" };
  if (suffix === "batch" || suffix === "free") return { kind: "model", model, tier: suffix, variant: null };
  return { kind: "model", model, tier: "standard", variant: suffix };
}

/** The id names the model itself, not one of its variants. */
export const isModelItself = (id: OpenrouterId): boolean => id.kind === "model" && id.tier === "standard" && id.variant === null;
