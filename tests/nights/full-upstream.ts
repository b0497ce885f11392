import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredReading } from "../../scripts/night/merge/reading-row.ts";
import type { Curated } from "../../scripts/night/pipeline/curated.ts";
import type { Store } from "../../scripts/night/pipeline/store.ts";
import { GENAI_PRICES_URL } from "../../scripts/night/sources/genai-prices/genai-prices.ts";
import { LITELLM_URL } from "../../scripts/night/sources/litellm/litellm.ts";
import { MODELS_DEV_URL } from "../../scripts/night/sources/models-dev/models-dev.ts";
import { PAGES } from "../builders/a-fake-upstream.ts";
import { genaiBody, litellmBody, modelsDevBody } from "./full-catalogues.ts";
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
    ...openrouterBodies(models, rows("openrouter-models"), rows("openrouter-endpoints")),
    [MODELS_DEV_URL, modelsDevBody(rows("models.dev"), models)],
    [LITELLM_URL, litellmBody(rows("litellm"), curated)],
    [GENAI_PRICES_URL, genaiBody(rows("genai-prices"), curated)],
    ...PAGES.map(([source, name]) => [source.url, fixture(`price-pages/${name}.md`)] as const),
  ]);
}

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, "../fixtures", name), "utf8");

/** What upstream says of a row: what is held against it, where something is. */
function asSaid(reading: StoredReading): StoredReading {
  const { held } = reading;
  return held === null || Object.keys(held.prices).length === 0
    ? reading
    : { ...reading, prices: held.prices, conditions: held.conditions };
}
