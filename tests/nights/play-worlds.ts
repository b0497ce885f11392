import { readCurated } from "../../scripts/night/pipeline/curated.ts";
import { readStore, type Store } from "../../scripts/night/pipeline/store.ts";
import { addDays } from "../../src/domain/money/days.ts";
import { type Bodies, fullUpstream } from "./full-upstream.ts";
import { throughMirror } from "./play-mirror.ts";
import { playNights, type ReadNight, readNight, readThrough } from "./play-nights.ts";
import { type RecordedWhen, throughRecording } from "./play-recording.ts";
import { isThorough } from "./weekly.ts";

const committed = readStore("data/generated");
const asOf = committed.run?.asOf ?? "";
const tables = readCurated("data/curated");
/** Price pages read on the day of the data, and no announced end: nothing grows too old or ends by itself while the nights are played. */
const curated = {
  ...tables,
  listPrices: tables.listPrices.map((row) => ({ ...row, observedOn: asOf, retiresOn: null })),
  announcements: [],
};
/** Every body is read on this day, and its night is then played on another: the curated rows of another day are others. */
const READ_ON = addDays(asOf, 1);

/** Good nights until nothing waits any more: what a platform itself says is believed on the third, what a copy no longer names after a week. */
const SETTLING_DAYS = [1, 3, 9];
export const FIRST_DAY = addDays(asOf, 10);
/** As many as the longest story has, with the two good nights after it. */
const QUIET_NIGHTS = isThorough ? 7 : 5;

/** A catalogue where nothing goes wrong: what every bad night is held against. */
export interface World {
  readonly committed: Store;
  readonly good: Bodies;
  readonly goodNight: ReadNight;
  /** Where every story begins. */
  readonly start: Store;
  /** Good nights from there. */
  readonly nights: readonly Store[];
}

/** The committed catalogue, settled, and nights on which every source is well. */
export async function settledWorld(): Promise<World> {
  const good = fullUpstream(committed, curated);
  const goodNight = await readNight(good, curated, READ_ON);
  const start = SETTLING_DAYS.reduce(
    (store, days) => playNights(store, [goodNight], addDays(asOf, days), curated)[0] ?? store,
    committed,
  );
  const nights = playNights(
    start,
    Array.from({ length: QUIET_NIGHTS }, () => goodNight),
    FIRST_DAY,
    curated,
  );
  return { committed, good, goodNight, start, nights };
}

/** The committed catalogue and a good night, to be played on any day. */
export interface OpenWorld extends Pick<World, "committed" | "good" | "goodNight"> {
  /** After good nights up to a day, until nothing waits any more. */
  readonly settledOn: (day: string) => Store;
  readonly play: (before: Store, night: ReadNight, day: string) => Store;
}

/** The committed catalogue as a good night reads it, to be played from any day on; the lists are read once. */
export async function openWorld(): Promise<OpenWorld> {
  const good = fullUpstream(committed, curated);
  const goodNight = await readNight(good, curated, READ_ON);
  const play = (before: Store, night: ReadNight, day: string) => playNights(before, [night], day, curated)[0] ?? before;
  const aWeekAgo = (day: string) => play(committed, goodNight, addDays(day, -8));
  return { committed, good, goodNight, play, settledOn: (day) => play(aWeekAgo(day), goodNight, day) };
}

/** The same bodies on each of these days, counted from the first night of every story: what is valid after the last. */
export async function playDays({ start }: World, bodies: Bodies, days: readonly number[]): Promise<Store> {
  const nightRead = await readNight(bodies, curated, READ_ON);
  return days.reduce((store, day) => playNights(store, [nightRead], addDays(FIRST_DAY, day), curated)[0] ?? store, start);
}

/** The committed data after nights on the day of the data, with people's tables as they are. */
export const playOnCommitted = ({ committed }: World, nights: readonly ReadNight[]): readonly Store[] =>
  playNights(committed, nights, asOf, tables);

/** One night that was read some other way, then two good ones. */
export const playRead = ({ start, goodNight }: World, night: ReadNight): readonly Store[] =>
  playNights(start, [night, goodNight, goodNight], FIRST_DAY, curated);

/** The first night of every story, read through the live door: `day` is its day, and the bodies may be dated by themselves. */
export const readLive = async (bodies: Bodies, day = FIRST_DAY): Promise<ReadNight> =>
  await throughMirror(bodies, new Date(`${day}T04:00:00Z`), (io) => readThrough(io, curated, day));

/** The same from a recording, whose index says when each body was read. */
export const readRecorded = async (bodies: Bodies, whenOf: (url: string) => RecordedWhen): Promise<ReadNight> =>
  await throughRecording(bodies, whenOf, (io) => readThrough(io, curated, FIRST_DAY));

/** These nights, then two good ones. Nights with the same bodies are read once. */
export async function playWorld({ start, goodNight }: World, bodies: readonly Bodies[]): Promise<readonly Store[]> {
  const nightsRead = new Map<Bodies, ReadNight>();
  for (const each of new Set(bodies)) nightsRead.set(each, await readNight(each, curated, READ_ON));
  const nights = bodies.flatMap((each) => nightsRead.get(each) ?? []);
  return playNights(start, [...nights, goodNight, goodNight], FIRST_DAY, curated);
}
