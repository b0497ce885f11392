import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { join } from "node:path";
import { ECB_RATES_URL } from "../../scripts/night/rates/ecb-rates.ts";
import { GENAI_PRICES_URL } from "../../scripts/night/sources/genai-prices/genai-prices.ts";
import { LITELLM_URL } from "../../scripts/night/sources/litellm/litellm.ts";
import { MODELS_DEV_URL } from "../../scripts/night/sources/models-dev/models-dev.ts";
import { BY_USE_URL, MODELS_URL } from "../../scripts/night/sources/openrouter/openrouter-list.ts";
import { PI_AI_PACKAGE } from "../../scripts/night/sources/pi-ai/pi-ai.ts";
import { PLATFORM_SPECS } from "../../scripts/night/sources/platforms/specs/all-specs.ts";
import { anthropicPricingPage } from "../../scripts/night/sources/price-pages/anthropic-pricing-page.ts";
import { fireworksPricingPage } from "../../scripts/night/sources/price-pages/fireworks-pricing-page.ts";
import { groqPricingPage } from "../../scripts/night/sources/price-pages/groq-pricing-page.ts";
import { openaiPricingPage } from "../../scripts/night/sources/price-pages/openai-pricing-page.ts";
import { xaiPricingPage } from "../../scripts/night/sources/price-pages/xai-pricing-page.ts";
import { zaiPricingPage } from "../../scripts/night/sources/price-pages/zai-pricing-page.ts";
import { platformReader } from "../../src/domain/source/platforms/platform-sources.ts";
import { aModelRow, anEndpoint } from "../fixtures/openrouter-rows.ts";
import { fixtureAnswers, readFixture } from "../fixtures/platform-fixture.ts";

type Json = Record<string, unknown>;

/** What a URL answers: a body, or a listener that answers as it likes. */
export type Answer = string | RequestListener;

/** A whole upstream: every URL a night asks for, with what it answers. */
export type Upstream = ReadonlyMap<string, Answer>;

/** The models of the fake OpenRouter: `acme/nova-1` … `acme/nova-12`, each at $1/$2 through one host. */
const NAMES = Array.from({ length: 12 }, (_, index) => `acme/nova-${index + 1}`);
export const NOVA = "acme/nova-1";

/** Where OpenRouter lists who runs a model: `…/models/acme/nova-9/endpoints`. */
export const hostsUrlOf = (id: string): string => `${MODELS_URL}/${id}/endpoints`;

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, "../fixtures", name), "utf8");

/** The rows of the model list, each changed where a test says. */
export const modelRows = (change: (row: Json) => Json = (row) => row): Json[] =>
  NAMES.map((id) => change(aModelRow({ id, name: `Acme: ${id.slice(5)}`, canonical_slug: `${id}-20260701` })));

/** The body that OpenRouter answers with these rows as its list of models. */
export const modelList = (rows: readonly unknown[]): string =>
  JSON.stringify({ data: rows, total_count: rows.length, links: { next: null } });

/** The body that OpenRouter answers for the hosts of a model; one host unless said. */
export const hostList = (id: string, endpoints: readonly unknown[] = [anEndpoint()]): string =>
  JSON.stringify({
    data: {
      id,
      name: "Acme",
      created: 1782864000,
      architecture: { input_modalities: ["text"], output_modalities: ["text"] },
      endpoints,
    },
  });

export const PAGES = [
  [openaiPricingPage, "openai"],
  [anthropicPricingPage, "anthropic"],
  [xaiPricingPage, "xai"],
  [zaiPricingPage, "zai"],
  [groqPricingPage, "groq"],
  [fireworksPricingPage, "fireworks"],
] as const;

/** How a mirror is asked for the package: `URL/npm/@scope/name`. */
export const CATALOGUE_URL = PI_AI_PACKAGE.replace("npm:", "https://npm/");

/** A quiet night: every source answers its hand-written fixture. The map is the caller's own. */
export function aQuietUpstream(): Map<string, Answer> {
  quietAnswers ??= readAnswers();
  return new Map(quietAnswers);
}

/** Read once: it takes as long as two small nights, and nobody writes to the fixtures. */
let quietAnswers: ReadonlyMap<string, Answer> | null = null;

function readAnswers(): ReadonlyMap<string, Answer> {
  return new Map<string, Answer>([
    [MODELS_URL, modelList(modelRows())],
    [BY_USE_URL, modelList(modelRows())],
    ...NAMES.map((id) => [hostsUrlOf(id), hostList(id)] as const),
    [MODELS_DEV_URL, withPlatformRows(fixture("models-dev.json"))],
    [CATALOGUE_URL, fixture("pi-ai/2026-08.json")],
    [LITELLM_URL, fixture("litellm.json")],
    [GENAI_PRICES_URL, fixture("genai-prices.json")],
    [ECB_RATES_URL, fixture("ecb-rates.xml")],
    ...PAGES.map(([source, name]) => [source.url, fixture(`price-pages/${name}.md`)] as const),
    ...platformAnswers(),
    ...leaderboards(),
  ]);
}

/** A catalogue that shows the prices of every platform read by a spec, as a real one would. */
function withPlatformRows(catalogue: string): string {
  const body: Record<string, { readonly models: Json }> = JSON.parse(catalogue);
  for (const { id } of PLATFORM_SPECS) {
    const { platform } = platformReader(id);
    const rows = readFixture(id).readings.filter(({ key }) => key.tier === "standard" && key.region === null);
    const models = rows.map(({ upstreamId, prices: { input = 0, output = 0 } }) => [
      upstreamId,
      { id: upstreamId, name: upstreamId, cost: { input: input / 1e6, output: output / 1e6 } },
    ]);
    const fields = body[platform] ?? { id: platform, models: {} };
    body[platform] = { ...fields, models: { ...Object.fromEntries(models), ...fields.models } };
  }
  return JSON.stringify(body);
}

const platformAnswers = (): readonly (readonly [string, string])[] => PLATFORM_SPECS.flatMap(({ id }) => fixtureAnswers(id));

const lmarenaUrl = (board: string): string =>
  `https://datasets-server.huggingface.co/rows?dataset=lmarena-ai/leaderboard-dataset&config=${board}&split=latest&offset=0&length=100`;

function leaderboards(): readonly (readonly [string, string])[] {
  const row = { model_name: "nova-1", rating: 1400, rating_lower: 1395, rating_upper: 1405, category: "overall" };
  const board = { rows: [{ row: { ...row, leaderboard_publish_date: "2026-08-20" } }], num_rows_total: 1 };
  const livebench = "https://livebench.ai";
  return [
    ...["text_style_control", "webdev", "vision"].map((name) => [lmarenaUrl(name), JSON.stringify(board)] as const),
    ["https://epoch.ai/data/eci_scores.csv", "Model,eci,eci_ci_low,eci_ci_high\nnova-1,150,149,151\n"],
    ["https://raw.githubusercontent.com/LiveBench/new-livebench/HEAD/src/lib/constants.js", "RELEASES = ['2026-06-25']"],
    [`${livebench}/table_2026_06_25.csv`, fixture("quality/livebench-table-new.csv")],
    [`${livebench}/categories_2026_06_25.json`, fixture("quality/livebench-categories.json")],
    [`${livebench}/cost_2026_06_25.csv`, fixture("quality/livebench-cost.csv")],
  ];
}

/** A server on loopback that plays the whole upstream as a mirror. */
export interface FakeUpstream {
  readonly mirror: string;
  /** What it answers from now on. */
  play(upstream: Upstream): void;
  /** URLs asked since `play`, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts the server on a free port of 127.0.0.1. A URL it does not know is 404. */
export async function startFakeUpstream(): Promise<FakeUpstream> {
  let answers: Upstream = new Map();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    // The nights have days of their own: the machine's would tell them that they are wrong.
    response.sendDate = false;
    const url = `https://${(request.url ?? "/").slice(1)}`;
    requests.push(url);
    answerWith(answers.get(url), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    mirror: `http://127.0.0.1:${port}`,
    requests,
    play: (upstream) => {
      answers = upstream;
      requests.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerWith(answer: Answer | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (typeof answer === "function") answer(request, response);
  else if (answer === undefined) response.writeHead(404).end("not here");
  else response.writeHead(200, { "content-type": "application/json" }).end(answer);
}
