import { beforeAll, describe, expect, test } from "vitest";
import { assessOffers } from "../../src/data/assess-offers.ts";
import { readCuratedTables } from "../../src/data/curated-tables.ts";
import { uncountedText } from "../../src/site/words/evidence-text.ts";
import { listed, slipped, sold } from "./faults/slips.ts";
import type { Json } from "./full-upstream.ts";
import { shown } from "./play-nights.ts";
import { playDays, playWorld, settledWorld, type World } from "./play-worlds.ts";
import { FAILURES } from "./scenarios.ts";
import { differing, farOff, lost, withNew } from "./world-differences.ts";

/** More of what upstream says wrongly for nights on end: stories that only `npm run fuzz` plays (`vitest.config.ts`). */

let quiet: World;
beforeAll(async () => {
  quiet = await settledWorld();
});

describe("a row nobody read before", () => {
  test("beside its sellers goes through at once", async () => {
    const bad = sold(quiet.good, "baseten", withNew("openai/gpt-5-mini", { input: 0.3, output: 2 }));
    const [night] = await playWorld(quiet, [bad]);
    expect(night?.offers.find(({ id }) => id === "openai/gpt-5-mini@baseten")).toMatchObject({
      status: "current",
      prices: { input: 300_000 },
    });
  });

  test("four hosts that rename their ids and slip to a thousandth together show no wrong price", async () => {
    const renamed = (rows: Json): Json =>
      Object.fromEntries(Object.entries(rows).map(([id, row]) => [id.toUpperCase(), { ...Object(row), id: id.toUpperCase() }]));
    const hosts = ["groq", "togetherai", "deepinfra", "novita-ai"];
    const bad = hosts.reduce((bodies, host) => slipped(sold(bodies, host, renamed), "models.dev", 0.001, [host]), quiet.good);
    const nights = await playWorld(quiet, [bad, bad, bad]);
    for (const [index, store] of nights.slice(0, 3).entries())
      expect(farOff(store, quiet.nights[index] ?? quiet.start)).toEqual([]);
  });
});

describe("a little every night", () => {
  test("×4.9 a night: no price goes over five times in a week", async () => {
    const nights = await playWorld(
      quiet,
      [4.9, 4.9 ** 2, 4.9 ** 3].map((factor) => slipped(quiet.good, "openrouter-models", factor)),
    );
    expect(nights.flatMap((store, index) => farOff(store, quiet.nights[index] ?? quiet.start))).toEqual([]);
    expect(shown(nights[4] ?? quiet.start)).toEqual(shown(quiet.nights[4] ?? quiet.start));
  });

  test("prices of two platforms that halve every night are those of the week before as soon as upstream says so", async () => {
    const nights = await playWorld(
      quiet,
      [0.5, 0.25, 0.125, 0.0625].map((factor) => slipped(quiet.good, "models.dev", factor, ["azure", "deepseek"])),
    );
    for (const index of [4, 5]) expect(shown(nights[index] ?? quiet.start)).toEqual(shown(quiet.nights[index] ?? quiet.start));
  });

  test("OpenRouter's list loses 9 % of its rows a night: a tenth may go, and all come back", async () => {
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
  });

  test("two makers renamed upstream: held, nothing lost, and every hold says what ends it", async () => {
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
    // To the byte, memory and report included, from the first good night on: as if the bad ones had never been.
    for (const index of [3, 4]) expect(differing(nights[index] ?? quiet.start, quiet.nights[index] ?? quiet.start)).toEqual([]);
  });
});

describe("a source that is silent for long", () => {
  test("loses nothing, and what rests on it alone reads as old", async () => {
    const silent = FAILURES.find(({ source, fault }) => source === "models.dev" && fault === "the body is 503");
    const days = [0, 1, 2, 20];
    const [store, right] = await Promise.all(
      [silent?.upstream(quiet.good, 0) ?? quiet.good, quiet.good].map((bodies) => playDays(quiet, bodies, days)),
    );
    if (store === undefined || right === undefined) throw new Error("no night was played");
    expect(lost(store, right)).toEqual([]);
    const resting = assessOffers({ asOf: store.run?.asOf ?? "", ...store }, readCuratedTables("data/curated")).filter(
      ({ restsOn, confirmedBy, status }) => restsOn.id === "models.dev" && confirmedBy === null && status !== "retired",
    );
    expect(resting.length).toBeGreaterThan(100);
    expect(resting.filter(({ age }) => age === "fresh").map(({ id }) => id)).toEqual([]);
    expect(
      resting.filter((offer) => uncountedText(offer, offer.age)?.includes("last read") !== true).map(({ id }) => id),
    ).toEqual([]);
  });
});
