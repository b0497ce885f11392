import { describe, expect, test } from "vitest";
import { lineTexts } from "../../../tests/builders/a-history.ts";
import { aModelRow } from "../../../tests/fixtures/openrouter-rows.ts";
import { MODELS_URL } from "../../night/sources/openrouter/openrouter-list.ts";
import { openrouterPast } from "./openrouter-past.ts";

type Row = Readonly<Record<string, unknown>>;

const row = (id: string, prompt: string, completion: string, over: Row = {}): Row => {
  const { pricing = {}, ...rest }: { pricing?: object } = over;
  return aModelRow({ id, canonical_slug: null, ...rest, pricing: { prompt, completion, ...pricing } });
};

/** Every line the days make, as text; `@openrouter` left out. */
function linesOf(days: Readonly<Record<string, readonly Row[]>>): readonly string[] {
  const past = openrouterPast();
  return Object.entries(days).flatMap(([day, rows]) => {
    const changes = past({ day, body: { url: MODELS_URL, readAt: `${day}T12:00:00Z`, content: { data: rows } } });
    return lineTexts(changes).map((text, index) => `${changes[index]?.offerId.replace("@openrouter", "")}: ${text}`);
  });
}

/** The lines after the first day. */
const movesOf = (id: string, days: Readonly<Record<string, Row>>): readonly string[] => {
  const [first = ""] = Object.keys(days);
  const lines = linesOf(Object.fromEntries(Object.entries(days).map(([day, each]) => [day, [each]])));
  return lines.map((line) => line.slice(`${id}: `.length)).filter((line) => !line.startsWith(first));
};

describe("what upstream shows and nobody changed", () => {
  test("oddity 6: zeros that stand for nothing vanish without a line (anthropic/claude-sonnet-4)", () => {
    const id = "anthropic/claude-sonnet-4";
    const before = row(id, "0.000003", "0.000015", {
      pricing: { request: "0", image: "0.0048", web_search: "0", internal_reasoning: "0" },
    });
    expect(
      movesOf(id, { "2025-12-12": before, "2026-03-28": row(id, "0.000003", "0.000015", { pricing: { web_search: "0.01" } }) }),
    ).toEqual([]);
  });

  test("oddity 7: image per image becomes image per token (google/gemini-2.5-flash)", () => {
    const id = "google/gemini-2.5-flash";
    const before = row(id, "0.0000003", "0.0000025", { pricing: { image: "0.001238" } });
    const after = row(id, "0.0000003", "0.0000025", { pricing: { image: "0.0000003" } });
    expect(movesOf(id, { "2026-01-22": before, "2026-01-23": after })).toEqual(["2026-01-23 image – → 0.3 (unitChange)"]);
  });

  test("oddity 8: float noise is rounded away (openai/gpt-5.6-luna)", () => {
    const id = "openai/gpt-5.6-luna";
    expect(
      movesOf(id, {
        "2026-08-02": row(id, "0.0000001", "0.0000006000000000000001"),
        "2026-08-03": row(id, "0.0000001", "0.0000006"),
      }),
    ).toEqual([]);
  });

  test("oddity 17: an alias that is re-pointed is no model, and a router has no price", () => {
    const days = {
      "2026-08-21": [row("~openai/gpt-latest", "0.0000025", "0.000015"), row("openrouter/free", "-1", "-1")],
      "2026-08-22": [row("~openai/gpt-latest", "0.000002", "0.00001"), row("openrouter/free", "0", "0")],
    };
    expect(linesOf(days)).toEqual([]);
  });

  test("oddity 1: the base card is the same at every hour (deepseek/deepseek-v4-flash-vision-exp)", () => {
    const id = "deepseek/deepseek-v4-flash-vision-exp";
    const window = (utc_start: number, utc_end: number, prompt: string, completion: string) => ({
      utc_start,
      utc_end,
      prompt,
      completion,
    });
    const overrides = [
      window(1000, 100, "0.00000022", "0.00000066"),
      window(100, 400, "0.00000044", "0.00000132"),
      window(400, 600, "0.00000022", "0.00000066"),
      window(600, 1000, "0.00000044", "0.00000132"),
    ];
    const days = {
      "2026-08-21": row(id, "0.00000022", "0.00000066", { pricing: { overrides } }),
      "2026-08-22": row(id, "0.00000044", "0.00000132", { pricing: { overrides } }),
      "2026-08-23": row(id, "0.00000044", "0.00000132"),
    };
    expect(movesOf(id, days)).toEqual([
      "2026-08-23 input 0.22 → 0.44 (clock)",
      "2026-08-23 output 0.66 → 1.32 (clock)",
      "2026-08-23 input utc 01:00-04:00 0.44 → – (clock)",
      "2026-08-23 output utc 01:00-04:00 1.32 → – (clock)",
      "2026-08-23 input utc 06:00-10:00 0.44 → – (clock)",
      "2026-08-23 output utc 06:00-10:00 1.32 → – (clock)",
    ]);
  });
});

describe("zeros and dips", () => {
  test("oddity 5: z-ai/glm-5.1 at zero for two days is one transient event, its cache price with it", () => {
    const id = "z-ai/glm-5.1";
    const paid = row(id, "0.00000098", "0.00000308", { pricing: { input_cache_read: "0.000000182" } });
    const zero = row(id, "0", "0", { pricing: { input_cache_read: "0.000000182" } });
    expect(movesOf(id, { "2026-05-19": paid, "2026-05-20": zero, "2026-05-21": zero, "2026-05-22": paid })).toEqual([
      "2026-05-20 cacheRead 0.182 → – (noPrice)",
      "2026-05-20 input 0.98 → – (noPrice)",
      "2026-05-20 output 3.08 → – (noPrice)",
      "2026-05-22 cacheRead – → 0.182 (transient)",
      "2026-05-22 input – → 0.98 (transient)",
      "2026-05-22 output – → 3.08 (transient)",
    ]);
  });

  test("oddity 5: qwen/qwen3-vl-30b-a3b-thinking at zero for 27 days is unknown, then priced again", () => {
    const id = "qwen/qwen3-vl-30b-a3b-thinking";
    const days = {
      "2026-02-12": row(id, "0.0000002", "0.000001"),
      "2026-02-13": row(id, "0", "0"),
      "2026-03-12": row(id, "0.00000013", "0.00000156"),
    };
    expect(movesOf(id, days)).toEqual([
      "2026-02-13 input 0.2 → – (noPrice)",
      "2026-02-13 output 1 → – (noPrice)",
      "2026-03-12 input – → 0.13 (returned)",
      "2026-03-12 output – → 1.56 (returned)",
    ]);
  });

  test("oddity 4: a model at zero from the start has no line until it has a price; a free variant is free", () => {
    const id = "liquid/lfm-40b";
    expect(movesOf(id, { "2024-10-22": row(id, "0", "0"), "2024-10-23": row(id, "0.000001", "0.000002") })).toEqual([
      "2024-10-23 input – → 1",
      "2024-10-23 output – → 2",
    ]);
    expect(linesOf({ "2024-10-22": [row("acme/nova-9:free", "0", "0")] })).toEqual([
      "acme/nova-9;tier=free: 2024-10-22 input – → 0",
      "acme/nova-9;tier=free: 2024-10-22 output – → 0",
    ]);
  });
});

describe("ids", () => {
  test("an id that vanishes and returns is not new (nousresearch/hermes-3-llama-3.1-405b:free)", () => {
    const free = [row("nousresearch/hermes-3-llama-3.1-405b:free", "0", "0")];
    expect(linesOf({ "2026-06-01": free, "2026-06-02": [], "2026-06-09": free }).map((line) => line.split(": ")[1])).toEqual([
      "2026-06-01 input – → 0",
      "2026-06-01 output – → 0",
      "2026-06-02 input 0 → – (vanished)",
      "2026-06-02 output 0 → – (vanished)",
      "2026-06-09 input – → 0 (returned)",
      "2026-06-09 output – → 0 (returned)",
    ]);
  });

  test("oddity 20: deepseek/deepseek-chat was V2.5 and is V3: same id, same price, another model", () => {
    const id = "deepseek/deepseek-chat";
    const older = row(id, "0.00000014", "0.00000028", { name: "DeepSeek V2.5", created: 1715644800 });
    const newer = row(id, "0.00000014", "0.00000028", { name: "DeepSeek V3", created: 1735241320 });
    expect(movesOf(id, { "2024-12-26": older, "2024-12-27": newer })).toEqual([
      "2024-12-27 input 0.14 → 0.14 (repointed)",
      "2024-12-27 output 0.28 → 0.28 (repointed)",
    ]);
  });

  test("an id that changed its case is the same id, and with a later release day another model (cogito-v2-preview-llama-405B)", () => {
    const id = "deepcogito/cogito-v2-preview-llama-405";
    const older = row(`${id}B`, "0.0000035", "0.0000035", { created: 1756831149 });
    const newer = row(`${id}b`, "0.0000035", "0.0000035", { created: 1760709933 });
    expect(movesOf(`${id}b`, { "2025-10-17": older, "2025-10-18": newer })).toEqual([
      "2025-10-18 input 3.5 → 3.5 (repointed)",
      "2025-10-18 output 3.5 → 3.5 (repointed)",
    ]);
  });

  test("a new name alone changes nothing (xAI → SpaceXAI)", () => {
    const id = "x-ai/grok-4.5";
    const days = {
      "2026-07-01": row(id, "0.000003", "0.000015", { name: "xAI: Grok 4.5" }),
      "2026-07-02": row(id, "0.000003", "0.000015", { name: "SpaceXAI: Grok 4.5" }),
    };
    expect(movesOf(id, days)).toEqual([]);
  });

  test("a variant is an offer of its model, and says where it was read: a routed price", () => {
    const past = openrouterPast();
    const body = {
      url: MODELS_URL,
      readAt: "2026-08-22T12:00:00Z",
      content: { data: [row("acme/nova-9:thinking", "0.000001", "0.000002")] },
    };
    expect(past({ day: "2026-08-22", body })[0]).toMatchObject({
      model: "acme/nova-9",
      offerId: "acme/nova-9@openrouter;variant=thinking",
      source: "openrouter-models",
    });
  });
});
