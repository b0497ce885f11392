import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The rows of a JSON-lines file; an absent file has none. A row that breaks its schema throws with file and line. */
export function readRows<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema>[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line, index) => {
    const row = schema.safeParse(JSON.parse(line));
    if (!row.success) throw new Error(`${path}:${index + 1}\n${z.prettifyError(row.error)}`, { cause: row.error });
    return row.data;
  });
}

/** A whole JSON file against its schema; throws with the file's name. */
export function readJson<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  const value = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!value.success) throw new Error(`${path}\n${z.prettifyError(value.error)}`, { cause: value.error });
  return value.data;
}

/** The JSON files of a folder, in name order. */
export const jsonFilesOf = (dir: string): readonly string[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => join(dir, name));
