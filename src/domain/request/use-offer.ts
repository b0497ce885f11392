import type { Offer } from "../offer/offer.ts";
import type { Api } from "./api.ts";
import { takesRequest } from "./takes-request.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A request that lands on one offer. The key is the buyer's; nothing here is a secret. */
export interface OfferRequest {
  readonly method: "POST";
  readonly baseUrl: string;
  /** Joined to the base URL. */
  readonly path: string;
  readonly model: string;
  readonly body: { readonly [key: string]: Json };
}

const HELLO = [{ role: "user", content: "Hello" }] as const;
/** Anthropic's Messages API wants a limit; a short one keeps the trial cheap. */
const TRIAL_TOKENS = 256;

/**
 * The request that buys exactly this offer: its host, region, precision and tier pinned, and the price capped where the platform can.
 * `deepseek/deepseek-v4-flash` at DeepInfra fp8 through OpenRouter → `provider: { only: ["deepinfra"], allow_fallbacks: false,
 * quantizations: ["fp8"], max_price: … }`. Null = nobody wrote down where its API answers, or it sells this tier in a way we have no request for.
 */
export function useOffer(offer: Offer, api: Api | null): OfferRequest | null {
  if (api === null || !takesRequest(offer, api)) return null;
  switch (api.dialect) {
    case "openrouter":
      return offer.tier === "batch" ? openRouterBatch(offer, api) : openRouterChat(offer, api);
    case "openai":
      return request(api, "/chat/completions", offer, { model: offer.upstreamId, messages: HELLO, ...tierField(offer) });
    case "anthropic":
      return anthropicMessages(offer, api);
    case "gemini":
      return geminiContent(offer, api);
    case "bedrock":
      return request(api, `/model/${encodeURIComponent(offer.upstreamId)}/converse`, offer, { messages: BEDROCK_HELLO });
    default:
      return api.dialect satisfies never;
  }
}

/** The slug that pins an OpenRouter endpoint: host, then region or a named variant, as its tag writes them. Null for the router's own choice. */
export function openRouterSlug({ host, region, variant, tier, upstreamId }: Offer): string | null {
  if (host === null) return null;
  const named = variant === null || /^#?\d+$/.test(variant) || upstreamId.endsWith(`:${variant}`) ? null : variant;
  return [host, region, named, tier === "fast" ? tier : null].filter((part) => part !== null).join("/");
}

const GEMINI_HELLO = [{ role: "user", parts: [{ text: "Hello" }] }] as const;
const BEDROCK_HELLO = [{ role: "user", content: [{ text: "Hello" }] }] as const;

/** https://openrouter.ai/docs/features/provider-routing and https://openrouter.ai/docs/guides/features/service-tiers */
function openRouterChat(offer: Offer, api: Api): OfferRequest {
  const slug = openRouterSlug(offer);
  const provider = {
    ...(slug === null ? {} : { only: [slug], order: [slug], allow_fallbacks: false }),
    ...(offer.quantization === null ? {} : { quantizations: [offer.quantization] }),
    ...maxPrice(offer),
  };
  return request(api, "/chat/completions", offer, {
    model: offer.upstreamId,
    messages: HELLO,
    ...tierField(offer),
    provider,
  });
}

/** One batch names one model and one endpoint, both before its requests, and may pin nothing but `provider.only`: https://openrouter.ai/docs/batch-quickstart */
function openRouterBatch(offer: Offer, api: Api): OfferRequest {
  const slug = openRouterSlug(offer);
  return request(api, "/batches", offer, {
    endpoint: "/v1/chat/completions",
    model: offer.upstreamId,
    ...(slug === null ? {} : { provider: { only: [slug] } }),
    requests: [{ custom_id: "1", body: { messages: HELLO } }],
  });
}

/** A cap in dollars per million tokens, at the most expensive of the offer's cards, so that no tier or window of its own shuts it out. */
function maxPrice({ prices, conditions }: Offer): {
  readonly max_price?: { readonly prompt: number; readonly completion: number };
} {
  const cards = [prices, ...conditions.map((condition) => condition.prices)];
  const [prompt, completion] = [cards.map(({ input }) => input ?? 0), cards.map(({ output }) => output ?? 0)];
  if (prices.input === undefined || prices.output === undefined) return {};
  return { max_price: { prompt: Math.max(...prompt) / 1e6, completion: Math.max(...completion) / 1e6 } };
}

/** Standard and free need nothing; flex and priority need a field. */
const tierField = ({ tier }: Offer): { readonly service_tier?: Offer["tier"] } =>
  tier === "flex" || tier === "priority" ? { service_tier: tier } : {};

/** https://platform.claude.com/docs/en/api/messages and its batches. */
function anthropicMessages(offer: Offer, api: Api): OfferRequest {
  const body = { model: offer.upstreamId, max_tokens: TRIAL_TOKENS, messages: HELLO };
  if (offer.tier !== "batch") return request(api, "/messages", offer, body);
  return request(api, "/messages/batches", offer, { requests: [{ custom_id: "1", params: body }] });
}

/** https://ai.google.dev/api/batch-api */
function geminiContent(offer: Offer, api: Api): OfferRequest {
  const path = `/models/${offer.upstreamId}`;
  const body = { contents: GEMINI_HELLO };
  if (offer.tier !== "batch") return request(api, `${path}:generateContent`, offer, body);
  const requests = [{ request: body, metadata: { key: "1" } }];
  return request(api, `${path}:batchGenerateContent`, offer, {
    batch: { displayName: "hello", inputConfig: { requests: { requests } } },
  });
}

function request(api: Api, path: string, offer: Offer, body: OfferRequest["body"]): OfferRequest {
  return { method: "POST", baseUrl: api.baseUrl, path, model: offer.upstreamId, body };
}
