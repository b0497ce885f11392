/**
 * Rows of rankings as kept files hold them: most rows of a day are those of the kept day before, or differ in a figure or two. Whatever
 * fields a row has, now or later, it comes back with the same fields in the same order, so that its checksum is still its own.
 */

type Leaf = string | number | boolean | null;

/** A row with 0 in the place of every value. */
export type RowShape = Leaf | readonly RowShape[] | { readonly [name: string]: RowShape };

/**
 * `3` = row 3 of the day before; `[3, 2, 5, 6, "7.5"]` = that row with its value 2 now 5 and its value 6 now "7.5"; `{ shape, values }` =
 * a new row, its values in the order of that shape.
 */
export type PackedRow = number | readonly [number, ...Leaf[]] | { readonly shape: number; readonly values: readonly Leaf[] };

/** Packs days one after the other; `shapes` grows with each new kind of row. `keyOf`: what makes a row the same one on another day. */
export function rowPacker<Kept>(
  shapes: RowShape[],
  keyOf: (row: Kept) => string,
): (rows: readonly Kept[]) => readonly PackedRow[] {
  const placeOfShape = new Map<string, number>(shapes.map((shape, index) => [JSON.stringify(shape), index]));
  let before: readonly Kept[] = [];
  return (rows) => {
    const placeOf = new Map(before.map((row, place) => [keyOf(row), place]));
    const packed = rows.map((row) => {
      const place = placeOf.get(keyOf(row));
      return (place === undefined ? null : changeOf(row, before[place], place)) ?? newRow(row, shapes, placeOfShape);
    });
    before = rows;
    return packed;
  };
}

/** Unpacks days in the order they were packed in. `first`: how many rows of each day are wanted; of the others only those they come from are read. */
export function rowUnpacker<Kept>(
  shapes: readonly RowShape[],
  first = Number.POSITIVE_INFINITY,
): (packed: readonly PackedRow[]) => readonly Kept[] {
  let day: PackedDay | null = null;
  const rowOf = rowMaker<Kept>(shapes);
  return (packed) => {
    const now: PackedDay = { packed, before: day, flat: [] };
    day = now;
    return Array.from({ length: Math.min(first, packed.length) }, (_, place) => rowOf(flatRow(now, place)));
  };
}

/** The rows of a day, which are read when they are asked for. */
export interface PackedDay {
  readonly packed: readonly PackedRow[];
  /** The kept day before. */
  readonly before: PackedDay | null;
  /** Those that were read. */
  readonly flat: FlatRow[];
}

/** A row that is not made yet. Where it stands for days on end it is the same object on each. */
export interface FlatRow {
  readonly shape: number;
  /** Null until they are asked for: those of the day before, with the changes. */
  values: readonly Leaf[] | null;
  readonly before: FlatRow | null;
  readonly changes: readonly Leaf[];
}

/** The row at a place of a day. */
export function flatRow(day: PackedDay, place: number): FlatRow {
  const flat = day.flat[place] ?? newFlatRow(day, there(day.packed[place]));
  day.flat[place] = flat;
  return flat;
}

function newFlatRow({ before }: PackedDay, row: PackedRow): FlatRow {
  if (typeof row === "number") return flatRow(there(before ?? undefined), row);
  if ("shape" in row) return { ...row, before: null, changes: [] };
  const was = flatRow(there(before ?? undefined), row[0]);
  return { shape: was.shape, values: null, before: was, changes: row };
}

/** Makes rows; a row that stands for days on end is the same object on each. */
export function rowMaker<Kept>(shapes: readonly RowShape[]): (flat: FlatRow) => Kept {
  const unpackers = shapes.map((shape) => rowOfShape<Kept>(shape));
  const made = new WeakMap<FlatRow, Kept>();
  return (flat) => {
    const row = made.get(flat) ?? there(unpackers[flat.shape])(valuesNow(flat));
    made.set(flat, row);
    return row;
  };
}

/** One value of a row that need not be made for it; its place is in `placeOf`. */
export function valueAt(flat: FlatRow, place: number): Leaf {
  if (flat.values !== null) return flat.values[place] ?? null;
  for (let index = 1; index < flat.changes.length; index += 2)
    if (flat.changes[index] === place) return flat.changes[index + 1] ?? null;
  return valueAt(there(flat.before ?? undefined), place);
}

/** Where the value of a field stands among those of its row: of `{ a: 0, b: [0, 0], c: 0 }`, `c` is 3. A field that is not there is -1. */
export function placeOf(shape: RowShape, name: string): number {
  let place = 0;
  for (const [field, each] of Object.entries(shape ?? {})) {
    if (field === name) return place;
    place += valuesOf(each).length;
  }
  return -1;
}

function valuesNow(flat: FlatRow): readonly Leaf[] {
  if (flat.values !== null) return flat.values;
  const values = [...valuesNow(there(flat.before ?? undefined))];
  for (let index = 1; index < flat.changes.length; index += 2)
    values[Number(flat.changes[index])] = flat.changes[index + 1] ?? null;
  flat.values = values;
  return values;
}

/** What changed since the day before; null = the row has other fields now. */
function changeOf(row: unknown, before: unknown, place: number): PackedRow | null {
  if (before === undefined || !isSameShape(row, before)) return null;
  const was = valuesOf(before);
  const changes = valuesOf(row).flatMap((value, index) => (value === was[index] ? [] : [index, value]));
  return changes.length === 0 ? place : [place, ...changes];
}

function isSameShape(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || a === null) return typeof b !== "object" || b === null;
  if (typeof b !== "object" || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [fields, others] = [Object.entries(a), Object.entries(b)];
  return (
    fields.length === others.length &&
    fields.every(([name, each], index) => name === others[index]?.[0] && isSameShape(each, others[index]?.[1]))
  );
}

function newRow(row: unknown, shapes: RowShape[], placeOfShape: Map<string, number>): PackedRow {
  const shape = shapeOf(row);
  const text = JSON.stringify(shape);
  const index = placeOfShape.get(text) ?? shapes.push(shape) - 1;
  placeOfShape.set(text, index);
  return { shape: index, values: valuesOf(row) };
}

function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("a packed row names a row or a shape that is not there");
  return value;
}

function shapeOf(value: unknown): RowShape {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return 0;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]));
}

function valuesOf(value: unknown): readonly Leaf[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(valuesOf);
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return [value];
  throw new Error(`a row holds ${typeof value}`);
}

/** Values of a row and how many are read. */
interface Cursor {
  readonly values: readonly Leaf[];
  at: number;
}
type Unpacker = (from: Cursor) => unknown;

/** Packed from a row of this very type: `rowPacker` takes nothing else. Ten years have a million rows of a few shapes, so a shape is read once. */
function rowOfShape<Kept>(shape: RowShape): (values: readonly Leaf[]) => Kept {
  const fields = fieldsOf(shape);
  return (values) => rowFrom(fields, { values, at: 0 });
}

const fieldsOf = (shape: RowShape): readonly (readonly [string, Unpacker])[] =>
  Object.entries(shape ?? {}).map(([name, each]) => [name, unpackerOf(each)]);

function unpackerOf(shape: RowShape): Unpacker {
  if (typeof shape !== "object" || shape === null) return nextValue;
  if (Array.isArray(shape)) {
    const unpackers = shape.map(unpackerOf);
    return (from) => unpackers.map((unpack) => unpack(from));
  }
  const fields = fieldsOf(shape);
  return (from) => rowFrom(fields, from);
}

function nextValue(from: Cursor): Leaf {
  from.at += 1;
  return from.values[from.at - 1] ?? null;
}

function rowFrom(fields: readonly (readonly [string, Unpacker])[], from: Cursor) {
  const row = Object.create(Object.prototype);
  for (const [name, make] of fields) row[name] = make(from);
  return row;
}
