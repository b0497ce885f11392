import { beforeAll, describe, expect, test } from "vitest";
import { type Store, storeFiles } from "../../scripts/night/pipeline/store.ts";
import { LITELLM_URL } from "../../scripts/night/sources/litellm/litellm.ts";
import { MODELS_DEV_URL } from "../../scripts/night/sources/models-dev/models-dev.ts";
import { PI_AI_PACKAGE } from "../../scripts/night/sources/pi-ai/pi-ai.ts";
import { LAST_READINGS, lastReadingsOf } from "../../src/data/last-readings.ts";
import { addDays } from "../../src/domain/money/days.ts";
import { isPlatformSource } from "../../src/domain/source/platforms/platform-sources.ts";
import { sourceFacts } from "../../src/domain/source/sources.ts";
import type { Json } from "./full-upstream.ts";
import { type ReadWhen, shown, withReadings, written } from "./play-nights.ts";
import { FIRST_DAY, playOnCommitted, playRead, playWorld, readLive, settledWorld, type World } from "./play-worlds.ts";
import { FAILURES, nameOf } from "./scenarios.ts";
import { bent, listed, respelled, type Slipped, slipped, sold, spelled } from "./slips.ts";
import { APPEARED, COME_AND_GONE, withCacheRead } from "./visitors.ts";
import { lost, withNew, wrong } from "./world-differences.ts";

/**
 * Bad nights over the whole committed catalogue, in one file because settling it takes as long as playing three stories.
 * The rule: a source that was not read changes nothing that rests on it, for any number of nights, and leaves no trace.
 * And whatever upstream says wrongly for nights on end, no price on the site is wrong, and nothing is lost.
 */

let quiet: World;
beforeAll(async () => {
  quiet = await settledWorld();
});

/** `npm run fuzz` plays all, and `long-nights.test.ts` beside them; `npm test` one of each kind. */
const isThorough = process.env["FUZZ_RUNS"] !== undefined;
const NIGHTS = 5;

test("the full catalogue is played: what is read back is what is committed", () => {
  const { committed, start } = quiet;
  expect(start.models.map(({ id }) => id)).toEqual(committed.models.map(({ id }) => id));
  const [was, is] = [shown(committed).offers, shown(start).offers];
  const same = Object.keys(was).filter((id) => JSON.stringify(was[id]) === JSON.stringify(is[id]));
  expect(same.length / Object.keys(was).length).toBeGreaterThan(0.95);
});

test("a quiet night rewrites a handful of lines", () => {
  const [third, fourth] = quiet.nights.slice(2, 4).map((store) => {
    const last = lastReadingsOf([store.offers, store.seconds, ...store.readings.values()].flat());
    return [...storeFiles(store, last), [LAST_READINGS, JSON.stringify(last, null, 1)] as const];
  });
  const before = new Map([...(third ?? [])].map(([name, text]) => [name, new Set(text.split("\n"))]));
  const rewritten = [...(fourth ?? [])].flatMap(([name, text]) =>
    text.split("\n").flatMap((line) => (before.get(name)?.has(line) === true ? [] : [`${name} ${line.slice(0, 80)}`])),
  );
  expect(rewritten.length, rewritten.slice(0, 5).join("\n")).toBeLessThan(40);
});

describe("a source that cannot be read", () => {
  test.each(
    FAILURES.filter(({ isRepresentative }) => isRepresentative || isThorough).map(
      (scenario) => [nameOf(scenario), scenario] as const,
    ),
  )("%s", async (_, { nights, upstream }) => {
    const bad = upstream(quiet.good, 0);
    const world = await playWorld(
      quiet,
      Array.from({ length: nights }, () => bad),
    );
    for (const [index, store] of world.entries()) {
      const undisturbed = quiet.nights[index] ?? quiet.start;
      // What ends on an announced day ends by the day of the data, which stands still where no list was read.
      const sameDay = store.run?.asOf === quiet.start.run?.asOf ? quiet.start : undisturbed;
      expect(shown(store), `night ${index + 1}`).toEqual(shown(sameDay));
      if (index >= nights) expect(written(store), `night ${index + 1}`).toEqual(written(undisturbed));
    }
  });
});

/** Which lists a night says could not be read, and whether it says anything of the clock. */
const toldOfLists = (store: Store | undefined): readonly string[] =>
  (store?.run?.findings ?? [])
    .filter(({ rule, subject }) => rule.startsWith("clock") || (rule === "sourceFailed" && !isPlatformSource(subject)))
    .map(({ subject }) => subject)
    .toSorted();

/** These sources so, all others alike. */
const only =
  (when: Readonly<Record<string, ReadWhen>>, others: ReadWhen) =>
  (id: string): ReadWhen =>
    when[id] ?? others;

describe("the day of the data never goes back", () => {
  const older = { at: `${addDays(FIRST_DAY, -8)}T03:00:00Z` };
  const DOWN = { "openrouter-models": "failed", "models.dev": "failed" } as const;

  const stories: readonly (readonly [what: string, whenOf: (id: string) => ReadWhen, failed: readonly string[]])[] = [
    ["no list but a package of a week ago", only({ ...DOWN, "pi-ai": older }, "night"), [...Object.keys(DOWN), "pi-ai"]],
    ["a package of a week ago beside the lists", only({ "pi-ai": older }, "night"), ["pi-ai"]],
    ["a folder with nothing but an older list", only({ "models.dev": older }, "notRead"), ["models.dev"]],
    ["a folder with nothing", only({}, "notRead"), []],
  ];
  test.each(isThorough ? stories : stories.slice(0, 2))("%s", (_, whenOf, failed) => {
    const night = withReadings(quiet.goodNight, whenOf);
    const [bad, ...good] = playRead(quiet, night);
    const undisturbed = whenOf("openrouter-models") === "night" ? quiet.nights[0] : quiet.start;
    expect(bad?.run?.asOf).toBe(undisturbed?.run?.asOf);
    expect(bad === undefined ? null : shown(bad)).toEqual(shown(undisturbed ?? quiet.start));
    expect(toldOfLists(bad)).toEqual(failed.toSorted());
    for (const [index, store] of good.entries()) expect(differing(store, quiet.nights[index + 1])).toEqual([]);
  });

  test("a recording that merely lacks the newest list changes nothing, and no finding says it does", () => {
    const { committed, goodNight } = quiet;
    const readAt = (id: string) => ({ at: committed.run?.sources.find((source) => source.id === id)?.readAt ?? "" });
    const [copy, newest] = [readAt("models.dev"), readAt("pi-ai")];
    const [whole, lacking] = playOnCommitted(quiet, [
      withReadings(goodNight, only({ "models.dev": copy, "pi-ai": newest }, "notRead")),
      withReadings(goodNight, only({ "models.dev": copy }, "notRead")),
    ]);
    expect(copy.at < newest.at && newest.at.slice(0, 10) === committed.run?.asOf).toBe(true);
    expect([whole?.run?.asOf, lacking?.run?.asOf]).toEqual([committed.run?.asOf, committed.run?.asOf]);
    expect(lacking === undefined ? null : shown(lacking)).toEqual(shown(whole ?? committed));
    expect(toldOfLists(lacking)).toEqual([]);
  });
});

test("data that once got ahead of the days say so on every night, until that day or somebody puts them back", () => {
  const { committed, goodNight } = quiet;
  const ahead = addDays(FIRST_DAY, 100);
  const poisoned = { ...quiet, committed: { ...committed, run: committed.run && { ...committed.run, asOf: ahead } } };
  const readOnce = withReadings(goodNight, only({ "models.dev": { at: `${FIRST_DAY}T04:00:00Z` } }, "notRead"));
  for (const night of playOnCommitted(poisoned, [readOnce, readOnce])) {
    expect(night.run?.asOf).toBe(ahead);
    expect(toldOfLists(night)).toEqual(["as of"]);
  }
});

test("a package dated ahead of the night sets no day and changes nothing", async () => {
  const ahead = bent(quiet.good, PI_AI_PACKAGE, (body) => ({ ...Object(body), generatedAt: "2099-05-01T10:00:00.000Z" }));
  const [bad, ...good] = playRead(quiet, await readLive(ahead));
  expect(bad?.run?.asOf).toBe(FIRST_DAY);
  expect(bad === undefined ? null : shown(bad)).toEqual(shown(quiet.nights[0] ?? quiet.start));
  expect(toldOfLists(bad)).toEqual(["pi-ai"]);
  expect(bad?.run?.findings.find(({ rule, subject }) => rule === "sourceFailed" && subject === "pi-ai")?.detail).toMatch(
    /2099-05-01T10:00:00Z, ahead of this night/,
  );
  for (const [index, store] of good.entries()) expect(differing(store, quiet.nights[index + 1])).toEqual([]);
});

/** Offers whose input stands at the slipped price. */
function slippedTo(store: Store, right: Store, factor: number): readonly string[] {
  const was = new Map(right.offers.map(({ id, prices }) => [id, prices.input ?? 0]));
  const isSlip = (now: number, then: number) => Math.abs(now - then * factor) <= Math.max(1, then * factor * 0.01);
  return store.offers.flatMap(({ id, prices: { input = 0 } }) => (input > 0 && isSlip(input, was.get(id) ?? 0) ? [id] : []));
}

/** Files that differ from the quiet world's, but for what a row that was held before anyway remembers of it. */
const leftBehind = (store: Store, right: Store | undefined, source: Slipped): readonly string[] =>
  differing(store, right).filter((name) => name !== `readings/${source}.jsonl` && name !== "run.json");

describe("a unit or a currency taken for another, for five nights", () => {
  const CLOUDS = ["bedrock", "bedrock_converse", "azure", "azure_ai", "vertex_ai"];
  const FIVE = ["openai", "anthropic", "groq", "mistral", "deepseek"];
  const named: readonly (readonly [Slipped, number, readonly string[] | null])[] = [
    ["litellm", 10, FIVE],
    // A meter of Alibaba's own list is filled by models.dev, and LiteLLM's card stands ready with another price for it.
    ["models.dev", 10, ["alibaba"]],
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
  // Euros for dollars: no price moves so far that it would be held by itself.
  const euros = (["models.dev", "litellm", "pi-ai", "genai-prices"] as const).map((source) => [source, 0.86, null] as const);

  test.each(isThorough ? [...named, ...every, ...euros] : named.slice(0, 2))("%s ×%d at %j", async (source, factor, at) => {
    const bad = slipped(quiet.good, source, factor, at);
    const nights = await playWorld(
      quiet,
      Array.from({ length: NIGHTS }, () => bad),
    );
    for (const [index, store] of nights.slice(0, NIGHTS).entries()) {
      const right = quiet.nights[index] ?? quiet.start;
      expect(slippedTo(store, right, factor)).toEqual([]);
      // A row held for longer than its source may be old gives way to another's card of the same offer.
      if (index < sourceFacts(source).budgetDays) expect(wrong(store, right)).toEqual([]);
      expect(lost(store, right)).toEqual([]);
      expect(store.run?.findings.some(({ action, rule }) => action === "hold" && /^price|^sourceScaled$/.test(rule))).toBe(true);
    }
    for (const [index, store] of nights.slice(NIGHTS).entries())
      expect(leftBehind(store, quiet.nights[NIGHTS + index], source)).toEqual([]);
  });
});

/** The names of the files that differ from the quiet world's. */
function differing(store: Store, right: Store | undefined): readonly string[] {
  const [now, was] = [written(store), right === undefined ? {} : written(right)];
  return Object.keys(now).filter((name) => now[name] !== was[name]);
}

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
  test.each(isThorough ? rows : rows.slice(0, 1))("%s, is held and says why", async (_, platform, id, cost) => {
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
  });
});

describe("what comes for one night", () => {
  const played = <Story extends { readonly isRepresentative: boolean }>(stories: Readonly<Record<string, Story>>) =>
    Object.entries(stories).filter(([, { isRepresentative }]) => isRepresentative || isThorough);

  test.each(played(COME_AND_GONE))("%s: gone on the first good night, and nothing waits", async (_, { bend }) => {
    const [, ...good] = await playWorld(quiet, [bend(quiet.good)]);
    for (const [index, store] of good.entries()) {
      // What left and what came is remembered for a week in run.json, and nowhere else.
      expect(differing(store, quiet.nights[index + 1]).filter((name) => name !== "run.json")).toEqual([]);
      expect(store.run?.findings).toEqual(quiet.nights[index + 1]?.run?.findings);
      expect(store.run?.sources.filter(({ status }) => status === "held")).toEqual([]);
    }
  });

  test.each(played(APPEARED))("%s: not shown, and gone without a trace", async (_, { bend }) => {
    const [bad = quiet.start, ...good] = await playWorld(quiet, [bend(quiet.good)]);
    expect(wrong(bad, quiet.nights[0] ?? quiet.start)).toEqual([]);
    expect(lost(bad, quiet.nights[0] ?? quiet.start)).toEqual([]);
    expect(bad.run?.findings.filter(({ rule, action }) => rule === "meterOdd" && action === "hold").length).toBeGreaterThan(50);
    for (const [index, store] of good.entries()) expect(written(store)).toEqual(written(quiet.nights[index + 1] ?? quiet.start));
  });

  test("a cache read that looks right is dropped again on the first good night", async () => {
    const hosts = ["togetherai", "baseten", "novita-ai", "siliconflow"];
    const bad = withCacheRead(quiet.good, hosts, 0.2);
    const [first = quiet.start, second = quiet.start] = await playWorld(quiet, [bad]);
    expect(wrong(first, quiet.nights[0] ?? quiet.start).length).toBeGreaterThan(20);
    expect(shown(second)).toEqual(shown(quiet.nights[1] ?? quiet.start));
  });
});

test("rows that a catalogue leaves out for a night come back to the byte, and when they last moved", async () => {
  const cut = bent(quiet.good, LITELLM_URL, (body) => {
    const rows = Object.entries(Object(body));
    return Object.fromEntries(rows.slice(0, Math.floor(rows.length * 0.94)));
  });
  const [, ...good] = await playWorld(quiet, [cut]);
  for (const [index, store] of good.entries()) expect(differing(store, quiet.nights[index + 1])).toEqual([]);
});

test("who tells what models are says so", () => {
  const { sources } = quiet.goodNight;
  const describing = sources.filter(({ parsed }) => (parsed?.models.length ?? 0) > 0).map(({ source }) => source);
  expect(describing.length).toBeGreaterThan(3);
  expect(describing.filter(({ describesModels }) => describesModels !== true)).toEqual([]);
});

const ids = ({ models, offers }: Store): readonly string[] => [...models, ...offers].map(({ id }) => id);

/** What the report says is held, and until when. */
const holds = ({ run }: Store): readonly string[] =>
  (run?.findings ?? []).flatMap(({ action, rule, subject, detail }) =>
    action === "hold" ? [`${rule} ${subject} ${detail}`] : [],
  );

/** A row for trying out what another one sells. */
const stagingOf = (row: Json): Json => ({
  ...row,
  id: String(row["id"]).replace(/(?=:|$)/, "-staging"),
  name: `${String(row["name"])} Staging`,
});

describe("an id that OpenRouter spells otherwise", () => {
  const OPUS = ["anthropic/claude-opus-4.8", "anthropic/claude-opus-4-8"] as const;
  const stories: readonly (readonly [string, readonly [string, string], number])[] = [
    ["one model, for a night", OPUS, 1],
    ["one model, for good", OPUS, 5],
    ["a whole family, for three nights", ["z-ai/glm-5", "z-ai/glm5"], 3],
  ];

  test.each(isThorough ? stories : stories.slice(1))(
    "%s: no model and no offer is lost, doubled or held",
    async (_, names, count) => {
      const bad = spelled(quiet.good, ...names);
      const nights = await playWorld(
        quiet,
        Array.from({ length: count }, () => bad),
      );
      for (const [index, store] of nights.entries()) {
        const right = quiet.nights[index] ?? quiet.start;
        expect(ids(store), `night ${index + 1}`).toEqual(ids(right));
        expect(wrong(store, right)).toEqual([]);
        expect(holds(store).filter((each) => !holds(right).includes(each))).toEqual([]);
        if (index < count) expect(store.run?.findings.find(({ rule }) => rule === "idRespelled")?.detail).toContain(names[1]);
        else expect(shown(store), `night ${index + 1}`).toEqual(shown(right));
      }
    },
  );

  test("listed beside the id it had, it is no second model", async () => {
    const twice = listed(quiet.good, (rows) => [
      ...rows,
      ...rows.map((row) => respelled(row, ...OPUS)).filter((row) => row !== null),
    ]);
    const nights = await playWorld(quiet, [twice]);
    for (const [index, store] of nights.entries())
      expect(shown(store), `night ${index + 1}`).toEqual(shown(quiet.nights[index] ?? quiet.start));
  });

  test("models beside others that have their permanent names hold what becomes unclear, for as long as both are listed", async () => {
    const twins = listed(quiet.good, (rows) => [...rows, ...rows.filter((_, index) => index % 11 === 0).map(stagingOf)]);
    const nights = await playWorld(quiet, [twins, twins, twins, twins]);
    for (const [index, store] of nights.entries())
      expect(lost(store, quiet.nights[index] ?? quiet.start), `night ${index + 1}`).toEqual([]);
    const unclear = nights.map((store) => holds(store).filter((each) => each.startsWith("modelUnresolved")));
    expect(unclear[3]?.length).toBeGreaterThan(10);
    expect(unclear[3]).toEqual(unclear[0]);
    expect(
      unclear[3]?.filter((each) => !each.includes("; until only one of these is listed, or aliases.json names the model")),
    ).toEqual([]);
    expect(shown(nights[4] ?? quiet.start)).toEqual(shown(quiet.nights[4] ?? quiet.start));
  });
});

describe("a list that came without what its models are", () => {
  const WITHOUT: readonly (readonly [string, (row: Json) => Json])[] = [
    ["everything but ids, names and prices", ({ id, name, pricing }) => ({ id, name, pricing })],
    ["permanent slugs", ({ canonical_slug: _, ...row }) => row],
    ["modalities", ({ architecture: _, ...row }) => row],
    ["repositories", ({ hugging_face_id: _, ...row }) => row],
    ["parameters", ({ supported_parameters: _, ...row }) => row],
  ];
  test.each(isThorough ? WITHOUT : WITHOUT.slice(0, 1))("without %s, changes no model and no offer", async (_, bend) => {
    const bad = listed(quiet.good, (rows) => rows.map(bend));
    const nights = await playWorld(quiet, [bad, bad]);
    for (const [index, store] of nights.entries()) {
      const right = quiet.nights[index] ?? quiet.start;
      expect(shown(store), `night ${index + 1}`).toEqual(shown(right));
      const told = holds(store).filter((each) => !holds(right).includes(each));
      expect(told.map((each) => each.split(" ").slice(0, 2).join(" "))).toEqual(index < 2 ? ["factsLost openrouter-models"] : []);
      if (index >= 2) expect(written(store)).toEqual(written(right));
    }
  });
});

/** Less than a tenth of models.dev's rows, dear and cheap ones among them. */
const SOME_PLATFORMS: ReadonlySet<string> = new Set(["alibaba", "alibaba-cn", "azure", "deepinfra", "google-vertex", "groq"]);

describe("a little every night", () => {
  test("a maker's rows missing from the list for a night leave no trace in what its models are", async () => {
    const bad = listed(quiet.good, (rows) => rows.filter(({ id }) => !String(id).startsWith("mistralai/")));
    const nights = await playWorld(quiet, [bad]);
    expect(shown(nights[1] ?? quiet.start)).toEqual(shown(quiet.nights[1] ?? quiet.start));
  });

  test("a platform that a catalogue leaves out for a night comes back with every price it had", async () => {
    const bad = bent(quiet.good, MODELS_DEV_URL, (body) =>
      Object.fromEntries(Object.entries(Object(body)).filter(([id]) => !SOME_PLATFORMS.has(id))),
    );
    const nights = await playWorld(quiet, [bad]);
    const right = quiet.nights[1] ?? quiet.start;
    expect(wrong(nights[1] ?? quiet.start, right)).toEqual([]);
    expect(shown(nights[1] ?? quiet.start)).toEqual(shown(right));
  });

  test("euros for dollars in a whole catalogue for a night show no wrong price and leave no trace", async () => {
    const nights = await playWorld(quiet, [slipped(quiet.good, "models.dev", 0.86)]);
    expect(wrong(nights[0] ?? quiet.start, quiet.nights[0] ?? quiet.start)).toEqual([]);
    expect(written(nights[1] ?? quiet.start)).toEqual(written(quiet.nights[1] ?? quiet.start));
  });

  test('cache reads at "0" are held, not dropped', async () => {
    const silent = listed(quiet.good, (rows) =>
      rows.map((row) => ({ ...row, pricing: { ...Object(row["pricing"]), input_cache_read: "0" } })),
    );
    const nights = await playWorld(quiet, [silent, silent]);
    for (const [index, store] of nights.slice(0, 2).entries())
      expect(wrong(store, quiet.nights[index] ?? quiet.start)).toEqual([]);
    expect(shown(nights[2] ?? quiet.start)).toEqual(shown(quiet.nights[2] ?? quiet.start));
  });
});
