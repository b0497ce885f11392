import type { StoredReading } from "../../scripts/night/merge/reading-row.ts";
import type { Curated } from "../../scripts/night/pipeline/curated.ts";
import type { Store } from "../../scripts/night/pipeline/store.ts";
import { type Condition, isPromptCondition } from "../../src/domain/offer/condition.ts";
import { METERS, type Meter, type Prices } from "../../src/domain/offer/meter.ts";
import type { Json } from "./full-upstream.ts";

const MODELS_DEV_KEYS: Readonly<Partial<Record<Meter, string>>> = {
  input: "input",
  output: "output",
  cacheRead: "cache_read",
  cacheWrite5m: "cache_write",
  reasoning: "reasoning",
  audio: "input_audio",
  audioOutput: "output_audio",
};

/** models.dev's `api.json`, without descriptions. */
export function modelsDevBody(readings: readonly StoredReading[], models: Store["models"]): Json {
  const released = new Map(models.map((model) => [model.id, model]));
  const platforms = Map.groupBy(readings, ({ key }) => key.platform);
  return Object.fromEntries(
    [...platforms].map(([platform, sold]) => {
      const rows = Map.groupBy(sold, ({ upstreamId }) => upstreamId);
      return [
        platform,
        { id: platform, models: Object.fromEntries([...rows].map(([id, cards]) => [id, modelsDevRow(cards, released)])) },
      ];
    }),
  );
}

function modelsDevRow(cards: readonly StoredReading[], models: ReadonlyMap<string, Store["models"][number]>): Json {
  const [base, ...modes] = cards.toSorted((a, b) => modeRank(a) - modeRank(b));
  if (base === undefined) throw new Error("a row of models.dev without a card");
  const facts = models.get(base.model ?? `${base.key.platform}/${base.upstreamId}`);
  return {
    id: base.upstreamId,
    name: base.name,
    ...(base.canonicalId === null ? {} : { canonical_model_id: base.canonicalId }),
    ...(base.note === null ? {} : { status: "deprecated" }),
    release_date: facts?.releasedOn ?? null,
    limit: { context: base.contextTokens, output: base.maxOutputTokens },
    cost: costOf(base, MODELS_DEV_KEYS),
    experimental: {
      modes: Object.fromEntries(
        modes.map((mode) => [
          mode.key.variant ?? mode.key.tier,
          { cost: costOf(mode, MODELS_DEV_KEYS), provider: providerOf(mode) },
        ]),
      ),
    },
  };
}

/** The base card first: the standard tier, without a mode's own name. */
const modeRank = ({ key }: StoredReading): number =>
  Number(key.tier === "priority" || key.tier === "flex" || key.tier === "fast") + Number(key.variant !== null);

const providerOf = ({ key }: StoredReading): Json =>
  key.tier === "priority" || key.tier === "flex" ? { body: { service_tier: key.tier } } : { body: {} };

function costOf({ prices, conditions, key }: StoredReading, keys: Readonly<Partial<Record<Meter, string>>>): Json {
  const tiers = conditions.flatMap((condition) =>
    "promptTokensAbove" in condition
      ? [{ tier: { type: "context", size: condition.promptTokensAbove }, ...perMTok(condition.prices, keys) }]
      : [],
  );
  const unknown = key.tier === "free" ? {} : { input: 0, output: 0 };
  return { ...unknown, ...perMTok(prices, keys), ...(tiers.length === 0 ? {} : { tiers }) };
}

const perMTok = (prices: Prices, keys: Readonly<Partial<Record<Meter, string>>>): Json => amounts(prices, keys, 1e6);

function amounts(prices: Prices, keys: Readonly<Partial<Record<Meter, string>>>, divisor: number): Json {
  return Object.fromEntries(
    METERS.flatMap((meter) => {
      const [key, micro] = [keys[meter], prices[meter]];
      return key === undefined || micro === undefined ? [] : [[key, micro / divisor]];
    }),
  );
}

const PI_AI_KEYS: Readonly<Partial<Record<Meter, string>>> = {
  input: "input",
  output: "output",
  cacheRead: "cacheRead",
  cacheWrite5m: "cacheWrite",
};

/** The catalogue of the npm package pi-ai. */
export function piAiBody(readings: readonly StoredReading[], { platformAliases }: Curated): Json {
  const names = namesAt("pi-ai", platformAliases);
  const platforms = Map.groupBy(readings, ({ key }) => names.get(key.platform) ?? key.platform);
  const files = [...platforms].map(([name, rows]) => [
    name,
    { "openai-completions": Object.fromEntries(rows.map((row) => [`chat:${row.upstreamId}`, piAiRow(row)])) },
  ]);
  const generatedAt = readings[0]?.source.readAt ?? "2026-11-20T00:00:00Z";
  return { package: "@earendil-works/pi-ai", version: "1.6.0", generatedAt, files: Object.fromEntries(files) };
}

function piAiRow({ upstreamId, name, prices, conditions, contextTokens, maxOutputTokens }: StoredReading): Json {
  const tiers = conditions
    .filter(isPromptCondition)
    .map(({ promptTokensAbove, prices: card }) => ({ inputTokensAbove: promptTokensAbove, ...perMTok(card, PI_AI_KEYS) }));
  const cost = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0, ...perMTok(prices, PI_AI_KEYS) };
  return {
    type: "chat",
    id: upstreamId,
    name,
    input: ["text"],
    cost: tiers.length === 0 ? cost : { ...cost, tiers },
    contextWindow: contextTokens,
    maxTokens: maxOutputTokens,
  };
}

const LITELLM_KEYS: Readonly<Partial<Record<Meter, string>>> = {
  input: "input_cost_per_token",
  output: "output_cost_per_token",
  cacheRead: "cache_read_input_token_cost",
  cacheWrite5m: "cache_creation_input_token_cost",
  cacheWrite1h: "cache_creation_input_token_cost_above_1hr",
  reasoning: "output_cost_per_reasoning_token",
  image: "input_cost_per_image_token",
  imageOutput: "output_cost_per_image_token",
  audio: "input_cost_per_audio_token",
  audioOutput: "output_cost_per_audio_token",
  audioCacheRead: "cache_read_input_audio_token_cost",
};
const LITELLM_SUFFIXES: Readonly<Record<string, string>> = { batch: "_batches", flex: "_flex", priority: "_priority" };

/** LiteLLM's price map. */
export function litellmBody(readings: readonly StoredReading[], { platformAliases }: Curated): Json {
  const provider = namesAt("litellm", platformAliases);
  const rows = Map.groupBy(readings, ({ key, upstreamId }) => `${key.platform} ${key.region ?? ""} ${upstreamId}`);
  return Object.fromEntries(
    [...rows.values()].flatMap((cards) => {
      const [{ key, upstreamId } = { key: null, upstreamId: "" }] = cards;
      const name = provider.get(key?.platform ?? "");
      return name === undefined ? [] : [[litellmKey(name, key?.region ?? null, upstreamId), litellmRow(name, cards)]];
    }),
  );
}

/** A geo prefix is part of the id, any other region a part of the path. */
function litellmKey(provider: string, region: string | null, upstreamId: string): string {
  const path = region === null || upstreamId.startsWith(`${region}.`) ? [] : [region];
  return [provider.replace(/^bedrock.*/, "bedrock").replace(/\/.*/, ""), ...path, upstreamId].join("/");
}

function litellmRow(provider: string, cards: readonly StoredReading[]): Json {
  const [base] = cards;
  return {
    litellm_provider: provider.replace(/\/.*/, ""),
    mode: provider.includes("/") ? provider.split("/")[1] : "chat",
    max_input_tokens: base?.contextTokens ?? null,
    max_output_tokens: base?.maxOutputTokens ?? null,
    ...Object.assign({}, ...cards.map(litellmCard)),
  };
}

function litellmCard({ key, prices, conditions }: StoredReading): Json {
  const suffix = LITELLM_SUFFIXES[key.tier] ?? "";
  const named = (extra: string) =>
    Object.fromEntries(Object.entries(LITELLM_KEYS).map(([meter, name]) => [meter, `${name}${extra}${suffix}`]));
  return Object.assign({}, amounts(prices, named(""), 1e12), ...conditions.map((each) => litellmTier(each, named)));
}

function litellmTier(condition: Condition, named: (extra: string) => Readonly<Record<string, string>>): Json {
  if (!("promptTokensAbove" in condition)) return {};
  return amounts(condition.prices, named(`_above_${condition.promptTokensAbove / 1_000}k_tokens`), 1e12);
}

/** Our platform → what a source calls it. */
const namesAt = (at: string, aliases: Curated["platformAliases"]): ReadonlyMap<string, string> =>
  new Map(
    aliases.filter(({ source, region }) => source === at && region === undefined).map(({ name, platform }) => [platform, name]),
  );

const GENAI_KEYS: Readonly<Partial<Record<Meter, string>>> = {
  input: "input_mtok",
  output: "output_mtok",
  cacheRead: "cache_read_mtok",
  cacheWrite5m: "cache_write_mtok",
  cacheWrite1h: "cache_write_1h_mtok",
  reasoning: "output_reasoning_mtok",
  image: "input_image_mtok",
  imageOutput: "output_image_mtok",
  audio: "input_audio_mtok",
  audioOutput: "output_audio_mtok",
  audioCacheRead: "cache_audio_read_mtok",
};

/** genai-prices' list of providers. Windows and dated cards are not written back. */
export function genaiBody(readings: readonly StoredReading[], { platformAliases }: Curated): readonly Json[] {
  const provider = namesAt("genai-prices", platformAliases);
  const platforms = Map.groupBy(readings, ({ key, upstreamId }) =>
    key.platform === "google-vertex" && upstreamId.startsWith("claude") ? "google" : (provider.get(key.platform) ?? key.platform),
  );
  return [...platforms].map(([id, rows]) => ({
    id: id.replace(/\/.*/, ""),
    models: rows.map((row) => ({ id: row.upstreamId, name: row.name, prices: genaiCard(row) })),
  }));
}

function genaiCard({ prices, conditions }: StoredReading): Json {
  const tiered = METERS.flatMap((meter) => {
    const [key, base, tiers] = [GENAI_KEYS[meter], prices[meter], genaiTiers(meter, conditions)];
    return key === undefined || base === undefined || tiers.length === 0 ? [] : [[key, { base: base / 1e6, tiers }]];
  });
  return { ...amounts(prices, GENAI_KEYS, 1e6), ...Object.fromEntries(tiered) };
}

const genaiTiers = (meter: Meter, conditions: readonly Condition[]): readonly Json[] =>
  conditions.filter(isPromptCondition).flatMap(({ promptTokensAbove: start, prices }) => {
    const price = prices[meter];
    return price === undefined ? [] : [{ start, price: price / 1e6 }];
  });
