import { z } from "zod";
import { GenaiJson } from "./compat/genai-prices-json.ts";
import { LangfuseJson } from "./compat/langfuse-json.ts";
import { LitellmJson } from "./compat/litellm-json.ts";
import { LlmPricesHistoryJson, LlmPricesJson } from "./compat/llm-prices-json.ts";
import { ModelsDevJson } from "./compat/models-dev-json.ts";
import { MonthPricesJson } from "./json/month-prices-json.ts";
import {
  ChangeJson,
  ClaimJson,
  HistoryJson,
  IndexJson,
  MovedJson,
  PlatformJson,
  RankingJson,
  SnapshotJson,
} from "./json/schema/file-schema.ts";
import { ModelJson, ModelRowJson } from "./json/schema/offer-schema.ts";

/** A published JSON file, or all that one route makes. */
interface ApiFile {
  /** Its address; a part in braces stands for any. */
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  readonly schema: z.ZodType;
}

const api = (path: string, name: string, summary: string, schema: z.ZodType): ApiFile => ({
  path: `/api/${path}.json`,
  name,
  summary,
  schema,
});

/** The same shape twice: confirmed prices, and beside them what one catalogue alone says. */
const withReported = (name: string, title: string, summary: string, schema: z.ZodType): readonly ApiFile[] => [
  api(`compat/${name}`, title, summary, schema),
  api(`compat/${name}-reported`, title, `The same shape with what one catalogue alone says`, schema),
];

const FILES: readonly ApiFile[] = [
  api("v1/index", "Index", "The day of the data, each source with its last good reading, counts", IndexJson),
  api("v1/models", "Models", "Every model with its list price and its cheapest confirmed seller", z.array(ModelRowJson)),
  api(
    "v1/models/{maker}/{slug}",
    "Model",
    "One model: every offer with prices, conditions, evidence and source",
    z.union([ModelJson, MovedJson]),
  ),
  api(
    "v1/history/{maker}/{slug}",
    "History",
    "Every change of a model’s prices that was seen",
    z.union([HistoryJson, MovedJson]),
  ),
  api(
    "v1/prices/{month}",
    "MonthPrices",
    "Every confirmed list price and price at OpenRouter of one of the last 13 months (2026-07), with its days; of any month packed, {month}.json.gz",
    MonthPricesJson,
  ),
  api("v1/platforms", "Platforms", "Every platform with its fees and how its prices can be checked", z.array(PlatformJson)),
  api("v1/changes", "Changes", "Price changes of 90 days", z.array(ChangeJson)),
  api("v1/rankings/{workload}", "Ranking", "Best value for a workload", RankingJson),
  api("v1/rankings/{day}/{workload}", "KeptRanking", "A ranking as it was kept on a day", SnapshotJson),
  api("v1/claims", "Claims", "What articles say about prices, recomputed", z.array(ClaimJson)),
  ...withReported("litellm", "LiteLLM", "In the shape of LiteLLM’s model_prices_and_context_window.json", LitellmJson),
  ...withReported("models.dev", "ModelsDev", "In the shape of models.dev’s api.json", ModelsDevJson),
  ...withReported("genai-prices", "GenaiPrices", "In the shape of genai-prices’ second format", GenaiJson),
  ...withReported("llm-prices", "LlmPrices", "In the shape of llm-prices.com’s current-v1.json", LlmPricesJson),
  ...withReported(
    "llm-prices-historical",
    "LlmPricesHistory",
    "In the shape of llm-prices.com’s historical-v1.json",
    LlmPricesHistoryJson,
  ),
  ...withReported("langfuse", "Langfuse", "In the shape of Langfuse’s model definitions", LangfuseJson),
];

/** What the document says beside the files. */
export interface ApiFacts {
  readonly asOf: string;
  /** The site with scheme and base path, without a slash at its end. */
  readonly server: string;
  /** The page for people. */
  readonly docs: string;
}

/**
 * `/api/v1/openapi.json`: OpenAPI 3.1, its schemas made from those the files are written by. Fields may be added, so a schema says what is there and
 * forbids nothing more.
 */
export function openApi({ asOf, server, docs }: ApiFacts) {
  return {
    openapi: "3.1.1",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Token Parity",
      version: "2",
      summary: "What each language model costs on every platform that sells it, with the source and day of every number",
      description: `Static files, made anew every night, without a key. Data as of ${asOf}. Prices are facts; the licences of the sources stand at ${docs}.`,
      license: { name: "MIT", identifier: "MIT" },
    },
    externalDocs: { url: docs },
    servers: [{ url: server }],
    paths: Object.fromEntries(FILES.map((file) => [file.path, { get: operationOf(file) }])),
    components: { schemas: Object.fromEntries(FILES.map(({ name, schema }) => [name, jsonSchema(schema)])) },
  };
}

function operationOf({ path, name, summary }: ApiFile) {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
    name: parameter,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  return {
    operationId: path
      .replace(/^\/api\/|\.json$/g, "")
      .replaceAll(/[^A-Za-z0-9]+/g, "_")
      .replace(/_$/, ""),
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    responses: {
      "200": { description: summary, content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } } },
    },
  };
}

/** As the file has it: decimal text, not the number we make of it. */
function jsonSchema(schema: z.ZodType): unknown {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema: each }) => open(each),
  });
  return json;
}

/** A format says it better than the pattern beside it. */
function open(schema: { additionalProperties?: unknown; format?: string; pattern?: string }): void {
  if (schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.format === "date" || schema.format === "date-time") delete schema.pattern;
}
