import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { variantWords } from "../../../src/domain/model/variant-words.ts";
import type { Prices } from "../../../src/domain/offer/meter.ts";
import type { PlatformAlias } from "../../../src/domain/platform/platform-alias.ts";
import type { StoredReading } from "../../night/merge/reading-row.ts";
import { readCurated } from "../../night/pipeline/curated.ts";
import { readStore } from "../../night/pipeline/store.ts";
import { LITELLM_URL } from "../../night/sources/litellm/litellm.ts";
import { MODELS_DEV_URL } from "../../night/sources/models-dev/models-dev.ts";
import { MODELS_URL } from "../../night/sources/openrouter/openrouter-list.ts";

export interface SyntheticNight {
  /** Today's readings, so many times, under other ids (`gpt-5.6`, `gpt-5.6-copy2`, …). */
  readonly copies: number;
  readonly readAt: string;
  /** Every so many rows one is a tenth more expensive; 0 = none. */
  readonly movedEvery: number;
}

type Json = Record<string, unknown>;

/** One reading of one copy. */
interface Row {
  readonly reading: StoredReading;
  readonly suffix: string;
  /** What it costs tonight, against its reading: 1 or 1.1. */
  readonly factor: number;
}

/** A night's recordings in upstream's own forms, made from what the sources said last, in the same mix of platforms, hosts and tiers. */
export function writeSyntheticUpstream(data: string, folder: string, night: SyntheticNight): void {
  const { readings } = readStore(join(data, "generated"));
  const { platformAliases } = readCurated(join(data, "curated"));
  const rowsOf = (source: string) => copied(readings.get(source) ?? [], night);
  const hosts = Map.groupBy(rowsOf("openrouter-endpoints"), ({ reading, suffix }) => withSuffix(reading.upstreamId, suffix));
  mkdirSync(folder, { recursive: true });
  const bodies: readonly (readonly [url: string, content: unknown])[] = [
    [MODELS_URL, { data: rowsOf("openrouter-models").map(listRow) }],
    [MODELS_DEV_URL, modelsDevBody(rowsOf("models.dev"))],
    [LITELLM_URL, litellmBody(rowsOf("litellm"), platformAliases)],
    ...[...hosts].map(([id, rows]) => [`${MODELS_URL}/${id}/endpoints`, hostsBody(id, rows)] as const),
  ];
  for (const [place, [, content]] of bodies.entries()) writeFileSync(join(folder, `${place}.json`), JSON.stringify(content));
  const index = Object.fromEntries(bodies.map(([url], place) => [`${place}.json`, { url, readAt: night.readAt }]));
  writeFileSync(join(folder, "recorded.json"), JSON.stringify(index));
}

function copied(readings: readonly StoredReading[], { copies, movedEvery }: SyntheticNight): readonly Row[] {
  const suffixes = Array.from({ length: copies }, (_, copy) => (copy === 0 ? "" : `-copy${copy + 1}`));
  return suffixes.flatMap((suffix) =>
    readings.map((reading, place) => ({ reading, suffix, factor: movedEvery > 0 && place % movedEvery === 0 ? 1.1 : 1 })),
  );
}

/** `openai/gpt-5.6:batch` → `openai/gpt-5.6-copy2:batch`: what says how it is sold stays at the end. */
function withSuffix(id: string, suffix: string): string {
  const { bareId } = variantWords(id);
  return suffix === "" ? id : id.replace(bareId, `${bareId}${suffix}`);
}

const dollarsPerToken = ({ factor }: Row, micro = 0): string => (Math.round(micro * factor) / 1e12).toFixed(12);

function tokenPricing(row: Row): Json {
  const { input, output, cacheRead, cacheWrite5m } = row.reading.prices;
  const named = { prompt: input, completion: output, input_cache_read: cacheRead, input_cache_write: cacheWrite5m };
  const known = Object.entries(named).filter(
    ([name, micro]) => micro !== undefined || name === "prompt" || name === "completion",
  );
  return Object.fromEntries(known.map(([name, micro]) => [name, dollarsPerToken(row, micro)]));
}

const about = { created: 1782864000, architecture: { input_modalities: ["text"], output_modalities: ["text"] } };

function listRow(row: Row): Json {
  const { upstreamId, name, canonicalSlug, contextTokens } = row.reading;
  const id = withSuffix(upstreamId, row.suffix);
  const slug = canonicalSlug === null ? null : `${canonicalSlug}${row.suffix}`;
  return {
    id,
    name: `${name}${row.suffix}`,
    canonical_slug: slug,
    context_length: contextTokens,
    ...about,
    pricing: tokenPricing(row),
  };
}

function hostsBody(id: string, rows: readonly Row[]): Json {
  const endpoints = rows.map((row) => {
    const { key, name, contextTokens } = row.reading;
    const tag = [key.host, key.region, key.variant].filter((part) => part !== null).join("/");
    const quantization = key.quantization ?? "unknown";
    return { name, provider_name: key.host, tag, quantization, context_length: contextTokens, pricing: tokenPricing(row) };
  });
  return { data: { id, name: id, ...about, endpoints } };
}

function modelsDevBody(rows: readonly Row[]): Json {
  const providers = Map.groupBy(rows, ({ reading }) => reading.key.platform);
  const models = (modelRows: readonly Row[]) =>
    Object.fromEntries(
      modelRows.map((row) => {
        const { upstreamId, name, contextTokens } = row.reading;
        const id = withSuffix(upstreamId, row.suffix);
        return [id, { id, name, limit: { context: contextTokens ?? 0, output: 0 }, cost: dollars(row) }];
      }),
    );
  return Object.fromEntries([...providers].map(([id, providerRows]) => [id, { id, name: id, models: models(providerRows) }]));
}

/** models.dev's form: numbers, dollars per million tokens. */
function dollars({ reading, factor }: Row): Json {
  const usd = (meter: keyof Prices) => {
    const micro = reading.prices[meter];
    return micro === undefined ? undefined : Math.round(micro * factor) / 1e6;
  };
  return { input: usd("input"), output: usd("output"), cache_read: usd("cacheRead"), cache_write: usd("cacheWrite5m") };
}

/** LiteLLM's form: one flat map, numbers, dollars per token, the provider before the id. */
function litellmBody(rows: readonly Row[], aliases: readonly PlatformAlias[]): Json {
  const names = new Map(aliases.filter(({ source }) => source === "litellm").map(({ name, platform }) => [platform, name]));
  return Object.fromEntries(
    rows.map((row) => {
      const { key, upstreamId, prices } = row.reading;
      const provider = names.get(key.platform) ?? key.platform;
      const cost = {
        input_cost_per_token: Number(dollarsPerToken(row, prices.input)),
        output_cost_per_token: Number(dollarsPerToken(row, prices.output)),
      };
      return [`${provider}/${withSuffix(upstreamId, row.suffix)}`, { litellm_provider: provider, mode: "chat", ...cost }];
    }),
  );
}
