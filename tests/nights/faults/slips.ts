import { z } from "zod";
import { GENAI_PRICES_URL } from "../../../scripts/night/sources/genai-prices/genai-prices.ts";
import { LITELLM_URL } from "../../../scripts/night/sources/litellm/litellm.ts";
import { MODELS_DEV_URL } from "../../../scripts/night/sources/models-dev/models-dev.ts";
import { BY_USE_URL, MODELS_URL } from "../../../scripts/night/sources/openrouter/openrouter-list.ts";
import { PI_AI_PACKAGE } from "../../../scripts/night/sources/pi-ai/pi-ai.ts";
import type { Bodies, Json } from "../full-upstream.ts";

/** Ways to bend a whole upstream: every price of a source or of some of its platforms by a factor, rows under other ids, rows left out. */

export type Bend = (body: unknown) => unknown;

/** The bodies with those at some URLs bent. */
export const bent = (good: Bodies, at: string | RegExp, bend: Bend): Bodies =>
  new Map([...good].map(([url, body]) => [url, (typeof at === "string" ? url === at : at.test(url)) ? bend(body) : body]));

/** Sources by the name the scenarios give them; `at`: platforms as the source names them, null = all. */
export type Slipped = "openrouter-models" | "openrouter-endpoints" | "models.dev" | "litellm" | "genai-prices" | "pi-ai";

/** Every price of a source, at these platforms, times a factor. */
export function slipped(good: Bodies, source: Slipped, factor: number, at: readonly string[] | null = null): Bodies {
  const isAt = (platform: string) => at === null || at.includes(platform);
  switch (source) {
    case "openrouter-models":
      return [MODELS_URL, BY_USE_URL].reduce((bodies, url) => bent(bodies, url, (body) => scaled(body, factor, "pricing")), good);
    case "openrouter-endpoints":
      return bent(good, /\/endpoints$/, (body) => scaled(body, factor, "pricing"));
    case "models.dev":
      return bent(good, MODELS_DEV_URL, (body) =>
        eachOf(body, (row, platform) => (isAt(platform) ? scaled(row, factor, "cost") : row)),
      );
    case "pi-ai":
      return bent(good, PI_AI_PACKAGE, (body) => scaled(body, factor, "cost"));
    case "litellm":
      return bent(good, LITELLM_URL, (body) =>
        eachOf(body, (row) => (isAt(String(record(row)["litellm_provider"])) ? scaledCosts(row, factor) : row)),
      );
    case "genai-prices":
      return bent(good, GENAI_PRICES_URL, (body) => scaled(body, factor, "prices"));
    default:
      return source satisfies never;
  }
}

const record = (value: unknown): Json => z.record(z.string(), z.unknown()).parse(value);

/** Every entry of a table. */
export const eachOf = (body: unknown, bend: (row: unknown, name: string) => unknown): Json =>
  Object.fromEntries(Object.entries(record(body)).map(([name, row]) => [name, bend(row, name)]));

/** Numbers that are no money. */
export const NO_MONEY: ReadonlySet<string> = new Set([
  "size",
  "start",
  "inputTokensAbove",
  "min_prompt_tokens",
  "utc_start",
  "utc_end",
  "utc_days",
  "discount",
  "type",
]);

/** Every amount below the tables of that name. */
function scaled(value: unknown, factor: number, table: string): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => scaled(each, factor, table));
  if (typeof value !== "object" || value === null) return value;
  return eachOf(value, (each, name) => (name === table ? times(each, factor) : scaled(each, factor, table)));
}

function times(value: unknown, factor: number): unknown {
  if (typeof value === "number") return value * factor;
  if (typeof value === "string" && value !== "" && Number.isFinite(Number(value))) return String(Number(value) * factor);
  if (Array.isArray(value)) return value.map((each: unknown) => times(each, factor));
  if (typeof value !== "object" || value === null) return value;
  return eachOf(value, (each, name) => (NO_MONEY.has(name) ? each : times(each, factor)));
}

const scaledCosts = (row: unknown, factor: number): Json =>
  eachOf(row, (value, name) => (name.includes("cost") && typeof value === "number" ? value * factor : value));

/** The list of OpenRouter with its rows bent or left out, in both orders. */
export const listed = (good: Bodies, bend: (rows: readonly Json[]) => readonly Json[]): Bodies =>
  [MODELS_URL, BY_USE_URL].reduce(
    (bodies, url) =>
      bent(bodies, url, (body) => ({
        ...record(body),
        data: bend(z.array(z.record(z.string(), z.unknown())).parse(record(body)["data"])),
      })),
    good,
  );

/** A row of OpenRouter's list with the beginning of its id spelled otherwise; null = another model's row. */
export function respelled(row: Json, from: string, to: string): Json | null {
  const id = String(row["id"]);
  return id.startsWith(from) ? { ...row, id: id.replace(from, to) } : null;
}

/** OpenRouter with the ids that begin so spelled otherwise, in its lists and in the addresses of their hosts. */
export function spelled(good: Bodies, from: string, to: string): Bodies {
  const lists = listed(good, (rows) => rows.map((row) => respelled(row, from, to) ?? row));
  return new Map([...lists].map(([url, body]) => [url.replace(`/${from}`, `/${to}`), body]));
}

/** Rows of models.dev at one platform, by id, bent all together. */
export const sold = (good: Bodies, platform: string, bend: (rows: Json) => Json): Bodies =>
  bent(good, MODELS_DEV_URL, (body) =>
    eachOf(body, (entry, id) => (id === platform ? { ...record(entry), models: bend(record(record(entry)["models"])) } : entry)),
  );
