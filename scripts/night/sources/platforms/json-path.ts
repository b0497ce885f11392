import { isFields } from "../../../../src/domain/text/is-fields.ts";
import { wrongShape } from "./wrong-shape.ts";

/** One row of a JSON body, with the row it is in. */
export interface JsonRow {
  /** Where it is: `data[3].providers[0]`. */
  readonly path: string;
  readonly value: unknown;
  /** The row around it; null = the body itself. */
  readonly parent: JsonRow | null;
  /** Its name in a table of named rows; null = a row of a list. */
  readonly key: string | null;
}

/** What is at a path, and where. */
export interface FoundValue {
  readonly path: string;
  readonly value: unknown;
}

const STEP = /^(.*?)(\[\]|\{\})$/;

/**
 * The rows of a body: `data[]` is a list, `data[].providers[]` a list in each row of a list, `pricing{}` a table of named rows, `[]` a body that
 * is a list. Anything else at the first list is a broken answer: it throws. A row without an inner list has no inner rows.
 */
export function rowsAt(body: unknown, pattern: string): readonly JsonRow[] {
  let rows: readonly JsonRow[] = [{ path: "", value: body, parent: null, key: null }];
  for (const part of pattern.split(/(?<=\[\]|\{\})\./)) {
    const [, path = part, each = "[]"] = STEP.exec(part) ?? [];
    rows = rows.flatMap((row) => childrenOf(row, path, each));
  }
  return rows;
}

function childrenOf(row: JsonRow, path: string, each: string): readonly JsonRow[] {
  const table = path === "" ? row : valueAt(row, path);
  if (row.parent !== null && (table.value === undefined || table.value === null)) return [];
  if (each === "[]") {
    if (!Array.isArray(table.value)) throw wrongShape(table.path, table.value, "a list of rows");
    return table.value.map((value, index) => ({ path: `${table.path}[${index}]`, value, parent: row, key: null }));
  }
  if (!isFields(table.value)) throw wrongShape(table.path, table.value, "a table of rows");
  return Object.entries(table.value).map(([key, value]) => ({ path: join(table.path, key), value, parent: row, key }));
}

/**
 * What is at a path of a row, the first of several alternatives that is there: `pricing.input_cache_read|pricing.input_cache_reads`. `../id` is
 * a field of the row around it, `@key` the row's name, `@row` the row itself. Nothing there is `undefined`.
 */
export function valueAt(row: JsonRow, paths: string): FoundValue {
  const values = paths.split("|").map((path) => single(row, path));
  return values.find(({ value }) => value !== undefined && value !== null) ?? values[0] ?? { path: row.path, value: undefined };
}

function single(row: JsonRow, path: string): FoundValue {
  if (path.startsWith("../")) return row.parent === null ? { path, value: undefined } : single(row.parent, path.slice(3));
  if (path === "@key") return { path: row.path, value: row.key ?? undefined };
  if (path === "@row") return row;
  let value: unknown = row.value;
  for (const name of path.split(".")) value = memberOf(value, name);
  return { path: join(row.path, path), value };
}

/** Of a list its n-th row, of a table its own field. */
function memberOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(name) ? value[Number(name)] : undefined;
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

const join = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);
