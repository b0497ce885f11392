import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { historyFiles, readHistory } from "../../scripts/night/pipeline/history-files.ts";
import { historyTonight } from "../../scripts/night/pipeline/history-night.ts";
import { refreshData } from "../../scripts/night/pipeline/refresh-data.ts";
import { readStore, type Store } from "../../scripts/night/pipeline/store.ts";
import { addDays } from "../../src/domain/money/days.ts";
import { MicroUsdPerMTok } from "../../src/domain/money/money.ts";
import { isPlatformSource } from "../../src/domain/source/platforms/platform-sources.ts";
import { listed } from "./faults/slips.ts";
import type { Json } from "./full-upstream.ts";
import { bodiesIo, type ReadNight, shown, withReadings } from "./play-nights.ts";
import { type OpenWorld, openWorld } from "./play-worlds.ts";
import { isThorough, weekly } from "./weekly.ts";

/**
 * The edges of time over the whole committed catalogue: `time-edges.test.ts` has them over a small one.
 * The rule: a night is a night like others whatever its day. One price moves, on its day, in the file of its month; nothing else does.
 */

const MODEL = "openai/gpt-5-mini";
const OFFER = `${MODEL}@openrouter`;
const EDGES: readonly (readonly [what: string, days: readonly string[]])[] = [
  ["a year", ["2026-12-31", "2027-01-01"]],
  ["a leap day", ["2028-02-28", "2028-02-29", "2028-03-01"]],
  ["a month", ["2027-04-30", "2027-05-01"]],
];

let world: OpenWorld;
beforeAll(async () => {
  world = await openWorld();
});

const times = (price: number, factor: number) => MicroUsdPerMTok.parse(Math.round(price * factor));

/** The night with the model's price at OpenRouter times a factor. */
const priced = (night: ReadNight, factor: number): ReadNight => ({
  ...night,
  sources: night.sources.map((each) => {
    if (each.source.id !== "openrouter-models" || each.parsed === null) return each;
    const readings = each.parsed.readings.map((reading) => {
      const { input } = reading.prices;
      const isIt = reading.upstreamId === MODEL && input !== undefined;
      return isIt ? { ...reading, prices: { ...reading.prices, input: times(input, factor) } } : reading;
    });
    return { ...each, parsed: { ...each.parsed, readings } };
  }),
});

const inputOf = (store: Store | undefined) => store?.offers.find(({ id }) => id === OFFER)?.prices.input ?? 0;

/** The models and offers that the pages show otherwise than before. */
function movedSince(before: Store, after: Store): readonly string[] {
  const texts = (store: Store) => {
    const { models, offers } = shown(store);
    return new Map([...Object.entries(models), ...Object.entries(offers)].map(([id, row]) => [id, JSON.stringify(row)]));
  };
  const [was, is] = [texts(before), texts(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
}

const toldOf = ({ run }: Store): readonly string[] =>
  (run?.findings ?? [])
    .filter(({ rule, subject }) => /^clock|^source|Failed$/.test(rule) && !isPlatformSource(subject))
    .map(({ rule, subject }) => `${rule} ${subject}`);

describe("the nights around", () => {
  test.each(isThorough ? EDGES : EDGES.slice(0, 1))("%s", (_, days) => {
    const [first = ""] = days;
    const eve = world.settledOn(addDays(first, -1));
    const was = inputOf(eve);
    let past = historyTonight(readHistory("data/generated"), world.committed, eve);
    let before = eve;
    for (const [index, day] of days.entries()) {
      const store = world.play(before, priced(world.goodNight, 1 + (index + 1) / 10), day);
      expect(store.run?.asOf).toBe(day);
      expect(toldOf(store)).toEqual([]);
      expect(inputOf(store)).toBe(Math.round(was * (1 + (index + 1) / 10)));
      expect(movedSince(before, store)).toEqual([OFFER]);
      const after = historyTonight(past, before, store);
      const files = [...historyFiles(past, after)];
      expect(files.map(([name]) => name)).toEqual([`history/${day.slice(0, 4)}/${day.slice(0, 7)}.jsonl`]);
      const known = new Set(past.changes);
      const added = after.changes.filter((change) => !known.has(change));
      expect(added.map((change) => [change.day, change.offerId, change.meter, change.old, change.new])).toEqual([
        [day, OFFER, "input", inputOf(before), inputOf(store)],
      ]);
      [past, before] = [after, store];
    }
  });

  weekly("midnight, which one night runs past: as if every list had been read on its later day", () => {
    const eve = world.settledOn("2026-12-30");
    const split = withReadings(world.goodNight, (id) => ({
      at: id === "openrouter-models" || id === "openrouter-endpoints" ? "2026-12-31T23:58:00Z" : "2027-01-01T00:02:00Z",
    }));
    const night = world.play(eve, split, "2027-01-01");
    expect([night.run?.asOf, toldOf(night)]).toEqual(["2027-01-01", []]);
    expect(movedSince(eve, night)).toEqual([]);
    const next = world.play(night, world.goodNight, "2027-01-01");
    expect([next.run?.asOf, toldOf(next)]).toEqual(["2027-01-01", []]);
    expect(movedSince(eve, next)).toEqual([]);
  });
});

// The whole job around.
const folder = mkdtempSync(join(tmpdir(), "token-parity-edges-"));
afterAll(() => rmSync(folder, { recursive: true }));
const filesIn = (out: string) =>
  new Map(
    readdirSync(out, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.jsonl?$/.test(name))
      .map((name) => [name, readFileSync(join(out, name), "utf8")]),
  );

for (const [what, days] of EDGES)
  weekly(`${what} writes the files of its month, and no other that is kept`, async () => {
    const out = join(folder, days[0] ?? "");
    cpSync("data/generated", out, { recursive: true });
    const job = async (day: string, factor: number) => {
      const bodies = listed(world.good, (rows) => rows.map((row) => (row["id"] === MODEL ? dearer(row, factor) : row)));
      const io = bodiesIo(bodies, `${day}T04:00:00Z`);
      const progress = { start: () => undefined, stop: () => undefined };
      await refreshData({ io, out, curated: "data/curated", isDryRun: false, progress });
    };
    await job(addDays(days[0] ?? "", -1), 1);
    for (const [index, day] of days.entries()) {
      const before = filesIn(out);
      await job(day, 1 + (index + 1) / 10);
      const changed = [...filesIn(out)].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
      const kept = changed.filter((name) => /^(history|rankings|need-figures)/.test(name));
      expect(kept).toContain(`history/${day.slice(0, 4)}/${day.slice(0, 7)}.jsonl`);
      expect(kept.filter((name) => !name.includes(day.slice(0, 7)))).toEqual([]);
      expect(readStore(out).run?.asOf).toBe(day);
    }
  });

function dearer(row: Json, factor: number): Json {
  const pricing = { ...Object(row["pricing"]) };
  return { ...row, pricing: { ...pricing, prompt: (Number(pricing.prompt) * factor).toFixed(12) } };
}
