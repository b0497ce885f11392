import { describe, expect, test } from "vitest";
import { z } from "zod";
import { jsonFilesOf, readJson } from "../../data/rows.ts";
import { CATALOGUE_IDS } from "../source/sources.ts";
import { Mirror, mirrorOf } from "./mirror.ts";
import { Platform, Platforms } from "./platform.ts";

const mirrors = readJson("data/curated/mirrors.json", z.array(Mirror));
const platforms = [
  ...readJson("data/curated/platforms.json", Platforms),
  ...jsonFilesOf("data/curated/platforms").map((path) => readJson(path, Platform)),
];

describe("the curated mirrors", () => {
  test("are 26 platforms copied by models.dev and two by pi-ai", () => {
    const counts = CATALOGUE_IDS.map((id) => [id, mirrors.filter(({ source }) => source === id).length]);
    expect(Object.fromEntries(counts)).toEqual({ "pi-ai": 2, "models.dev": 26, litellm: 0, "genai-prices": 0 });
  });

  test("hold no maker's own platform", () => {
    const makersOwn = platforms.filter(({ kind, listMakers }) => kind === "direct" || listMakers.length > 0).map(({ id }) => id);
    expect(makersOwn.length).toBeGreaterThan(30);
    expect(mirrors.filter(({ platform }) => makersOwn.includes(platform))).toEqual([]);
  });

  test.each(["huggingface", "requesty", "pioneer"])("do not hold %s, which is copied once and then kept by hand", (id) => {
    expect(mirrors.map(({ platform }) => platform)).not.toContain(id);
  });

  test("say where another currency was converted, and leave it open where nobody knows", () => {
    const odd = mirrors.filter(({ currency }) => currency !== "USD");
    expect(odd.map(({ platform, currency, conversion }) => [platform, currency, conversion?.rate])).toEqual([
      ["cortecs", "EUR", "1.114"],
      ["ovhcloud", null, undefined],
    ]);
  });
});

describe("a catalogue's price rests on", () => {
  const copied = (source: Parameters<typeof mirrorOf>[1], platform: string, model = "acme/nano") => {
    const mirror = mirrorOf(mirrors, source, { platform, model });
    return mirror === null ? null : mirror.source;
  };

  test.each([
    ["models.dev", "kilo", "models.dev", "its own copy"],
    ["pi-ai", "vercel", "pi-ai", "its own copy before that of the catalogue it is made from"],
    ["pi-ai", "fireworks-ai", "models.dev", "the copy of the catalogue it is made from"],
    ["pi-ai", "huggingface", null, "nobody's"],
    ["litellm", "openrouter", null, "nobody's: LiteLLM is made from neither"],
    ["openrouter-models", "openrouter", null, "none: it is the platform's own word"],
  ] as const)("%s at %s: %s (%s)", (source, platform, expected, _) => {
    expect(copied(source, platform)).toBe(expected);
  });

  test("none where the program leaves the maker out", () => {
    expect(copied("models.dev", "deepinfra", "qwen/qwen3-8b")).toBe("models.dev");
    expect(copied("models.dev", "deepinfra", "google/gemini-2.5-pro")).toBeNull();
  });
});

const plain = {
  platform: "hostly",
  source: "models.dev",
  api: "https://api.example.com/models",
  meters: ["input", "output"],
  tiers: "copied",
  zeroMeans: "free",
  currency: "USD",
  sourceUrl: "https://example.com/sync.ts",
  checkedOn: "2026-11-28",
};

test.each([
  [{}, true],
  [{ meters: ["input"] }, false],
  [{ currency: "EUR" }, false],
  [{ currency: "EUR", conversion: { rate: "1.1", since: "2026-07-30" } }, true],
  [{ conversion: { rate: "1.1", since: "2026-07-30" } }, false],
  [{ evidence: "mirror" }, false],
])("a mirror with %j is one: %s", (change, expected) => {
  expect(Mirror.safeParse({ ...plain, ...change }).success).toBe(expected);
});
