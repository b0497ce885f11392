import type { Offer } from "../offer/offer.ts";
import { TIERS } from "../offer/tier.ts";
import type { Api, ApiDialect } from "./api.ts";

/**
 * Whether one request to a platform's API buys an offer: what `useOffer` writes a request for. Anthropic's batches are, its fast mode is not: a
 * header asks for it that we do not write for the buyer. Vertex sells others' models than Google's by other methods.
 */
export const takesRequest = ({ tier, model }: Pick<Offer, "tier" | "model">, { dialect }: Pick<Api, "dialect">): boolean =>
  REQUESTED[dialect].includes(tier) && (dialect !== "gemini" || model.startsWith("google/"));

const REQUESTED: Readonly<Record<ApiDialect, readonly Offer["tier"][]>> = {
  openrouter: TIERS,
  openai: ["standard", "free", "flex", "priority"],
  anthropic: ["standard", "free", "batch"],
  gemini: ["standard", "free", "batch"],
  bedrock: ["standard", "free"],
};
