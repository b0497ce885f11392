import { compareText } from "../../money/compare-text.ts";
import type { RankingLine, RankingSnapshot } from "../ranking-snapshot.ts";
import {
  type FlatRow,
  flatRow,
  type PackedDay,
  type PackedRow,
  placeOf,
  type RowShape,
  rowMaker,
  rowPacker,
  rowUnpacker,
  valueAt,
} from "./packed-rows.ts";

/** `data/generated/rankings/<month>/<workload>.json`, and the same below `/api/v1/rankings/`: every kept day of a month, oldest first. */
export interface RankingMonth {
  readonly workload: string;
  /** `2026-08`. */
  readonly month: string;
  readonly shapes: readonly RowShape[];
  readonly kept: readonly PackedVersion[];
}

/** A day has a second one where a later reading of it changed its rows. */
export interface PackedVersion {
  readonly asOf: string;
  /** Of the rows as compact JSON. */
  readonly sha256: string;
  readonly rows: readonly PackedRow[];
}

/** The month of these days, which may come in any order: a day's versions stay in theirs. */
export function packMonth(workload: string, month: string, days: readonly RankingSnapshot[]): RankingMonth {
  const shapes: RowShape[] = [];
  const pack = rowPacker<RankingLine>(shapes, ({ modelId }) => modelId);
  const versions = days
    .toSorted((a, b) => compareText(a.asOf, b.asOf))
    .flatMap(({ asOf, kept }) => kept.map(({ sha256, rows }) => ({ asOf, sha256, rows: pack(rows) })));
  return { workload, month, shapes, kept: versions };
}

/** The kept days of a month, oldest first; with `first`, only so many rows of each. */
export function unpackMonth({ workload, shapes, kept }: RankingMonth, first?: number): readonly RankingSnapshot[] {
  const unpack = rowUnpacker<RankingLine>(shapes, first);
  const versions = kept.map(({ asOf, sha256, rows }) => ({ asOf, sha256, rows: [...unpack(rows)] }));
  const days = Map.groupBy(versions, ({ asOf }) => asOf);
  return [...days].map(([asOf, versionsOfDay]) => ({
    workload,
    asOf,
    kept: versionsOfDay.map(({ sha256, rows }) => ({ sha256, rows })),
  }));
}

/** The lines of one day. */
export interface DayLines {
  readonly asOf: string;
  readonly rows: readonly RankingLine[];
}

/**
 * The kept days of a month, oldest first, each with the lines in its last version whose seller or price is another than the model had on its day
 * before in this month: on the first day all. No other line is made, which is nine in ten.
 */
export function movedLines({ shapes, kept }: RankingMonth): readonly DayLines[] {
  const places = shapes.map((shape) => FIELDS_THAT_MOVE.map((name) => placeOf(shape, name)));
  const lineOf = rowMaker<RankingLine>(shapes);
  const placesThatMove = new Set(places.flat());
  const last = new Map<unknown, readonly unknown[]>();
  const moved = (flat: FlatRow): boolean => {
    const [model, ...figures] = (places[flat.shape] ?? []).map((place) => valueAt(flat, place));
    const before = last.get(model);
    last.set(model, figures);
    return figures.some((figure, at) => figure !== before?.[at]);
  };
  let day: PackedDay | null = null;
  let areAllRead = false;
  return kept.flatMap(({ asOf, rows: packed }, at) => {
    const now: PackedDay = { packed, before: day, flat: [] };
    const isDayBefore = areAllRead;
    day = now;
    areAllRead = kept[at + 1]?.asOf !== asOf;
    if (!areAllRead) return [];
    // What stands was read with the day before, unless that was an earlier version of this day.
    const rows = packed.flatMap((row, place) => (isDayBefore && !mayMove(row, placesThatMove) ? [] : [flatRow(now, place)]));
    return [{ asOf, rows: rows.filter(moved).map(lineOf) }];
  });
}

/** Whether a value at one of the places, each of which some shape has, is another than the day before. */
function mayMove(row: PackedRow, places: ReadonlySet<number>): boolean {
  if (typeof row === "number") return false;
  return "shape" in row || row.some((each, at) => at % 2 === 1 && typeof each === "number" && places.has(each));
}

const FIELDS_THAT_MOVE = ["modelId", "offerId", "landedUsdPerMonth"] as const satisfies readonly (keyof RankingLine)[];

/** One version a line: a night that keeps a day adds a line. */
export function rankingMonthText({ workload, month, shapes, kept }: RankingMonth): string {
  const lines = kept.map((version) => JSON.stringify(version)).join(",\n");
  return `{"workload":"${workload}","month":"${month}","shapes":${JSON.stringify(shapes)},"kept":[\n${lines}\n]}\n`;
}
