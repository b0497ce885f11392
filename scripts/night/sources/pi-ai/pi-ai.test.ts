import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readJson } from "../../../../src/data/rows.ts";
import { ExcludedSeller } from "../../../../src/domain/platform/excluded-seller.ts";
import { PlatformAlias } from "../../../../src/domain/platform/platform-alias.ts";
import { PI_AI_PACKAGE, piAi } from "./pi-ai.ts";

const source = piAi({
  platformAliases: readJson("data/curated/platform-aliases.json", z.array(PlatformAlias)),
  excludedSellers: readJson("data/curated/excluded-sellers.json", z.array(ExcludedSeller)),
  makers: [],
  platforms: [],
});

type Age = "2026-08" | "2026-10" | "2026-11";

const parsed = (age: Age) => {
  const content = readJson(
    `tests/fixtures/pi-ai/${age}.json`,
    z.object({ version: z.string(), generatedAt: z.string() }).loose(),
  );
  const url = `${PI_AI_PACKAGE}@${content.version}`;
  return source.parse([{ url, readAt: `${content.generatedAt.slice(0, 19)}Z`, content }]);
};
const find = (age: Age, platform: string, upstreamId: string) => {
  const reading = parsed(age).readings.find((each) => each.key.platform === platform && each.upstreamId === upstreamId);
  if (reading === undefined) throw new Error(`${age}: no ${upstreamId} at ${platform}`);
  return reading;
};

test("a body is asked for by the package's name, never by a registry's address", async () => {
  const urls: string[] = [];
  const io = {
    getJson: (url: string) => {
      urls.push(url);
      return Promise.resolve(null);
    },
    getText: () => Promise.resolve(null),
    recordedUrls: () => null,
  };
  expect(await source.read(io)).toEqual([]);
  expect(urls).toEqual(["npm:@earendil-works/pi-ai"]);
});

test.each(["2026-08", "2026-10", "2026-11"] as const)(
  "the catalogue of %s gives OpenRouter's price, on the day it was made",
  (age) => {
    const day = { "2026-08": "2026-08-07T05:53:06Z", "2026-10": "2026-10-05T08:25:18Z", "2026-11": "2026-11-20T10:48:49Z" }[age];
    const nova = find(age, "openrouter", "acme/nova-9");
    expect(nova).toMatchObject({
      model: "acme/nova-9",
      key: { host: null, tier: "standard" },
      source: { readAt: day, hand: "second" },
    });
    expect(nova.prices.input).toBe(age === "2026-11" ? 2_000_000 : 600_000);
  },
);

test("the source of a row names the version of the package it was read in", () => {
  expect(find("2026-11", "openrouter", "acme/nova-9").source.url).toMatch(/\/v\/1\.6\.0$/);
});

describe("prices", () => {
  test("a zero is unknown, except of a free variant", () => {
    expect(find("2026-11", "zai", "glm-9-highspeed").prices).toEqual({});
    expect(find("2026-08", "openrouter", "acme/nova-9").prices).toEqual({ input: 600_000, output: 2_000_000 });
    const free = find("2026-08", "openrouter", "acme/nova-9:free");
    expect([free.key.tier, free.model, free.prices]).toEqual(["free", "acme/nova-9", { input: 0, output: 0 }]);
  });

  test("a tier holds above its bound; one that changes nothing is none", () => {
    expect(find("2026-11", "openrouter", "acme/nova-9").conditions).toEqual([
      {
        promptTokensAbove: 272_000,
        prices: { input: 4_000_000, output: 15_000_000, cacheRead: 200_000, cacheWrite5m: 5_000_000 },
      },
    ]);
  });

  test("a key nobody knows is said, not read", () => {
    expect(find("2026-11", "fireworks-ai", "accounts/fireworks/models/nova-9").unreadMeters).toEqual(["surcharge"]);
  });
});

describe("context", () => {
  test.each([
    ["2026-10", "openai", "gpt-9", null],
    ["2026-11", "openrouter", "acme/nova-9", 1_050_000],
    ["2026-11", "fireworks-ai", "accounts/fireworks/models/nova-9", null],
  ] as const)("in %s at %s %s takes %s tokens: the bound of a tier is no window", (age, platform, id, tokens) => {
    expect(find(age, platform, id).contextTokens).toBe(tokens);
  });
});

test.each([
  ["2026-08", "azure", "gpt-9", { tier: "standard", region: null, variant: null }],
  ["2026-11", "amazon-bedrock", "eu.anthropic.claude-nova-9-v1:0", { region: "eu" }],
  // OpenRouter lists it as a model of its own: the price for those who let Meta train on what they send.
  ["2026-11", "meta", "muse-nova-9-contributor", { variant: null }],
  ["2026-10", "openrouter", "acme/nova-9:batch", { tier: "batch" }],
] as const)("%s: at %s %s is sold as %o", (age, platform, id, key) => {
  expect(find(age, platform, id).key).toMatchObject(key);
});

test.each([
  ["2026-08", "openrouter/auto", "router, not a model"],
  ["2026-10", "openrouter/chat:openrouter/auto-code", "router, not a model"],
  ["2026-10", "openrouter/chat:~acme/nova-latest", "alias of another model"],
  ["2026-10", "openrouter/image:acme/paint-2", "image model, not billed by text tokens"],
  ["2026-10", "openai/classifier:gpt-9", "classifier, answers no chat"],
  ["2026-11", "deepseek/chat:deepseek-flash", "price of peak hours only"],
  ["2026-11", "kimi-coding/chat:k9", "subscription plan"],
  ["2026-11", "fireworks/chat:broken", "row has the wrong shape"],
  ["2026-11", "notes/*", "row has the wrong shape"],
] as const)("%s leaves out %s: %s", (age, subject, why) => {
  expect(parsed(age).skipped).toContainEqual({ subject, why });
});

test("its copy of OpenRouter's list makes models, each described by its plain row; other platforms' rows make none", () => {
  expect(parsed("2026-10").models.map(({ id, name, makerName, isOurId }) => ({ id, name, makerName, isOurId }))).toEqual([
    { id: "acme/nova-9", name: "Nova 9", makerName: "Acme", isOurId: true },
  ]);
});

test("a body that is no catalogue throws", () => {
  expect(() => source.parse([{ url: PI_AI_PACKAGE, readAt: "2026-11-20T00:00:00Z", content: [] }])).toThrow(/no catalogue/);
});
