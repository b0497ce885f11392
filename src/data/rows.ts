import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/**
 * The rows of a JSON-lines file; an absent file has none. A row that breaks its schema throws with file and line. `complete` puts in what a file
 * says once for all its rows.
 */
export function readRows<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  complete: (row: unknown) => unknown = (row) => row,
): z.output<Schema>[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line, index) => checked(schema, line, `${path}:${index + 1}`, complete));
}

/** A whole JSON file against its schema; throws with the file's name. */
export function readJson<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  return checked(schema, readFileSync(path, "utf8"), path, (value) => value);
}

function checked<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  place: string,
  complete: (value: unknown) => unknown,
): z.output<Schema> {
  const value = schema.safeParse(complete(parsed(text, place)));
  if (!value.success) throw new Error(`${place}\n${z.prettifyError(value.error)}`, { cause: value.error });
  return value.data;
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${place}: no JSON`, { cause });
  }
}

/** The JSON files of a folder, in name order. */
export const jsonFilesOf = (dir: string): readonly string[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => join(dir, name));
