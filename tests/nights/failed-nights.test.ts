import { beforeAll, expect, test } from "vitest";
import { readCurated } from "../../scripts/night/pipeline/curated.ts";
import { readStore, type Store } from "../../scripts/night/pipeline/store.ts";
import { addDays } from "../../src/domain/money/days.ts";
import { type Bodies, fullUpstream } from "./full-upstream.ts";
import { playNights, type ReadNight, readNight, shown, written } from "./play-nights.ts";
import { FAILURES, nameOf } from "./scenarios.ts";

/** The rule (design §4): a source that was not read changes nothing that rests on it, for any number of nights, and leaves no trace. */

const committed = readStore("data/generated");
const asOf = committed.run?.asOf ?? "";
const tables = readCurated("data/curated");
/** Price pages read on the day of the data: none of them grows too old while the nights are played. */
const curated = { ...tables, listPrices: tables.listPrices.map((row) => ({ ...row, observedOn: asOf })) };
const NIGHTS = 5;

let start: Store;
let firstDay: string;
let good: Bodies;
let goodNight: ReadNight;
let quiet: readonly Store[];

beforeAll(async () => {
  good = fullUpstream(committed, curated);
  goodNight = await readNight(good, curated, addDays(asOf, 1));
  start = playNights(committed, [goodNight], addDays(asOf, 1), curated)[0] ?? committed;
  firstDay = addDays(asOf, 2);
  quiet = playNights(
    start,
    Array.from({ length: NIGHTS }, () => goodNight),
    firstDay,
    curated,
  );
}, 180_000);

const played = FAILURES.filter(({ isRepresentative }) => isRepresentative || process.env["FUZZ_RUNS"] !== undefined);

test("the full catalogue is played: what is read back is what is committed", () => {
  expect(start.models.map(({ id }) => id)).toEqual(committed.models.map(({ id }) => id));
  const [was, is] = [shown(committed).offers, shown(start).offers];
  const same = Object.keys(was).filter((id) => JSON.stringify(was[id]) === JSON.stringify(is[id]));
  expect(same.length / Object.keys(was).length).toBeGreaterThan(0.95);
});

test.each(played.map((scenario) => [nameOf(scenario), scenario] as const))("%s", async (_, { nights, upstream }) => {
  const bad = await readNight(upstream(good, 0), curated, firstDay);
  const world = playNights(start, [...Array.from({ length: nights }, () => bad), goodNight, goodNight], firstDay, curated);
  for (const [index, store] of world.slice(0, nights).entries()) expect(shown(store), `night ${index + 1}`).toEqual(shown(start));
  for (const [index, store] of world.entries()) {
    const undisturbed = quiet[index];
    if (index >= nights && undisturbed !== undefined) expect(written(store), `night ${index + 1}`).toEqual(written(undisturbed));
  }
});
