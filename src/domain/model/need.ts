import type { Model } from "./model.ts";

/** What a reader needs of a model, as permanent slugs in addresses. */
export const NEEDS = ["all", "coding", "long-context", "vision", "open-weights", "tools"] as const;
export type Need = (typeof NEEDS)[number];

/** Whether a word of an address is the slug of a need. */
export const isNeed = (word: string): word is Need => NEEDS.some((need) => need === word);

/** Prompts this long and longer make a model a long-context one. */
export const LONG_CONTEXT_TOKENS = 200_000;

/** In words for headings and the sentence of the page. */
export const NEED_WORDS = {
  all: "any model",
  coding: "coding (tools, reasoning, 100,000 tokens)",
  "long-context": "200,000 tokens of context and more",
  vision: "image input",
  "open-weights": "open weights",
  tools: "tool calling",
} as const satisfies Record<Need, string>;

/** Whether a model meets a need by what its listing says; unknown is no. Coding = tools, reasoning and at least 100,000 tokens of context. */
export function meetsNeed(model: Model, need: Need): boolean {
  switch (need) {
    case "all":
      return true;
    case "coding":
      return model.tools === true && model.reasoning === true && (model.contextTokens ?? 0) >= 100_000;
    case "long-context":
      return (model.contextTokens ?? 0) >= LONG_CONTEXT_TOKENS;
    case "vision":
      return model.inputModalities.includes("image");
    case "open-weights":
      return model.openWeights === true;
    case "tools":
      return model.tools === true;
    default:
      return need satisfies never;
  }
}
