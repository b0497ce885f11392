import { beforeAll, describe, expect, test } from "vitest";
import { type Store, storeFiles } from "../../scripts/night/pipeline/store.ts";
import { PI_AI_PACKAGE } from "../../scripts/night/sources/pi-ai/pi-ai.ts";
import { LAST_READINGS, lastReadingsOf } from "../../src/data/last-readings.ts";
import { addDays } from "../../src/domain/money/days.ts";
import { isPlatformSource } from "../../src/domain/source/platforms/platform-sources.ts";
import { sourceFacts } from "../../src/domain/source/sources.ts";
import { bent, type Slipped, slipped, sold } from "./faults/slips.ts";
import type { Json } from "./full-upstream.ts";
import { type ReadNight, type ReadWhen, shown, withReadings } from "./play-nights.ts";
import type { RecordedWhen } from "./play-recording.ts";
import {
  FIRST_DAY,
  playOnCommitted,
  playRead,
  playWorld,
  readLive,
  readRecorded,
  settledWorld,
  type World,
} from "./play-worlds.ts";
import { FAILURES, nameOf } from "./scenarios.ts";
import { isThorough } from "./weekly.ts";
import { differing, lost, withNew, wrong } from "./world-differences.ts";

/**
 * Bad nights over the whole committed catalogue; lists with odd rows are in `odd-lists.test.ts`. Settling the catalogue takes as long as playing
 * three stories, so many are in one file.
 * The rule: a source that was not read changes nothing that rests on it, for any number of nights, and leaves no trace.
 * And whatever upstream says wrongly for nights on end, no price on the site is wrong, and nothing is lost.
 */

let quiet: World;
beforeAll(async () => {
  quiet = await settledWorld();
});

/** `npm run fuzz` plays all, and `long-nights.test.ts` beside them; `npm test` one of each kind. */
const NIGHTS = isThorough ? 5 : 3;

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
      if (index >= nights) expect(differing(store, undisturbed), `night ${index + 1}`).toEqual([]);
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
  test.each(isThorough ? stories : stories.slice(0, 1))("%s", (_, whenOf, failed) => {
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

/** A package dated ahead, however it was read: it is told as not read, and nothing of it stays. */
function expectNotRead(night: ReadNight, detail: RegExp): void {
  const [bad, ...good] = playRead(quiet, night);
  expect(bad?.run?.asOf).toBe(FIRST_DAY);
  expect(bad === undefined ? null : shown(bad)).toEqual(shown(quiet.nights[0] ?? quiet.start));
  expect(toldOfLists(bad)).toEqual(["pi-ai"]);
  expect(bad?.run?.findings.find(({ rule, subject }) => rule === "sourceFailed" && subject === "pi-ai")?.detail).toMatch(detail);
  for (const [index, store] of good.entries()) expect(differing(store, quiet.nights[index + 1])).toEqual([]);
}

const AHEAD = "2099-05-01T10:00:00Z";
const datedAhead = () => bent(quiet.good, PI_AI_PACKAGE, (body) => ({ ...Object(body), generatedAt: AHEAD }));

test("a package dated ahead of the night sets no day and changes nothing", async () => {
  expectNotRead(await readLive(datedAhead()), /2099-05-01T10:00:00Z, ahead of this night/);
});

describe("a package dated ahead in a recording", () => {
  const recordedAt = `${FIRST_DAY}T04:00:00Z`;
  const recorded = (ofPackage: RecordedWhen) =>
    readRecorded(datedAhead(), (url) => (url === PI_AI_PACKAGE ? ofPackage : { readAt: recordedAt }));

  const untimely: readonly (readonly [what: string, when: RecordedWhen, detail: RegExp])[] = [
    ["by its own date alone", { readAt: AHEAD }, /2099-05-01T10:00:00Z, over 92 days after all else in the recording/],
    ["that says when it was recorded", { readAt: AHEAD, recordedAt }, /2099-05-01T10:00:00Z, ahead of its recording/],
  ];
  test.each(isThorough ? untimely : [])("%s, sets no day and changes nothing", async (_, when, detail) => {
    expectNotRead(await recorded(when), detail);
  });

  test("sets no day by what it writes about itself, where the index says when it was read", async () => {
    const [night] = playRead(quiet, await recorded({ readAt: recordedAt }));
    expect([night?.run?.asOf, toldOfLists(night)]).toEqual([FIRST_DAY, []]);
    expect(night === undefined ? null : shown(night)).toEqual(shown(quiet.nights[0] ?? quiet.start));
  });
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

describe("a unit or a currency taken for another, night after night", () => {
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

  test.each(isThorough ? [...named, ...every, ...euros] : named.slice(0, 1))("%s ×%d at %j", async (source, factor, at) => {
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

test("who tells what models are says so", () => {
  const { sources } = quiet.goodNight;
  const describing = sources.filter(({ parsed }) => (parsed?.models.length ?? 0) > 0).map(({ source }) => source);
  expect(describing.length).toBeGreaterThan(3);
  expect(describing.filter(({ describesModels }) => describesModels !== true)).toEqual([]);
});
