import { readingId, type StoredReading } from "../../merge/reading-row.ts";
import type { Reading } from "../../sources/source.ts";
import { spellingKey } from "./spelling-key.ts";

/**
 * Last night's rows by the ids they have tonight: where one is gone and one alone is new at its place that reads the same, it is the same row under
 * another spelling. Guards then hold it against what it charged, and what it was stays with it until it is spelled as before.
 */
export function asSpelledTonight(before: readonly StoredReading[], tonight: readonly Reading[]): readonly StoredReading[] {
  const [idsBefore, idsTonight] = [new Set(before.map(readingId)), new Set(tonight.map(readingId))];
  const added = Map.groupBy(
    tonight.filter((reading) => !idsBefore.has(readingId(reading))),
    placeOf,
  );
  if (added.size === 0) return before;
  const gone = Map.groupBy(
    before.filter((reading) => !idsTonight.has(readingId(reading))),
    placeOf,
  );
  const upstreamIds = new Map([...gone].flatMap(([place, rows]) => pairOf(rows, added.get(place) ?? [])));
  return before.map((reading) => {
    const upstreamId = upstreamIds.get(reading);
    return upstreamId === undefined ? reading : { ...reading, upstreamId };
  });
}

/** Where two of a place went or came, nobody can say which became which. */
const pairOf = (gone: readonly StoredReading[], added: readonly Reading[]) =>
  gone.flatMap((reading) =>
    gone.length === 1 && added.length === 1 && added[0] !== undefined ? [[reading, added[0].upstreamId] as const] : [],
  );

const placeOf = ({ key, upstreamId }: Pick<Reading, "key" | "upstreamId">): string =>
  readingId({ key, upstreamId: spellingKey(upstreamId) });

/** Which body of OpenRouter's a row comes from, however its address spells the model: model and way of selling. */
export const bodyOf = ({ model, upstreamId }: Pick<Reading, "model" | "upstreamId">): string | null =>
  model === null ? null : `${model}:${upstreamId.split(":")[1] ?? ""}`;
