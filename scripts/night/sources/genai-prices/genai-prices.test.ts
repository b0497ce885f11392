import { expect, test } from "vitest";
import fixture from "../../../../tests/fixtures/genai-prices.json" with { type: "json" };
import type { Body, Io } from "../source.ts";
import { GENAI_PRICES_PACKAGE, GENAI_PRICES_URL, genaiPrices } from "./genai-prices.ts";

const why = "because";
const alias = (name: string, platform: string) => ({ source: "genai-prices" as const, name, platform, why });
const source = (asOf: string) =>
  genaiPrices({
    asOf,
    platformAliases: [
      alias("anthropic", "anthropic"),
      alias("aws", "amazon-bedrock"),
      alias("deepseek", "deepseek"),
      alias("google", "google"),
      alias("google/claude", "google-vertex"),
      alias("openrouter", "openrouter"),
      alias("perplexity", "perplexity"),
    ],
    platforms: [],
    excludedSellers: [
      {
        source: "genai-prices",
        name: "zhipuai",
        kind: "figures in an unclear unit",
        why,
        sourceUrl: "https://example.org",
        checkedOn: "2026-08-21",
      },
    ],
    makers: [],
  });
const body = (content: unknown): Body => ({ url: GENAI_PRICES_URL, readAt: "2026-08-21T00:00:00Z", content });

const parsed = source("2026-08-22").parse([body(fixture)]);
const find = (platform: string, upstreamId: string) =>
  parsed.readings.find((reading) => reading.key.platform === platform && reading.upstreamId === upstreamId);
const skipped = Object.fromEntries(parsed.skipped.map((each) => [each.subject, each.why]));

test.each([
  ["2026-08-22", 2_000_000],
  ["2026-08-31", 2_000_000],
  ["2026-09-01", 3_000_000],
])("on %s only the card in force counts", (asOf, input) => {
  const [nova] = source(asOf).parse([body(fixture)]).readings;
  expect(nova).toMatchObject({ upstreamId: "claude-nova-5", prices: { input }, conditions: [] });
});

test("reads the meters of a card and its web searches, with where and when", () => {
  expect(find("anthropic", "claude-nova-5")).toMatchObject({
    prices: { input: 2_000_000, output: 10_000_000, cacheRead: 200_000, cacheWrite5m: 2_500_000, cacheWrite1h: 4_000_000 },
    unitPrices: { webSearch: { amount: "10", per: "1000 searches" } },
    unreadMeters: [],
    source: { id: "genai-prices", url: GENAI_PRICES_URL, readAt: "2026-08-21T00:00:00Z", hand: "second" },
  });
});

test("tiers are cards above each start; a meter without one keeps its base price there", () => {
  expect(find("anthropic", "claude-nova-4")?.conditions).toEqual([
    { promptTokensAbove: 200_000, prices: { input: 6_000_000, output: 22_500_000, cacheRead: 300_000 } },
    { promptTokensAbove: 500_000, prices: { input: 6_000_000, output: 30_000_000, cacheRead: 300_000 } },
  ]);
});

test("a price of some hours is a daily window over the base card", () => {
  expect(find("deepseek", "deepseek-chat")).toMatchObject({
    prices: { input: 135_000, output: 550_000 },
    conditions: [{ utc: ["00:30", "16:30"], days: null, prices: { input: 270_000, output: 1_100_000, cacheRead: 70_000 } }],
  });
});

test("Claude of the provider google is Vertex', the rest the Gemini API's", () => {
  expect(find("google-vertex", "claude-nova-5")?.prices.input).toBe(2_000_000);
  expect(find("google", "claude-nova-5")).toBeUndefined();
  expect(find("google", "gemini-9-flash")).toMatchObject({
    prices: { audio: 1_000_000, audioCacheRead: 100_000 },
    unreadMeters: ["input_video_mtok"],
  });
});

test("Bedrock's global rows name their region; a row for all others is left out", () => {
  expect(find("amazon-bedrock", "global.anthropic.claude-nova-5-v1:0")?.key.region).toBe("global");
  expect(skipped["aws/regional.anthropic.claude-nova-5-v1:0"]).toBe("one row for every region but the global one");
});

test("OpenRouter's ids are ours; zero is a price only where the id says free", () => {
  expect(find("openrouter", "acme/nano")).toMatchObject({
    model: "acme/nano",
    prices: { input: 250_000, output: 1_000_000, cacheWrite5m: 83_333 },
  });
  expect(find("openrouter", "acme/nano:free")).toMatchObject({ key: { tier: "free" }, prices: { input: 0, output: 0 } });
});

test("the highest of several request prices is no price: it is said to be unread", () => {
  expect(find("perplexity", "sonar")).toMatchObject({
    prices: { input: 1_000_000 },
    unitPrices: {},
    unreadMeters: ["requests_kcount"],
  });
});

test.each([
  ["openrouter/nano", "OpenRouter id without its maker"],
  ["openrouter/~acme/nano-latest", "alias or router, not a model"],
  ["openrouter/acme/zero", "bills input only: embedding, rerank, routing"],
  ["aws/acme.embed-v1", "bills input only: embedding, rerank, routing"],
  ["zhipuai/GLM-5", "figures in an unclear unit"],
  ["nowhere/nano", "platform not in the alias table"],
  ["perplexity/*", "row has the wrong shape"],
])("leaves %s out: %s", (subject, reason) => {
  expect(skipped[subject]).toBe(reason);
});

test("it makes no models, and a body that is no list of providers throws", () => {
  expect(parsed.models).toEqual([]);
  expect(() => source("2026-08-22").parse([body({ providers: [] })])).toThrow(GENAI_PRICES_URL);
});

const answers = (own: string | Error | null, published: string | Error | null, night: "live" | "recorded"): Io => {
  const get = async (url: string): Promise<Body> => {
    const answer = url === GENAI_PRICES_PACKAGE ? published : own;
    if (answer === null || answer instanceof Error) throw answer ?? new Error("not recorded");
    return { url, readAt: answer, content: [] };
  };
  return { getJson: get, getText: get, recordedUrls: () => (night === "live" ? null : []) };
};
const [JULY, AUGUST] = ["2026-07-01T00:00:00Z", "2026-08-21T00:00:00Z"];

test.each([
  ["a live night reads the repository's file", AUGUST, JULY, "live", GENAI_PRICES_URL],
  ["a live night asks npm where the repository does not answer", new Error("503"), JULY, "live", GENAI_PRICES_PACKAGE],
  ["the older of two recordings is left", JULY, AUGUST, "recorded", GENAI_PRICES_PACKAGE],
  ["the newer of two recordings counts", AUGUST, JULY, "recorded", GENAI_PRICES_URL],
] as const)("%s", async (_, own, published, night, url) => {
  const bodies = await source("2026-08-22").read(answers(own, published, night));
  expect(bodies.map((each) => each.url)).toEqual([url]);
});

test("a package that is older than what was read before is none", async () => {
  const io = answers(new Error("503"), JULY, "live");
  await expect(source("2026-08-22").read(io, AUGUST)).rejects.toThrow("503");
});

test("where neither answers the repository's own failure is told", async () => {
  const io = answers(new Error("503"), new Error("E404"), "live");
  await expect(source("2026-08-22").read(io)).rejects.toThrow("503");
});
