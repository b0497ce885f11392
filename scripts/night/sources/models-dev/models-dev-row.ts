import { z } from "zod";
import type { Tier } from "../../../../src/domain/offer/offer.ts";
import { LooseFields, looseDay, looseFlag, looseText, looseTexts, looseTokens } from "../loose-row.ts";

const Mode = z.object({
  cost: LooseFields.optional().catch(undefined),
  provider: z.object({ body: LooseFields.catch({}) }).catch({ body: {} }),
});

/** One model of one provider in `api.json`. */
export const ModelsDevRow = z.object({
  name: looseText.default(null),
  /** The maker’s own name of the model, since September 2026: `zhipuai/glm-5.2`. */
  canonical_model_id: looseText.default(null),
  reasoning: looseFlag.default(null),
  tool_call: looseFlag.default(null),
  structured_output: looseFlag.default(null),
  open_weights: looseFlag.default(null),
  knowledge: looseText.default(null),
  release_date: looseDay.default(null),
  status: looseText.default(null),
  modalities: z.object({ input: looseTexts, output: looseTexts }).catch({ input: [], output: [] }),
  limit: z
    .object({ context: looseTokens.default(null), input: looseTokens.default(null), output: looseTokens.default(null) })
    .catch({ context: null, input: null, output: null }),
  cost: LooseFields.optional().catch(undefined),
  experimental: z.object({ modes: z.record(z.string(), Mode).catch({}) }).catch({ modes: {} }),
});
export type ModelsDevRow = z.output<typeof ModelsDevRow>;

/** Embeddings, rerankers, speech, sessions over an open line, and image models that say `text` for their prompts. */
const NO_CHAT_WORDS = [
  "embed",
  "embedding",
  "embeddings",
  "embedcode",
  "rerank",
  "reranker",
  "whisper",
  "asr",
  "stt",
  "tts",
  "transcribe",
  "realtime",
  "livetranslate",
  "live",
  "gpt-image",
  "chatgpt-image",
];
const NO_CHAT = new RegExp(`(^|[-_/.:])(${NO_CHAT_WORDS.join("|")})($|[-_/.:0-9])`, "i");

/** Why a row is no sale of text tokens, or null. Rerankers and embeddings say `text` too, but bill nothing for output. */
export function whyNotText(id: string, { modalities, cost }: ModelsDevRow): string | null {
  const { input, output } = modalities;
  if (output.length > 0 && !output.includes("text")) return "no text output";
  if (input.length > 0 && !input.includes("text")) return "no text input: speech to text";
  if (typeof cost?.["input"] === "number" && cost["input"] > 0 && cost["output"] === 0)
    return "bills input only: embedding, rerank, routing";
  return NO_CHAT.test(id) ? "embedding, rerank, speech, live session or image by name" : null;
}

/** A way of running the same model at another price: OpenAI's `service_tier: priority`, Anthropic's `speed: fast`. */
export interface PricedMode {
  readonly tier: Tier;
  /** A mode that is no service tier we know keeps its name. */
  readonly variant: string | null;
  readonly cost: LooseFields;
}

/** The modes with prices of their own. models.dev calls both of the above `fast`; the request body says which it is. */
export function pricedModes({ experimental }: ModelsDevRow): readonly PricedMode[] {
  return Object.entries(experimental.modes).flatMap(([name, { cost, provider }]): readonly PricedMode[] => {
    if (cost === undefined) return [];
    const tier = provider.body["service_tier"];
    if (tier === "priority" || tier === "flex") return [{ tier, variant: null, cost }];
    return [name === "fast" ? { tier: "fast", variant: null, cost } : { tier: "standard", variant: name, cost }];
  });
}
