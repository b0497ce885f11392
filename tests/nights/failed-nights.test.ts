import { beforeAll, expect, test } from "vitest";
import { withLastReadings } from "../../scripts/night/pipeline/last-reading-files.ts";
import { storeFiles } from "../../scripts/night/pipeline/store.ts";
import { shown, written } from "./play-nights.ts";
import { playWorld, settledWorld, type World } from "./play-worlds.ts";
import { FAILURES, nameOf } from "./scenarios.ts";

/** The rule (design §4): a source that was not read changes nothing that rests on it, for any number of nights, and leaves no trace. */

let quiet: World;

beforeAll(async () => {
  quiet = await settledWorld();
});

const played = FAILURES.filter(({ isRepresentative }) => isRepresentative || process.env["FUZZ_RUNS"] !== undefined);

test("the full catalogue is played: what is read back is what is committed", () => {
  const { committed, start } = quiet;
  expect(start.models.map(({ id }) => id)).toEqual(committed.models.map(({ id }) => id));
  const [was, is] = [shown(committed).offers, shown(start).offers];
  const same = Object.keys(was).filter((id) => JSON.stringify(was[id]) === JSON.stringify(is[id]));
  expect(same.length / Object.keys(was).length).toBeGreaterThan(0.95);
});

test("a quiet night rewrites a handful of lines", () => {
  const [third, fourth] = quiet.nights.slice(2, 4).map((store) => withLastReadings([...storeFiles(store)]));
  const before = new Map([...(third ?? [])].map(([name, text]) => [name, new Set(text.split("\n"))]));
  const rewritten = [...(fourth ?? [])].flatMap(([name, text]) =>
    text.split("\n").flatMap((line) => (before.get(name)?.has(line) === true ? [] : [`${name} ${line.slice(0, 80)}`])),
  );
  expect(rewritten.length, rewritten.slice(0, 5).join("\n")).toBeLessThan(40);
});

test.each(played.map((scenario) => [nameOf(scenario), scenario] as const))("%s", async (_, { nights, upstream }) => {
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
