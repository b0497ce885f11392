import type { StoredReading } from "../../scripts/night/merge/reading-row.ts";
import { hostsUrl } from "../../scripts/night/sources/openrouter/openrouter-hosts.ts";
import { BY_USE_URL, MODELS_URL } from "../../scripts/night/sources/openrouter/openrouter-list.ts";
import type { Model } from "../../src/domain/model/model.ts";
import type { Condition } from "../../src/domain/offer/condition.ts";
import { METERS, type Meter, type Prices } from "../../src/domain/offer/meter.ts";
import type { Bodies, Json } from "./full-upstream.ts";

const KEY_OF_METER: Readonly<Partial<Record<Meter, string>>> = {
  input: "prompt",
  output: "completion",
  cacheRead: "input_cache_read",
  cacheWrite5m: "input_cache_write",
  cacheWrite1h: "input_cache_write_1h",
  reasoning: "internal_reasoning",
  image: "image",
  imageOutput: "image_output",
  audio: "audio",
  audioOutput: "audio_output",
  audioCacheRead: "input_audio_cache",
};

/** OpenRouter's two lists and a host list of every listed id, from what our own data say of them. */
export function openrouterBodies(
  models: readonly Model[],
  list: readonly StoredReading[],
  hosts: readonly StoredReading[],
): Bodies {
  const modelById = new Map(models.map((model) => [model.id, model]));
  const rows = list.flatMap((reading) => listRow(reading, modelById.get(reading.model ?? "")) ?? []);
  const aliases = models.flatMap(({ aliases: names, id }) => names.map((name) => aliasRow(name, id, rows)));
  const byUse = rows.toSorted((a, b) => rank(modelById, a) - rank(modelById, b));
  const endpoints = Map.groupBy(hosts, ({ upstreamId }) => upstreamId);
  return new Map<string, Json>([
    [MODELS_URL, listBody([...rows, ...aliases])],
    [BY_USE_URL, listBody(byUse)],
    ...list.map(({ upstreamId, model }) => {
      const body = hostsBody(endpoints.get(upstreamId) ?? [], modelById.get(model ?? ""));
      return [hostsUrl(upstreamId), body] as const;
    }),
  ]);
}

type Row = Json & { readonly id: string };

const listBody = (rows: readonly Json[]): Json => ({ data: rows, total_count: rows.length, links: { next: null } });

const rank = (modelById: ReadonlyMap<string, Model>, { id }: Row): number => modelById.get(id.toLowerCase())?.usageRank ?? 1e6;

function listRow(reading: StoredReading, model: Model | undefined): Row | null {
  if (model === undefined) return null;
  return {
    ...about(model),
    id: reading.upstreamId,
    pricing: pricingOf(reading),
    canonical_slug: reading.canonicalSlug,
    hugging_face_id: reading.huggingFaceId,
    context_length: reading.contextTokens,
    top_provider: { max_completion_tokens: reading.maxOutputTokens },
    supported_parameters: parametersOf(model),
    knowledge_cutoff: model.knowledgeCutoff,
    expiration_date: reading.retiresOn,
  };
}

const aliasRow = (name: string, target: string, rows: readonly Row[]): Json => ({
  ...rows.find(({ id }) => id === target),
  id: name,
  pricing: {},
  alias_target: { slug: target },
});

function hostsBody(endpoints: readonly StoredReading[], model: Model | undefined): Json {
  return { data: { ...(model === undefined ? {} : about(model)), endpoints: endpoints.map((each) => endpointOf(each, model)) } };
}

function endpointOf(reading: StoredReading, model: Model | undefined): Json {
  const { host, region, quantization, tier, variant } = reading.key;
  const ownVariant = reading.upstreamId.split(":")[1];
  const words = [host, region, tier === "standard" || tier === "free" ? null : tier, variant === ownVariant ? null : variant];
  return {
    tag: words.filter((word) => word !== null).join("/"),
    quantization: quantization ?? "unknown",
    pricing: pricingOf(reading),
    context_length: reading.contextTokens,
    max_completion_tokens: reading.maxOutputTokens,
    supported_parameters: model === undefined ? [] : parametersOf(model),
  };
}

const about = ({ id, name, makerName, releasedOn, inputModalities, outputModalities }: Model): Json => ({
  id,
  name: `${makerName}: ${name}`,
  created: releasedOn === null ? null : Date.parse(releasedOn) / 1000,
  architecture: { input_modalities: inputModalities, output_modalities: outputModalities },
});

function parametersOf({ tools, reasoning, structuredOutput }: Model): readonly string[] {
  if (tools === null && reasoning === null && structuredOutput === null) return [];
  return [
    "temperature",
    ...(tools === true ? ["tools"] : []),
    ...(reasoning === true ? ["reasoning"] : []),
    ...(structuredOutput === true ? ["structured_outputs"] : []),
  ];
}

function pricingOf({ prices, unitPrices, conditions, discountBps, key }: StoredReading): Json {
  const perSearch =
    unitPrices["webSearch"] === undefined ? {} : { web_search: String(Number(unitPrices["webSearch"].amount) / 1_000) };
  const perRequest = unitPrices["request"] === undefined ? {} : { request: unitPrices["request"].amount };
  const perImage = unitPrices["image"] === undefined ? {} : { image: unitPrices["image"].amount };
  return {
    ...(key.tier === "free" ? {} : { prompt: "0", completion: "0" }),
    ...tokenPrices(prices),
    ...perSearch,
    ...perRequest,
    ...perImage,
    ...(discountBps === null ? {} : { discount: discountBps / 10_000 }),
    ...(conditions.length === 0 ? {} : { overrides: conditions.map(overrideOf) }),
  };
}

const tokenPrices = (prices: Prices): Json =>
  Object.fromEntries(
    METERS.flatMap((meter) => {
      const [key, micro] = [KEY_OF_METER[meter], prices[meter]];
      return key === undefined || micro === undefined ? [] : [[key, `${micro}e-12`]];
    }),
  );

function overrideOf(condition: Condition): Json {
  if ("promptTokensAbove" in condition)
    return { min_prompt_tokens: condition.promptTokensAbove, ...tokenPrices(condition.prices) };
  const clock = (text: string) => Number(text.replace(":", ""));
  const days = condition.days === null ? {} : { utc_days: condition.days };
  return { utc_start: clock(condition.utc[0]), utc_end: clock(condition.utc[1]), ...days, ...tokenPrices(condition.prices) };
}
