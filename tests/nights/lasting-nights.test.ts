import { beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../../scripts/night/pipeline/store.ts";
import type { Json } from "./full-upstream.ts";
import { shown, written } from "./play-nights.ts";
import { playWorld, settledWorld, type World } from "./play-worlds.ts";
import { listed, type Slipped, slipped, sold } from "./slips.ts";

/** What upstream says wrongly for nights on end, over the whole committed catalogue: no price on the site is wrong, and nothing is lost. */

let quiet: World;
beforeAll(async () => {
  quiet = await settledWorld();
}, 180_000);

/** `npm run fuzz` plays all; `npm test` one of each kind. */
const isThorough = process.env["FUZZ_RUNS"] !== undefined;
const NIGHTS = 5;

/** Figures that no night of the quiet world shows, by offer. */
function wrong(store: Store, right: Store): readonly string[] {
  const [now, was] = [shown(store).offers, shown(right).offers];
  return Object.keys(now).filter((id) => {
    const { prices, conditions } = now[id] ?? { prices: {}, conditions: [] };
    const isEmpty = Object.keys(prices).length === 0 && conditions.length === 0;
    return !isEmpty && JSON.stringify([prices, conditions]) !== JSON.stringify([was[id]?.prices, was[id]?.conditions]);
  });
}

/** Offers at over five times or under a fifth of what the quiet world asks: where one source is held, another's own price may take its place. */
function farOff(store: Store, right: Store): readonly string[] {
  const was = new Map(right.offers.map(({ id, prices }) => [id, prices.input ?? 0]));
  return store.offers.flatMap(({ id, prices }) => {
    const [now, then] = [prices.input ?? 0, was.get(id) ?? 0];
    return now * then === 0 || Math.max(now, then) <= 5 * Math.min(now, then) ? [] : [id];
  });
}

/** Held before the story begins: what upstream says of it may by chance slip to near its last good price. */
const isPending = (id: string): boolean => quiet.start.offers.some((offer) => offer.id === id && offer.status === "held");

/** Offers whose input stands at the slipped price. */
function slippedTo(store: Store, right: Store, factor: number): readonly string[] {
  const was = new Map(right.offers.map(({ id, prices }) => [id, prices.input ?? 0]));
  const isSlip = (now: number, then: number) => Math.abs(now - then * factor) <= Math.max(1, then * factor * 0.01);
  return store.offers.flatMap(({ id, prices: { input = 0 } }) => (input > 0 && isSlip(input, was.get(id) ?? 0) ? [id] : []));
}

/** Files that differ from the quiet world's, but for what a row that was held before anyway remembers of it. */
const leftBehind = (store: Store, right: Store | undefined, source: Slipped): readonly string[] =>
  differing(store, right).filter((name) => name !== `readings/${source}.jsonl` && name !== "run.json");

const lost = (store: Store, right: Store): readonly string[] =>
  [...right.models, ...right.offers]
    .map(({ id }) => id)
    .filter((id) => ![...store.models, ...store.offers].some((each) => each.id === id));

describe("a unit or a currency taken for another, for five nights", () => {
  const CLOUDS = ["bedrock", "bedrock_converse", "azure", "azure_ai", "vertex_ai"];
  const FIVE = ["openai", "anthropic", "groq", "mistral", "deepseek"];
  const named: readonly (readonly [Slipped, number, readonly string[] | null])[] = [
    ["litellm", 10, FIVE],
    ["litellm", 100, CLOUDS],
    ["litellm", 7.2, FIVE],
  ];
  const SOURCES: readonly Slipped[] = [
    "models.dev",
    "litellm",
    "pi-ai",
    "genai-prices",
    "openrouter-models",
    "openrouter-endpoints",
  ];
  const every = SOURCES.flatMap((source) => [10, 100, 1_000, 0.001, 7.2].map((factor) => [source, factor, null] as const));

  test.each(isThorough ? [...named, ...every] : named.slice(0, 1))(
    "%s ×%d at %j",
    async (source, factor, at) => {
      const bad = slipped(quiet.good, source, factor, at);
      const nights = await playWorld(
        quiet,
        Array.from({ length: NIGHTS }, () => bad),
      );
      for (const [index, store] of nights.slice(0, NIGHTS).entries()) {
        const right = quiet.nights[index] ?? quiet.start;
        expect(slippedTo(store, right, factor)).toEqual([]);
        // A row held for longer than its source may be old gives way to another's card of the same offer.
        if (index < 3) expect(wrong(store, right).filter((id) => !isPending(id))).toEqual([]);
        expect(lost(store, right)).toEqual([]);
        expect(store.run?.findings.some(({ action, rule }) => action === "hold" && rule.startsWith("price"))).toBe(true);
      }
      for (const [index, store] of nights.slice(NIGHTS).entries())
        expect(leftBehind(store, quiet.nights[NIGHTS + index], source)).toEqual([]);
    },
    120_000,
  );
});

/** The names of the files that differ from the quiet world's. */
function differing(store: Store, right: Store | undefined): readonly string[] {
  const [now, was] = [written(store), right === undefined ? {} : written(right)];
  return Object.keys(now).filter((name) => now[name] !== was[name]);
}

const withNew = (id: string, cost: Json) => (rows: Json) => ({
  ...rows,
  [id]: { id, name: id, cost, limit: { context: 128_000, output: 16_000 } },
});

describe("a row nobody read before", () => {
  const rows: readonly [string, string, string, Json][] = [
    ["a thousandth, at Together", "togetherai", "openai/gpt-5-mini", { input: 0.00025, output: 0.002 }],
    ["per thousand, at Groq", "groq", "openai/gpt-5-mini", { input: 0.00014, output: 0.0011 }],
    ["a hundred times, at Baseten", "baseten", "openai/gpt-5-mini", { input: 25, output: 200 }],
    ["a cache read ten times the input", "baseten", "openai/gpt-5-mini", { input: 0.25, output: 2, cache_read: 2.5 }],
    [
      "a long prompt cheaper than a short one",
      "baseten",
      "openai/gpt-5-mini",
      { input: 0.25, output: 2, tiers: [{ tier: { type: "context", size: 200_000 }, input: 0.1, output: 1 }] },
    ],
  ];
  test.each(isThorough ? rows : rows.slice(0, 1))(
    "%s, is held and says why",
    async (_, platform, id, cost) => {
      const bad = sold(quiet.good, platform, withNew(id, cost));
      const nights = await playWorld(quiet, [bad, bad, bad]);
      for (const [index, store] of nights.slice(0, 3).entries()) {
        const right = quiet.nights[index] ?? quiet.start;
        expect(wrong(store, right)).toEqual([]);
        const held = store.run?.findings.filter(
          ({ action, subject }) => action === "hold" && subject.includes(`${platform}|||standard|||${id}`),
        );
        expect(held?.map(({ detail }) => detail.includes("until another source agrees"))).toEqual([true]);
      }
      expect(shown(nights[3] ?? quiet.start)).toEqual(shown(quiet.nights[3] ?? quiet.start));
    },
    60_000,
  );

  test.runIf(isThorough)(
    "beside its sellers goes through at once",
    async () => {
      const bad = sold(quiet.good, "baseten", withNew("openai/gpt-5-mini", { input: 0.3, output: 2 }));
      const [night] = await playWorld(quiet, [bad]);
      expect(night?.offers.find(({ id }) => id === "openai/gpt-5-mini@baseten")).toMatchObject({
        status: "current",
        prices: { input: 300_000 },
      });
    },
    60_000,
  );

  test.runIf(isThorough)(
    "four hosts that rename their ids and slip to a thousandth together show no wrong price",
    async () => {
      const renamed = (rows: Json): Json =>
        Object.fromEntries(Object.entries(rows).map(([id, row]) => [id.toUpperCase(), { ...Object(row), id: id.toUpperCase() }]));
      const hosts = ["groq", "togetherai", "deepinfra", "novita-ai"];
      const bad = hosts.reduce((bodies, host) => slipped(sold(bodies, host, renamed), "models.dev", 0.001, [host]), quiet.good);
      const nights = await playWorld(quiet, [bad, bad, bad]);
      for (const [index, store] of nights.slice(0, 3).entries())
        expect(farOff(store, quiet.nights[index] ?? quiet.start)).toEqual([]);
    },
    60_000,
  );
});

describe("a little every night", () => {
  test.runIf(isThorough)(
    "×4.9 a night: no price goes over five times in a week",
    async () => {
      const nights = await playWorld(
        quiet,
        [4.9, 4.9 ** 2, 4.9 ** 3].map((factor) => slipped(quiet.good, "openrouter-models", factor)),
      );
      expect(nights.flatMap((store, index) => farOff(store, quiet.nights[index] ?? quiet.start))).toEqual([]);
      expect(shown(nights[4] ?? quiet.start)).toEqual(shown(quiet.nights[4] ?? quiet.start));
    },
    60_000,
  );

  test.runIf(isThorough)(
    "OpenRouter's list loses 9 % of its rows a night: a tenth may go, and all come back",
    async () => {
      const bodies = [0.91, 0.83, 0.75, 0.69, 0.62].map((share) =>
        listed(quiet.good, (rows) => rows.slice(0, Math.ceil(rows.length * share))),
      );
      const nights = await playWorld(quiet, bodies);
      // Some offers end on an announced day in any world.
      const stillThere = new Set(quiet.nights[4]?.offers.map(({ id }) => id));
      for (const store of nights.slice(1, 5)) {
        expect(store.run?.sources.find(({ id }) => id === "openrouter-models")?.why).toMatch(/readings are gone within a week/);
        expect(lost(store, nights[0] ?? store).filter((id) => stillThere.has(id))).toEqual([]);
      }
      expect(shown(nights[6] ?? quiet.start)).toEqual(shown(quiet.nights[6] ?? quiet.start));
    },
    60_000,
  );

  test('cache reads at "0" are held, not dropped', async () => {
    const silent = listed(quiet.good, (rows) =>
      rows.map((row) => ({ ...row, pricing: { ...Object(row["pricing"]), input_cache_read: "0" } })),
    );
    const nights = await playWorld(quiet, [silent, silent]);
    for (const [index, store] of nights.slice(0, 2).entries())
      expect(wrong(store, quiet.nights[index] ?? quiet.start)).toEqual([]);
    expect(shown(nights[2] ?? quiet.start)).toEqual(shown(quiet.nights[2] ?? quiet.start));
  }, 60_000);

  test.runIf(isThorough)(
    "two makers renamed upstream: held, nothing lost, and every hold says what ends it",
    async () => {
      const renamed = listed(quiet.good, (rows) =>
        rows.map((row) => ({ ...row, id: String(row["id"]).replace(/^(openai|google)\//, "$1-inc/") })),
      );
      const nights = await playWorld(quiet, [renamed, renamed, renamed]);
      for (const [index, store] of nights.slice(0, 3).entries()) {
        const right = quiet.nights[index] ?? quiet.start;
        expect(lost(store, right)).toEqual([]);
        const held = store.run?.findings.filter(({ rule, action }) => action === "hold" && rule !== "platformUnknown") ?? [];
        expect(held.filter(({ detail }) => !detail.includes("; until "))).toEqual([]);
      }
      expect(shown(nights[4] ?? quiet.start)).toEqual(shown(quiet.nights[4] ?? quiet.start));
    },
    60_000,
  );
});
