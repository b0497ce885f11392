import { z } from "zod";
import { isPromptCondition, type WindowCondition } from "../../domain/offer/condition.ts";
import type { Prices } from "../../domain/offer/meter.ts";
import type { PlatformAlias } from "../../domain/platform/platform-alias.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { type CompatRow, type PromptCard, promptCards, thousandOf, witnessOf } from "./compat-row.ts";

const Usd = z.number().nonnegative();

/** One row of LiteLLM's map, as https://docs.litellm.ai/docs/proxy/model_cost_map describes it: US dollars for one token. */
const Entry = z.looseObject({
  litellm_provider: z.string().describe("LiteLLM’s own name of the provider"),
  mode: z.literal("chat"),
  max_tokens: z.int().optional(),
  max_input_tokens: z.int().optional(),
  max_output_tokens: z.int().optional(),
  input_cost_per_token: Usd,
  output_cost_per_token: Usd,
  supports_function_calling: z.boolean().optional(),
  supports_vision: z.boolean().optional(),
  supports_reasoning: z.boolean().optional(),
  supports_prompt_caching: z.boolean().optional(),
  supports_response_schema: z.boolean().optional(),
  deprecation_date: z.iso.date().optional(),
  search_context_cost_per_query: z
    .strictObject({ search_context_size_low: Usd, search_context_size_medium: Usd, search_context_size_high: Usd })
    .optional(),
  input_cost_per_request: Usd.optional().describe("Where the seller prices no search apart"),
  off_peak_pricing: z
    .looseObject({
      windows: z.array(z.strictObject({ hours_utc: z.array(z.string()), weekdays: z.array(z.string()).optional() })),
    })
    .optional()
    .describe("Rates inside the hours named, which may be the dearer ones"),
  source: z.string().describe("Where the price was read"),
  metadata: z.strictObject({
    observed_at: z.iso.date(),
    confirmed: z.boolean(),
    evidence: z.string(),
    model: z.string().describe("Our id of the model"),
    assumed: z
      .array(z.string())
      .describe("Keys nobody states: LiteLLM would bill them at nothing, so they bill as our calculator does"),
  }),
});

/** `/api/compat/litellm.json`: `model_prices_and_context_window.json` */
export const LitellmJson = z.record(z.string(), Entry);
type LitellmJson = z.input<typeof LitellmJson>;
type Entry = LitellmJson[string];

/** Where LiteLLM has several names for a platform, the one its chat calls go by. */
const CHAT_NAMES: ReadonlyMap<string, string> = new Map([
  ["amazon-bedrock", "bedrock_converse"],
  ["azure", "azure"],
  ["cohere", "cohere_chat"],
  ["google-vertex", "vertex_ai-language-models"],
  ["inception", "inception"],
  ["openai", "openai"],
]);

/** Providers whose ids are in the map without their name before them. */
const BARE: ReadonlySet<string> = new Set(["anthropic", "bedrock_converse", "cohere_chat", "openai"]);

/** What LiteLLM calls each platform it knows. */
export function litellmNames(aliases: readonly PlatformAlias[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { source, name, platform } of aliases) {
    if (source === "litellm" && !name.includes("/") && !names.has(platform))
      names.set(platform, CHAT_NAMES.get(platform) ?? name);
  }
  return names.has("openrouter") ? names : new Map([...names, ["openrouter", "openrouter"]]);
}

/** The rows of platforms that LiteLLM knows, by LiteLLM's keys: `openrouter/anthropic/claude-opus-4.8`, `gpt-5.4`, `azure/gpt-5.4`. */
export function litellmJson(rows: readonly CompatRow[], names: ReadonlyMap<string, string>): LitellmJson {
  return Object.fromEntries(
    rows.flatMap((row): readonly [string, Entry][] => {
      const provider = names.get(row.platform);
      if (provider === undefined) return [];
      const key = BARE.has(provider) ? row.upstreamId : `${provider.replace(/-.*/, "")}/${row.upstreamId}`;
      return [[key, entryOf(row, provider)]];
    }),
  );
}

function entryOf({ base, model, tiers }: CompatRow, provider: string): Entry {
  const cards = promptCards(base);
  const { input, output, ...others } = ratesOf(base, provider, "");
  const { source, observed_at, confirmed } = witnessOf(base);
  const maxInput = base.maxInputTokens ?? base.contextTokens ?? model.contextTokens;
  const maxOutput = base.maxOutputTokens ?? model.maxOutputTokens;
  return {
    litellm_provider: provider,
    mode: "chat",
    ...(maxOutput === null ? {} : { max_tokens: maxOutput, max_output_tokens: maxOutput }),
    ...(maxInput === null ? {} : { max_input_tokens: maxInput }),
    input_cost_per_token: input,
    output_cost_per_token: output,
    ...others,
    ...discounts(tiers, provider),
    ...offPeak(base),
    ...searches(base),
    ...abilities(model, base.prices),
    ...(base.retiresOn === null ? {} : { deprecation_date: base.retiresOn }),
    source,
    metadata: {
      observed_at,
      confirmed,
      evidence: base.evidence,
      model: model.id,
      assumed: [...cards.flatMap((card) => assumedOf(card, provider)), ...assumedRequest(base)],
    },
  };
}

interface Rates extends Record<string, number> {
  readonly input: number;
  readonly output: number;
}

/** Every rate of an offer by LiteLLM's keys; input and output of the base card apart. */
function ratesOf(offer: AssessedOffer, provider: string, suffix: string): Rates {
  const rates = promptCards(offer).map((card) => ratesOfCard(card, `${above(card, provider)}${suffix}`));
  const {
    [`input_cost_per_token${suffix}`]: input = 0,
    [`output_cost_per_token${suffix}`]: output = 0,
    ...others
  } = Object.assign({}, ...rates);
  return { input, output, ...others };
}

/** xAI's tiers begin at the threshold, all others above it; LiteLLM knows which. */
function above({ above: tokens }: PromptCard, provider: string): string {
  if (tokens === null) return "";
  const threshold = provider === "xai" ? tokens + 1 : tokens;
  return `_above_${threshold % 1_000 === 0 ? `${threshold / 1_000}k` : threshold}_tokens`;
}

const OTHER_METERS = [
  ["reasoning", "output_cost_per_reasoning_token"],
  ["image", "input_cost_per_image_token"],
  ["imageOutput", "output_cost_per_image_token"],
  ["audio", "input_cost_per_audio_token"],
  ["audioOutput", "output_cost_per_audio_token"],
  ["audioCacheRead", "cache_read_input_audio_token_cost"],
] as const;

function ratesOfCard({ prices, billed }: PromptCard, suffix: string): Record<string, number> {
  const named = [
    ["input_cost_per_token", prices.input],
    ["output_cost_per_token", prices.output],
    ["cache_read_input_token_cost", billed.cacheRead],
    ["cache_creation_input_token_cost", billed.cacheWrite5m],
    ["cache_creation_input_token_cost_above_1hr", billed.cacheWrite1h],
    ...OTHER_METERS.map(([meter, key]) => [key, prices[meter]] as const),
  ] as const;
  return Object.fromEntries(named.flatMap(([key, micro]) => (micro === undefined ? [] : [[`${key}${suffix}`, perToken(micro)]])));
}

/** 2_500_000 → 0.0000025. Both sides are whole numbers below 2^53: the quotient prints as what was meant. */
const perToken = (micro: number): number => micro / 1e12;

function assumedOf(card: PromptCard, provider: string): readonly string[] {
  const keys = [
    ["cacheRead", "cache_read_input_token_cost"],
    ["cacheWrite5m", "cache_creation_input_token_cost"],
    ["cacheWrite1h", "cache_creation_input_token_cost_above_1hr"],
  ] as const;
  return keys.flatMap(([meter, key]) => (card.billed.assumed[meter] === null ? [] : [`${key}${above(card, provider)}`]));
}

/** The price of a request is that of a search at others. */
const assumedRequest = ({ unitPrices: { request } }: AssessedOffer): readonly string[] =>
  request?.per.endsWith("as at others") === true ? ["input_cost_per_request"] : [];

/** Batch, flex and priority: only what their own cards say. */
function discounts(tiers: CompatRow["tiers"], provider: string): Record<string, number> {
  const suffixes = [
    ["batch", "_batches"],
    ["flex", "_flex"],
    ["priority", "_priority"],
  ] as const;
  const rates = suffixes.flatMap(([tier, suffix]) => {
    const offer = tiers.get(tier);
    return offer === undefined ? [] : [tierRates(offer, provider, suffix)];
  });
  return Object.assign({}, ...rates);
}

function tierRates(offer: AssessedOffer, provider: string, suffix: string): Record<string, number> {
  const { input, output, ...others } = ratesOf(offer, provider, suffix);
  const assumed = new Set(promptCards(offer).flatMap((card) => assumedOf(card, provider).map((key) => `${key}${suffix}`)));
  const stated = Object.entries(others).filter(([key]) => !assumed.has(key));
  return { [`input_cost_per_token${suffix}`]: input, [`output_cost_per_token${suffix}`]: output, ...Object.fromEntries(stated) };
}

/** Windows, where all have one card: the shape holds one set of rates. */
function offPeak({ conditions, model, prices }: AssessedOffer): Pick<Entry, "off_peak_pricing"> | Record<string, never> {
  const windows = conditions.filter((each): each is WindowCondition => !isPromptCondition(each));
  const [first] = windows;
  if (first === undefined || windows.some((each) => JSON.stringify(each.prices) !== JSON.stringify(first.prices))) return {};
  const [card] = promptCards({ model, conditions: [], prices: { ...prices, ...first.prices } });
  const { cache_creation_input_token_cost_above_1hr: _, ...rates } = card === undefined ? {} : ratesOfCard(card, "");
  return {
    off_peak_pricing: {
      windows: windows.map(({ utc, days }) => ({ hours_utc: [utc.join("-")], ...(days === null ? {} : { weekdays: days }) })),
      ...rates,
    },
  };
}

/** A search that the seller prices; else a price of the request, which may be that of the search at others. */
function searches({
  unitPrices,
}: AssessedOffer): Partial<Pick<Entry, "search_context_cost_per_query" | "input_cost_per_request">> {
  const request = thousandOf(unitPrices, "request");
  const search = unitPrices["webSearch"]?.per === "1000 searches" ? thousandOf(unitPrices, "webSearch") : null;
  if (search === null) return request === null ? {} : { input_cost_per_request: request / 1_000 };
  const usd = search / 1_000;
  return {
    search_context_cost_per_query: {
      search_context_size_low: usd,
      search_context_size_medium: usd,
      search_context_size_high: usd,
    },
  };
}

function abilities(
  { tools, reasoning, structuredOutput, inputModalities }: CompatRow["model"],
  { cacheRead }: Prices,
): Partial<Entry> {
  return {
    ...(tools === true ? { supports_function_calling: true } : {}),
    ...(inputModalities.includes("image") ? { supports_vision: true } : {}),
    ...(reasoning === true ? { supports_reasoning: true } : {}),
    ...(structuredOutput === true ? { supports_response_schema: true } : {}),
    ...(cacheRead === undefined ? {} : { supports_prompt_caching: true }),
  };
}
