import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredReading } from "../../scripts/night/merge/reading-row.ts";
import type { Curated } from "../../scripts/night/pipeline/curated.ts";
import type { Store } from "../../scripts/night/pipeline/store.ts";
import { GENAI_PRICES_URL } from "../../scripts/night/sources/genai-prices/genai-prices.ts";
import { LITELLM_URL } from "../../scripts/night/sources/litellm/litellm.ts";
import { MODELS_DEV_URL } from "../../scripts/night/sources/models-dev/models-dev.ts";
import { PI_AI_PACKAGE } from "../../scripts/night/sources/pi-ai/pi-ai.ts";
import { PAGES } from "../builders/a-fake-upstream.ts";
import { genaiBody, litellmBody, modelsDevBody, piAiBody } from "./full-catalogues.ts";
import { openrouterBodies } from "./full-openrouter.ts";

export type Json = Readonly<Record<string, unknown>>;

/** What each URL answers: parsed JSON, or text. */
export type Bodies = ReadonlyMap<string, unknown>;

/**
 * Every body a night asks for, written back in the upstreams' own form from what the committed data say of them: the full catalogue without any
 * recording. What our data do not keep of a body (rows left out, odd spellings) is not in it.
 */
export function fullUpstream({ models, readings }: Store, curated: Curated): Bodies {
  const rows = (source: string) => (readings.get(source) ?? []).map(asSaid);
  return new Map<string, unknown>([
    ...openrouterBodies(models, listNow(rows), rows("openrouter-endpoints")),
    [PI_AI_PACKAGE, piAiBody(rows("pi-ai"), curated)],
    [MODELS_DEV_URL, modelsDevBody(rows("models.dev"), models)],
    [LITELLM_URL, litellmBody(rows("litellm"), curated)],
    [GENAI_PRICES_URL, genaiBody(rows("genai-prices"), curated)],
    ...PAGES.map(([source, name]) => [source.url, fixture(`price-pages/${name}.md`)] as const),
  ]);
}

/** OpenRouter's list as it would be today: its own rows, each at the price of a newer copy, and the rows only the copies have. */
function listNow(rows: (source: string) => readonly StoredReading[]): readonly StoredReading[] {
  const openrouterRows = new Map(rows("openrouter-models").map((row) => [row.upstreamId, row]));
  for (const copy of ["models.dev", "pi-ai"].flatMap(rows).filter(({ key }) => key.platform === "openrouter")) {
    const { prices, conditions } = copy;
    const earlierCopy = openrouterRows.get(copy.upstreamId);
    openrouterRows.set(copy.upstreamId, earlierCopy === undefined ? copy : { ...earlierCopy, prices, conditions });
  }
  return [...openrouterRows.values()];
}

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, "../fixtures", name), "utf8");

/** What upstream says of a row: what is held against it, where something is. */
function asSaid(reading: StoredReading): StoredReading {
  const { held } = reading;
  return held === null || Object.keys(held.prices).length === 0
    ? reading
    : { ...reading, prices: held.prices, conditions: held.conditions };
}
