import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LITELLM_URL } from "../../scripts/sources/litellm.ts";
import { MODELS_DEV_URL } from "../../scripts/sources/models-dev.ts";
import { aModelRow, anEndpoint, hostsBody, modelsBody } from "../fixtures/openrouter-rows.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";

/** One night: when it was read, and what every model costs on input, dollars a token. */
interface HostileNight {
  readonly readAt: string;
  readonly prompt: string;
}

/** A night's recordings in which everything that upstream may choose freely is hostile: names, makers, hosts, tags, ids, keys. */
export function writeHostileRecordings(folder: string, { readAt, prompt }: HostileNight): void {
  mkdirSync(folder, { recursive: true });
  const ids = HOSTILE_TEXTS.map((_, index) => `acme/model-${index}`);
  const [first = ""] = ids;
  const bodies = [
    modelsBody([
      ...HOSTILE_TEXTS.map((text, index) => modelRow(text, index, prompt)),
      ...HOSTILE_TEXTS.map((text) => aModelRow({ id: `acme/${text}` })),
    ]),
    hostsBody(first, HOSTILE_TEXTS.map(endpoint)),
    { url: MODELS_DEV_URL, readAt, content: modelsDevBody() },
    { url: LITELLM_URL, readAt, content: litellmBody() },
  ];
  for (const [index, { content }] of bodies.entries()) writeFileSync(join(folder, `${index}.json`), JSON.stringify(content));
  const index = Object.fromEntries(bodies.map(({ url }, place) => [`${place}.json`, { url, readAt }]));
  writeFileSync(join(folder, "recorded.json"), JSON.stringify(index));
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
  const known = Object.fromEntries(HOSTILE_TEXTS.map((text) => [text, row(text, text)]));
  return {
    ...Object.fromEntries(platforms),
    deepinfra: platform("deepinfra", { ...known, "acme/model-2": row("acme/model-2", "Model 2") }),
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
