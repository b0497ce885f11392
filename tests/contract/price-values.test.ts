import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { useSmallCatalogue } from "../small-catalogue/small-site.ts";
import { filesOf, jsonOf } from "./public-files.ts";

/** Prices of the past in the small catalogue, each with its days. */
let remove: () => void;
beforeAll(() => {
  ({ remove } = useSmallCatalogue());
});
afterAll(() => remove());

const route = "api/v1/prices/[month].json";

test("a month's prices have the days they stood, and what they became above a length or in hours", async () => {
  expect(await jsonOf(route, "/api/v1/prices/2026-07.json")).toMatchObject({
    ...{ month: "2026-07", through: "2026-07-31", complete: true },
    prices: [
      { offerId: "acme/nova@openrouter", firstDay: "2026-07-01", lastDay: "2026-07-14", prices: { input: "3.6", output: "18" } },
      { offerId: "acme/nova@openrouter", firstDay: "2026-07-15", lastDay: "2026-07-31", seenOn: "2026-07-15", list: false },
      {
        ...{ offerId: "zeta/open@cloudy", firstDay: "2026-07-01", lastDay: "2026-07-31", seenOn: "2026-06-02" },
        ...{ evidence: "transcribed", source: "list-prices", prices: { input: "7", output: "35", cacheRead: "0.7" } },
        conditions: [
          { promptTokensAbove: 200_000, prices: { input: "13" } },
          { utc: ["22:00", "23:30"], days: ["mon", "tue"], prices: { output: "17" } },
        ],
      },
      { offerId: "zeta/open@openrouter", prices: { input: "0.41" } },
      { offerId: "zeta/open@openrouter;host=quick", prices: { output: "0.8" } },
    ],
  });
});

test("the running month ends with the day of the data", async () => {
  expect(await jsonOf(route, "/api/v1/prices/2026-08.json")).toMatchObject({ through: "2026-08-22", complete: false });
});

const shapes = "api/compat/[name].json";

test("LiteLLM's shape has dollars for one token, tiers and batch in keys of their own", async () => {
  expect(await jsonOf(shapes, "/api/compat/litellm.json")).toMatchObject({
    "acme_chat/nova-2026": {
      ...{ litellm_provider: "acme_chat", mode: "chat", max_input_tokens: 850_000, max_output_tokens: 60_000 },
      ...{ input_cost_per_token: 3e-6, output_cost_per_token: 1.5e-5, cache_read_input_token_cost: 3e-7 },
      ...{ cache_creation_input_token_cost: 3.75e-6, cache_creation_input_token_cost_above_1hr: 6e-6 },
      ...{ input_cost_per_token_above_200k_tokens: 6e-6, output_cost_per_token_above_200k_tokens: 2.25e-5 },
      ...{ input_cost_per_token_batches: 1.45e-6, output_cost_per_token_batches: 7.4e-6 },
      search_context_cost_per_query: { search_context_size_low: 0.01, search_context_size_high: 0.01 },
      source: "https://acme.example/pricing",
      metadata: { observed_at: "2026-08-20", confirmed: true, evidence: "transcribed", model: "acme/nova" },
    },
  });
});

test("the shapes of models.dev, llm-prices and genai-prices have dollars for a million", async () => {
  expect(await jsonOf(shapes, "/api/compat/models.dev.json")).toMatchObject({
    acme: {
      models: {
        "nova-2026": {
          limit: { context: 900_000, input: 850_000, output: 60_000 },
          cost: {
            ...{ input: 3, output: 15, cache_read: 0.3, cache_write: 3.75 },
            tiers: [{ input: 6, output: 22.5, tier: { type: "context", size: 200_000 } }],
          },
        },
      },
    },
  });
  expect(await jsonOf(shapes, "/api/compat/llm-prices.json")).toMatchObject({
    updated_at: "2026-08-22",
    prices: expect.arrayContaining([
      expect.objectContaining({ id: "nova-2026", vendor: "acme", input: 3, output: 15, input_cached: 0.3, confirmed: true }),
      expect.objectContaining({ id: "nova-2026-over-200k", input: 6, output: 22.5 }),
    ]),
  });
  expect(await jsonOf(shapes, "/api/compat/genai-prices.json")).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({
        id: "acme-ai",
        models: expect.arrayContaining([
          expect.objectContaining({
            ...{ id: "nova-2026", observed_at: "2026-08-20", confirmed: true },
            prices: [
              {
                prices: expect.objectContaining({
                  input_mtok: { base: 3, tiers: [{ start: 200_000, price: 6 }] },
                  output_mtok: { base: 15, tiers: [{ start: 200_000, price: 22.5 }] },
                  ...{ cache_write_1h_mtok: 6, output_reasoning_mtok: 16 },
                }),
              },
              expect.objectContaining({
                constraint: { type: "time_of_date", start_time: "22:00:00Z", end_time: "23:30:00Z" },
                prices: expect.objectContaining({ output_mtok: { base: 13, tiers: [{ start: 200_000, price: 22.5 }] } }),
              }),
            ],
          }),
        ]),
      }),
    ]),
  );
});

test("Langfuse's shape has dollars for one token and tries long prompts before the default", async () => {
  const definitions = await jsonOf(shapes, "/api/compat/langfuse.json");
  expect(definitions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        modelName: "nova-2026",
        matchPattern: "(?i)^(acme/)?(nova-2026|nova)$",
        pricingTiers: [
          expect.objectContaining({
            ...{ isDefault: true, priority: 0, conditions: [] },
            prices: expect.objectContaining({
              ...{ input: 3e-6, output: 1.5e-5, output_reasoning_tokens: 1.6e-5, input_cache_read: 3e-7 },
              ...{ input_cache_creation_5m: 3.75e-6, input_cache_creation_1h: 6e-6 },
            }),
          }),
          expect.objectContaining({ priority: 1, conditions: [expect.objectContaining({ operator: "gt", value: 200_000 })] }),
        ],
      }),
    ]),
  );
});

const HistoryRows = z.array(
  z.looseObject({
    day: z.string(),
    offerId: z.string(),
    meter: z.string(),
    old: z.number().nullable(),
    new: z.number().nullable(),
  }),
);

test("the history as a table has the old price before the new one, as history.json has", async () => {
  const history = (await filesOf("api/v1/[table].parquet")).find(({ address }) => address.endsWith("/history.parquet"));
  const lines = HistoryRows.parse(JSON.parse(history?.text ?? "[]"))
    .filter(({ offerId, meter }) => offerId === "acme/nova@openrouter" && meter === "input")
    .map(({ day, old, new: now }) => [day.slice(0, 10), old?.toFixed(2) ?? null, now?.toFixed(2) ?? null]);
  expect(lines).toEqual([
    ["2026-06-02", null, "3.60"],
    ["2026-07-15", "3.60", "3.30"],
  ]);
});
