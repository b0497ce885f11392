import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { jsonFilesOf, readJson } from "../src/data/rows.ts";
import { Maker } from "../src/domain/model/maker.ts";
import { firstDayOf } from "../src/domain/money/fact.ts";
import { Hosts } from "../src/domain/offer/host.ts";
import { feeScheduleOn, PLATFORM_KINDS, Platform, Platforms, sellerOn } from "../src/domain/platform/platform.ts";

const curated = (path: string) => new URL(`../data/curated/${path}`, import.meta.url).pathname;
const files = jsonFilesOf(curated("platforms"));
const described = files.map((path) => readJson(path, Platform));
const rows = readJson(curated("platforms.json"), Platforms);
const platforms = [...described, ...rows];
const byId = new Map(platforms.map((platform) => [platform.id, platform]));
const hosts = readJson(curated("hosts.json"), Hosts);
const makers = readJson(curated("makers.json"), z.array(Maker));

/** The platforms whose fees and rules issue 3 asks for by name. */
const NAMED = {
  direct: ["anthropic", "openai", "google", "xai", "deepseek", "mistral", "moonshotai", "zai", "alibaba", "minimax", "cohere"],
  cloud: ["amazon-bedrock", "google-vertex", "azure"],
  router: ["openrouter", "vercel", "requesty", "cloudflare-ai-gateway", "llmgateway", "helicone", "edenai"],
  byok: ["portkey", "litellm", "flo2"],
  host: ["togetherai", "deepinfra", "groq", "cerebras", "fireworks-ai", "novita-ai", "anyscale"],
  reseller: ["tokenmart"],
} as const;

/** The day of the first recorded reading. */
const AS_OF = "2026-08-22";

test.each(Object.entries(NAMED).flatMap(([kind, ids]) => ids.map((id) => [id, kind] as const)))(
  "%s is described, as %s",
  (id, kind) => {
    expect(described.find((platform) => platform.id === id)?.kind).toBe(kind);
  },
);

test("a file bears the name of its platform, and every platform stands once", () => {
  expect(files.map((path) => basename(path, ".json"))).toEqual(described.map(({ id }) => id));
  expect(byId.size).toBe(platforms.length);
});

test("the rows are sorted by id, one a line", () => {
  const ids = rows.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  expect(hosts.map(({ slug }) => slug)).toEqual(hosts.map(({ slug }) => slug).toSorted());
});

test("every kind has platforms, and at least a hundred are known", () => {
  expect(new Set(platforms.map(({ kind }) => kind))).toEqual(new Set(PLATFORM_KINDS));
  expect(platforms.length).toBeGreaterThanOrEqual(100);
});

describe("every fact", () => {
  const facts = platforms.flatMap((platform) => factsIn(platform).map((fact) => ({ id: platform.id, ...fact })));

  test("has an https address and a day that is not in the future of the collection", () => {
    const odd = facts.filter(({ sourceUrl, date }) => !sourceUrl.startsWith("https://") || firstDayOf(date) > "2026-11-28");
    expect(odd).toEqual([]);
  });

  test("of a text without a date is never of high confidence, unless it is the platform's own help page", () => {
    const odd = facts.filter(
      ({ undated, confidence, sourceUrl, id }) => undated && confidence === "high" && !OWN_PAGES[id]?.test(sourceUrl),
    );
    expect(odd).toEqual([]);
  });
});

const OWN_PAGES: Readonly<Record<string, RegExp>> = {
  anthropic: /support\.anthropic\.com/,
  openai: /help\.openai\.com/,
  openrouter: /openrouter\.ai\/docs/,
  flo2: /flo2\.com/,
};

test("a maker's list price is one platform's, and never a closed or a Chinese one's", () => {
  const listed = platforms.flatMap((platform) => platform.listMakers.map((maker) => ({ maker, platform })));
  expect(new Set(listed.map(({ maker }) => maker)).size).toBe(listed.length);
  expect(listed.filter(({ platform }) => platform.market === "cn" || platform.status === "closed")).toEqual([]);
  expect(listed.filter(({ platform }) => platform.kind !== "direct").map(({ platform }) => platform.id)).toEqual([
    "amazon-bedrock",
    "azure",
    "watsonx",
  ]);
  const makerIds = new Set(makers.map(({ maker }) => maker));
  expect(listed.filter(({ maker }) => !makerIds.has(maker))).toEqual([]);
});

test.each([
  ["anthropic", "anthropic"],
  ["openai", "openai"],
  ["google", "google"],
  ["x-ai", "xai"],
  ["deepseek", "deepseek"],
  ["mistralai", "mistral"],
  ["moonshotai", "moonshotai"],
  ["z-ai", "zai"],
  ["qwen", "alibaba"],
  ["minimax", "minimax"],
  ["cohere", "cohere"],
  ["xiaomi", "xiaomi"],
  ["stepfun", "stepfun-ai"],
  ["amazon", "amazon-bedrock"],
  ["meta", "meta"],
  ["tencent", "tencent-tokenhub"],
])("%s's list price is that of %s", (maker, id) => {
  expect(platforms.filter(({ listMakers }) => listMakers.includes(maker)).map((platform) => platform.id)).toEqual([id]);
});

test("a host that sells under its own name is a platform we know", () => {
  expect(hosts.filter(({ platform }) => platform !== null && !byId.has(platform))).toEqual([]);
  expect(hosts.find(({ slug }) => slug === "streamlake")).toEqual({
    slug: "streamlake",
    name: "StreamLake",
    platform: null,
    headquarters: "CN",
  });
});

test("Anyscale is a tombstone", () => {
  expect(byId.get("anyscale")).toMatchObject({ status: "closed", closedOn: "2024-08-01" });
  expect(platforms.filter(({ status, closure }) => (status === "closed") !== (closure !== undefined))).toEqual([]);
  expect(platforms.filter(({ status, closedOn }) => status === "open" && closedOn !== undefined)).toEqual([]);
});

test("OpenRouter's own-key allowance is kept in both stored versions, each on its day", () => {
  const openrouter = described.find(({ id }) => id === "openrouter");
  expect(new Set(openrouter?.fees.byok?.map(({ value }) => JSON.stringify(value))).size).toBeGreaterThan(1);
  if (openrouter === undefined) return;
  expect(feeScheduleOn(openrouter, AS_OF).byok).toEqual({
    percentBps: 500,
    allowance: { unit: "requests", perMonth: 1_000_000 },
  });
  expect(feeScheduleOn(openrouter, "2026-11-21").byok).toEqual({
    percentBps: 500,
    allowance: { unit: "listCents", perMonth: 2_500_000 },
  });
  expect(feeScheduleOn(openrouter, AS_OF).topUp).toContainEqual({ method: "card", percentBps: 550, minimumCents: 80 });
});

test.each([
  [9_900, 11_880],
  [49_900, 51_896],
  [99_900, 105_894],
  [499_900, 539_892],
  [999_900, 1_099_890],
])("TokenMart gives for %d cents %d cents of credit", (paidCents, creditCents) => {
  const tokenmart = described.find(({ id }) => id === "tokenmart");
  const bonuses = tokenmart === undefined ? [] : feeScheduleOn(tokenmart, AS_OF).bonuses;
  const bonus = bonuses.find(({ fromCents }) => fromCents === paidCents);
  expect((paidCents * (10_000 + (bonus?.bonusBps ?? 0))) / 10_000).toBe(creditCents);
});

test("TokenMart's claim and its own live maximum stand side by side", () => {
  const stated = described.find(({ id }) => id === "tokenmart")?.statedDiscount ?? [];
  expect(stated.map(({ date, value }) => [date, value.toBps])).toEqual([
    ["2026-05-09", 6500],
    ["2026-07-24", 2000],
  ]);
});

test("a platform of whose fees nothing was read has none for the engine", () => {
  const host = described.find(({ id }) => id === "anyscale");
  expect(host === undefined ? undefined : sellerOn(host, AS_OF)).toEqual({
    name: "Anyscale Endpoints",
    kind: "host",
    listMakers: [],
    fees: null,
  });
});

interface FactShape {
  readonly sourceUrl: string;
  readonly date: string;
  readonly confidence: string;
  readonly undated: boolean;
}

/** Every object with a source, however deep. */
function factsIn(value: unknown): readonly FactShape[] {
  const fact = FactLike.safeParse(value);
  if (fact.success) return [{ ...fact.data, undated: fact.data.undated === true }];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(factsIn);
}

const FactLike = z.object({ sourceUrl: z.string(), date: z.string(), confidence: z.string(), undated: z.boolean().optional() });
