import { z } from "zod";
import { isPromptCondition } from "../../domain/offer/condition.ts";
import type { Prices } from "../../domain/offer/meter.ts";
import type { Platform } from "../../domain/platform/platform.ts";
import type { SellerAccess } from "../json/seller-json.ts";
import type { CompatRow } from "./compat-row.ts";

const Usd = z.number().nonnegative();
const DayOrMonth = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);
const Modality = z.enum(["text", "audio", "image", "video", "pdf"]);

const card = {
  input: Usd,
  output: Usd,
  reasoning: Usd.optional(),
  cache_read: Usd.optional(),
  cache_write: Usd.optional(),
  input_audio: Usd.optional(),
  output_audio: Usd.optional(),
};

/** models.dev’s published schema (the README of anomalyco/models.dev): US dollars per million tokens. Strict there, so nothing may be added. */
const ModelsDevModel = z.strictObject({
  id: z.string(),
  name: z.string().min(1),
  attachment: z.boolean(),
  reasoning: z.boolean(),
  tool_call: z.boolean(),
  structured_output: z.boolean().optional(),
  knowledge: DayOrMonth.optional(),
  release_date: DayOrMonth,
  last_updated: DayOrMonth.describe("The day the price was read"),
  modalities: z.strictObject({ input: z.array(Modality), output: z.array(Modality) }),
  open_weights: z.boolean(),
  cost: z.strictObject({
    ...card,
    tiers: z
      .array(z.strictObject({ ...card, tier: z.strictObject({ type: z.literal("context"), size: z.int().positive() }) }))
      .optional(),
  }),
  limit: z.strictObject({ context: z.int().nonnegative(), output: z.int().nonnegative() }),
});

const Provider = z.strictObject({
  id: z.string(),
  env: z.array(z.string()).min(1),
  npm: z.string().min(1),
  api: z.string().optional(),
  name: z.string().min(1),
  doc: z.string().min(1),
  models: z.record(z.string(), ModelsDevModel),
});

/** `/api/compat/models.dev.json`: `api.json` */
export const ModelsDevJson = z.record(z.string(), Provider);
type ModelsDevJson = z.input<typeof ModelsDevJson>;

/** What is known of a platform beside its prices. */
export interface ProviderFacts extends SellerAccess {
  readonly platform: Platform;
  /** Its documentation, else its prices, its home, its API. */
  readonly doc: string;
}

/**
 * Every platform with the models it sells, in the shape of `api.json`. The shape asks for a release day and a context length: a model without is
 * left out. Batch prices and time windows have no place there either.
 */
export function modelsDevJson(rows: readonly CompatRow[], factsOf: (platform: string) => ProviderFacts | null): ModelsDevJson {
  const byPlatform = Map.groupBy(rows, ({ platform }) => platform);
  return Object.fromEntries(
    [...byPlatform].flatMap(([id, rowsOfPlatform]) => {
      const facts = factsOf(id);
      const models = Object.fromEntries(rowsOfPlatform.flatMap(modelEntry));
      return facts === null || Object.keys(models).length === 0 ? [] : [[id, providerOf(facts, models)]];
    }),
  );
}

/** Its keys are named as models.dev names them where nobody wrote the platform's own down. */
function providerOf(
  { platform, api, keyEnv, doc }: ProviderFacts,
  models: Record<string, z.input<typeof ModelsDevModel>>,
): ModelsDevJson[string] {
  const isOpenai = api !== undefined && (api.dialect === "openai" || api.dialect === "openrouter");
  return {
    id: platform.id,
    env: [keyEnv ?? `${platform.id.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_")}_API_KEY`],
    npm: isOpenai ? "@ai-sdk/openai-compatible" : (PACKAGES.get(api?.dialect) ?? "@ai-sdk/gateway"),
    ...(isOpenai ? { api: api.baseUrl } : {}),
    name: platform.name,
    doc,
    models,
  };
}

const PACKAGES: ReadonlyMap<string | undefined, string> = new Map([
  ["anthropic", "@ai-sdk/anthropic"],
  ["gemini", "@ai-sdk/google"],
  ["bedrock", "@ai-sdk/amazon-bedrock"],
]);

function modelEntry({ upstreamId, model, base }: CompatRow): readonly [string, z.input<typeof ModelsDevModel>][] {
  const context = base.contextTokens ?? model.contextTokens;
  if (model.releasedOn === null || context === null) return [];
  const input = modalities(model.inputModalities);
  const entry = {
    id: upstreamId,
    name: model.name,
    attachment: input.some((each) => each !== "text"),
    reasoning: model.reasoning ?? false,
    tool_call: model.tools ?? false,
    ...(model.structuredOutput === null ? {} : { structured_output: model.structuredOutput }),
    ...(model.knowledgeCutoff !== null && DayOrMonth.safeParse(model.knowledgeCutoff).success
      ? { knowledge: model.knowledgeCutoff }
      : {}),
    release_date: model.releasedOn,
    last_updated: base.restsOn.readAt.slice(0, 10),
    modalities: { input, output: modalities(model.outputModalities) },
    open_weights: model.openWeights ?? false,
    cost: costOf(base, model.reasoning === true ? "withReasoning" : "withoutReasoning"),
    limit: { context, ...inputLimit(base), output: base.maxOutputTokens ?? model.maxOutputTokens ?? 0 },
  };
  return [[upstreamId, entry]];
}

/** The longest prompt, where that is less than the context. */
const inputLimit = ({ maxInputTokens }: CompatRow["base"]) => (maxInputTokens === undefined ? {} : { input: maxInputTokens });

const WORDS: ReadonlyMap<string, z.output<typeof Modality>> = new Map([
  ...Modality.options.map((word) => [word, word] as const),
  ["file", "pdf"],
]);
const modalities = (names: readonly string[]) => names.flatMap((name) => WORDS.get(name) ?? []);

/** models.dev states a price of reasoning only of a model that reasons. */
type ReasoningPrice = "withReasoning" | "withoutReasoning";

function costOf({ prices, conditions }: CompatRow["base"], reasoning: ReasoningPrice) {
  const tiers = conditions.filter(isPromptCondition).map((tier) => ({
    ...cardOf({ ...prices, ...tier.prices }, reasoning),
    tier: { type: "context" as const, size: tier.promptTokensAbove },
  }));
  return { ...cardOf(prices, reasoning), ...(tiers.length === 0 ? {} : { tiers }) };
}

function cardOf(prices: Prices, reasoning: ReasoningPrice) {
  const optional = [
    ["reasoning", reasoning === "withReasoning" ? prices.reasoning : undefined],
    ["cache_read", prices.cacheRead],
    ["cache_write", prices.cacheWrite5m],
    ["input_audio", prices.audio],
    ["output_audio", prices.audioOutput],
  ] as const;
  const others = optional.flatMap(([key, micro]) => (micro === undefined ? [] : [[key, micro / 1e6] as const]));
  return { input: (prices.input ?? 0) / 1e6, output: (prices.output ?? 0) / 1e6, ...Object.fromEntries(others) };
}
