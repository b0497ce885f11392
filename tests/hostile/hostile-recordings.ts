import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { LITELLM_URL } from "../../scripts/night/sources/litellm/litellm.ts";
import { MODELS_DEV_URL } from "../../scripts/night/sources/models-dev/models-dev.ts";
import { aModelRow, anEndpoint, hostsBody, modelsBody } from "../fixtures/openrouter-rows.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";

/** One night: when it was read, and what every model costs on input, dollars a token. */
interface HostileNight {
  readonly readAt: string;
  readonly prompt: string;
  /** Whether upstream is broken too: see `breakRecordings`. */
  readonly isBroken?: boolean;
}

/** What the broken night shows for some models; null = nothing. */
const BROKEN_PRICES: Readonly<Record<string, string | null>> = {
  "acme/model-0": "0.000015",
  "acme/model-1": "0",
  "acme/model-4": "-0.000001",
  "acme/model-5": "NaN",
  "acme/model-6": null,
  "acme/model-7": "1",
};

/** Ids that are ids and, as they stand, no names of files: a folder like a page, a page like another's twin or feed, names Windows keeps. */
export const ODD_IDS = ["acme/x", "acme/x.html", "acme/x.md", "acme/x.xml", "acme/x..", "con/aux", "nul/con.1"];

/** A night's recordings in which everything that upstream may choose freely is hostile: names, makers, hosts, tags, ids, keys. */
export function writeHostileRecordings(folder: string, { readAt, prompt, isBroken = false }: HostileNight): void {
  mkdirSync(folder, { recursive: true });
  const ids = HOSTILE_TEXTS.map((_, index) => `acme/model-${index}`);
  const [first = ""] = ids;
  const bodies = [
    modelsBody([
      ...HOSTILE_TEXTS.map((text, index) => modelRow(text, index, prompt)),
      ...HOSTILE_TEXTS.map((text) => aModelRow({ id: `acme/${text}` })),
      ...ODD_IDS.map((id) => aModelRow({ id })),
    ]),
    hostsBody(first, HOSTILE_TEXTS.map(endpoint)),
    { url: MODELS_DEV_URL, readAt, content: modelsDevBody() },
    { url: LITELLM_URL, readAt, content: litellmBody() },
  ];
  for (const [index, { content }] of bodies.entries()) writeFileSync(join(folder, `${index}.json`), JSON.stringify(content));
  const index = Object.fromEntries(bodies.map(({ url }, place) => [`${place}.json`, { url, readAt }]));
  writeFileSync(join(folder, "recorded.json"), JSON.stringify(index));
  if (isBroken) breakRecordings(folder);
}

/** One model ten times as expensive, others at zero, below zero, no number, nothing and $1,000,000; models.dev cut short, LiteLLM empty. */
function breakRecordings(folder: string): void {
  const list = join(folder, "0.json");
  const { data } = z.object({ data: z.array(z.looseObject({ id: z.string() })) }).parse(JSON.parse(readFileSync(list, "utf8")));
  const rows = data.map((row) => {
    const prompt = BROKEN_PRICES[row.id];
    return prompt === undefined ? row : { ...row, pricing: { prompt, completion: prompt } };
  });
  writeFileSync(list, JSON.stringify({ data: rows, total_count: rows.length, links: { next: null } }));
  const second = join(folder, "2.json");
  writeFileSync(second, readFileSync(second, "utf8").slice(0, -100));
  writeFileSync(join(folder, "3.json"), "{}");
}

const modelRow = (text: string, index: number, prompt: string) =>
  aModelRow({
    id: `acme/model-${index}`,
    name: `${text}: ${text}`,
    canonical_slug: text,
    hugging_face_id: text,
    knowledge_cutoff: text,
    architecture: { input_modalities: ["text", text], output_modalities: ["text", text] },
    // A key nobody knows is named on the page: it may cost money.
    pricing: { prompt, completion: "0.000002", [text]: "0.5" },
  });

const endpoint = (text: string) =>
  anEndpoint({
    name: text,
    provider_name: text,
    tag: `${text}/${text}`,
    quantization: text,
    pricing: { prompt: "0.000003", completion: "0.000004" },
  });

/** Each text as a platform, and as an id and a name on a platform we know. */
function modelsDevBody() {
  const row = (id: string, text: string) => ({
    id,
    name: text,
    cost: { input: 1, output: 2 },
    limit: { context: 1000, output: 1000 },
  });
  const platforms = HOSTILE_TEXTS.map((text, index) => [
    text,
    platform(text, { "model-1": row("model-1", text), [text]: row(text, `${index}`) }),
  ]);
  const hostileRows = Object.fromEntries(HOSTILE_TEXTS.map((text) => [text, row(text, text)]));
  return {
    ...Object.fromEntries(platforms),
    deepinfra: platform("deepinfra", { ...hostileRows, "acme/model-2": row("acme/model-2", "Model 2") }),
  };
}

const platform = (id: string, models: Record<string, unknown>) => ({ id, name: id, models });

const litellmBody = () =>
  Object.fromEntries(
    HOSTILE_TEXTS.flatMap((text) => [
      [text, litellmRow("openai")],
      [`${text}/acme/model-3`, litellmRow(text)],
    ]),
  );

const litellmRow = (provider: string) => ({
  litellm_provider: provider,
  mode: "chat",
  input_cost_per_token: 1e-6,
  output_cost_per_token: 2e-6,
});
