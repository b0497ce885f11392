import type { ModelFacts } from "../../scripts/night/sources/source.ts";
import type { Model } from "../../src/domain/model/model.ts";

const plain = {
  id: "acme/nano",
  name: "Nano",
  maker: "acme",
  makerName: "Acme",
  releasedOn: "2026-01-02",
  contextTokens: 200_000,
  maxOutputTokens: 8_000,
  openWeights: null,
  huggingFaceId: null,
  inputModalities: ["text"],
  outputModalities: ["text"],
  tools: true,
  reasoning: false,
  structuredOutput: null,
  knowledgeCutoff: null,
  usageRank: 1,
  canonicalSlug: "acme/nano-20260102",
  retiresOn: null,
};

/** What OpenRouter's list says of Acme's nano model; say what differs. */
export const someFacts = (overrides: Partial<ModelFacts> = {}): ModelFacts => ({
  ...plain,
  aliasOf: null,
  retired: false,
  isOurId: true,
  source: { id: "openrouter-models" },
  ...overrides,
});

/** Acme's nano model as the data keeps it; say what differs. */
export const aModel = (overrides: Partial<Model> = {}): Model => ({
  ...plain,
  aliases: [],
  baseModel: null,
  status: "current",
  listedBy: "openrouter-models",
  ...overrides,
});
