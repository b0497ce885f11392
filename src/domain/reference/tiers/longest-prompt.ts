import { isListSeller } from "../../offer/list-seller.ts";
import type { Offer } from "../../offer/offer.ts";
import type { Sellers } from "../../offer/seller.ts";

type LimitedOffer = Pick<Offer, "model" | "platform" | "host" | "status" | "maxInputTokens">;

/** How many platforms must state a limit of a model that its maker sells no more: one may state its own. */
const MIN_PLATFORMS = 2;

/**
 * The longest prompt of a model in tokens, where that is less than the context: no seller takes a longer one, whether it says so or not. As its maker
 * states it: GPT-5 takes 272,000 of 400,000. Closed weights that the maker sells no more run where they ran, so that the greatest limit
 * that two platforms state stands for it: GPT-5.1 Codex, 272,000 at OpenRouter, Vercel and Azure, and at NanoGPT, which names none. Null = none is
 * known, or each host of open weights has its own.
 */
export function longestPrompt(offers: readonly LimitedOffer[], openWeights: boolean | null, sellers: Sellers): number | null {
  const current = offers.filter(({ status }) => status !== "retired");
  const atMaker = current.filter(({ platform, model, host }) => host === null && isListSeller(sellers, platform, model));
  const stated = (atMaker.length > 0 ? atMaker : current).filter(({ maxInputTokens }) => maxInputTokens !== undefined);
  const isEnough =
    atMaker.length > 0 || (openWeights === false && new Set(stated.map(({ platform }) => platform)).size >= MIN_PLATFORMS);
  return isEnough && stated.length > 0 ? Math.max(...stated.map(({ maxInputTokens }) => maxInputTokens ?? 0)) : null;
}

/** An offer with its prompt limit, its own or the model's, and without one that its context does not reach: Cloudflare has 128,000 in all for GPT-5. */
export function withPromptLimit<Sold extends Pick<Offer, "contextTokens" | "maxInputTokens">>(
  { maxInputTokens, ...offer }: Sold,
  longest: number | null,
): Omit<Sold, "maxInputTokens"> & Pick<Offer, "maxInputTokens"> {
  const limit = maxInputTokens ?? longest;
  return limit === null || limit >= (offer.contextTokens ?? Number.POSITIVE_INFINITY)
    ? offer
    : { ...offer, maxInputTokens: limit };
}
