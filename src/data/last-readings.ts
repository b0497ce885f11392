import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isFields } from "../domain/text/is-fields.ts";
import { readJson, readRows } from "./rows.ts";

/**
 * `data/generated/last-readings.json`: where and when each source was read last, once. A row that leaves `readAt` out was read then, and one that
 * leaves `url` out was read there: so a night on which no price changed rewrites this file and no row.
 */
export const LastReadings = z.record(z.string(), z.strictObject({ url: z.string(), readAt: z.iso.datetime() }));
export type LastReadings = z.output<typeof LastReadings>;

export const LAST_READINGS = "last-readings.json";

/** The rows of a file of `data/generated`, each with the reading it names. An absent file has none. */
export function readGeneratedRows<Schema extends z.ZodType>(dir: string, name: string, schema: Schema): z.output<Schema>[] {
  const path = join(dir, LAST_READINGS);
  const last = existsSync(path) ? readJson(path, LastReadings) : {};
  return readRows(join(dir, name), schema, (row) => withReading(row, last));
}

type Json = Readonly<Record<string, unknown>>;

/** Whether a table says where something was read: a `SourceRef`, or a score or cost of a benchmark. */
const isRead = (table: Json): boolean => "hand" in table || "match" in table;

const sourceOf = (table: Json): string => String("hand" in table ? table["id"] : (table["source"] ?? table["id"]));

/** A value with every reading it leaves out, put in where they belong: it was parsed for this, and tens of thousands of copies cost a night a third of a second. */
function withReading(value: unknown, last: LastReadings): unknown {
  if (Array.isArray(value)) for (const each of value) withReading(each, last);
  if (!isFields(value)) return value;
  for (const name in value) withReading(value[name], last);
  const lastOfSource = isRead(value) ? last[sourceOf(value)] : undefined;
  return lastOfSource === undefined ? value : Object.assign(value, { ...lastOfSource, ...value });
}

/** A value without what `last` says of its readings; what says nothing of one is the same value. */
export function withoutReading(value: unknown, last: LastReadings): unknown {
  if (Array.isArray(value)) {
    const each = value.map((element: unknown) => withoutReading(element, last));
    return each.every((element, at) => element === value[at]) ? value : each;
  }
  if (!isFields(value)) return value;
  const lastOfSource = isRead(value) ? last[sourceOf(value)] : undefined;
  let isSame = true;
  const shortened: Record<string, unknown> = {};
  for (const name in value) {
    const each = value[name];
    const inside = isLeftOut(name, each, lastOfSource, value) ? undefined : withoutReading(each, last);
    if (inside !== each) isSame = false;
    if (inside !== undefined) shortened[name] = inside;
  }
  return isSame ? value : shortened;
}

/** The address only beside the moment: an older row of the same address was read there too, and says when. */
function isLeftOut(name: string, value: unknown, last: LastReadings[string] | undefined, table: Json): boolean {
  if (last === undefined || table["readAt"] !== last.readAt) return false;
  return name === "readAt" || (name === "url" && value === last.url);
}

/** What the rows of every source name: its newest moment, and the address most of them were read at then. */
export function lastReadingsOf(rows: Iterable<unknown>): LastReadings {
  const seen = new Map<string, Map<string, Map<string, number>>>();
  for (const row of rows) countReadings(row, seen);
  const entries = [...seen]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, moments]) => {
      const [readAt, urls] = [...moments].reduce((newest, each) => (each[0] > newest[0] ? each : newest));
      const [url] = [...urls].reduce((most, each) =>
        each[1] > most[1] || (each[1] === most[1] && each[0] < most[0]) ? each : most,
      );
      return [source, { url, readAt }] as const;
    });
  return Object.fromEntries(entries);
}

function countReadings(value: unknown, seen: Map<string, Map<string, Map<string, number>>>): void {
  if (Array.isArray(value)) for (const each of value) countReadings(each, seen);
  if (!isFields(value)) return;
  for (const name in value) if (typeof value[name] === "object") countReadings(value[name], seen);
  const { url, readAt } = value;
  if (!isRead(value) || typeof url !== "string" || typeof readAt !== "string") return;
  const moments = seen.get(sourceOf(value)) ?? new Map<string, Map<string, number>>();
  const urls = moments.get(readAt) ?? new Map<string, number>();
  seen.set(sourceOf(value), moments.set(readAt, urls.set(url, (urls.get(url) ?? 0) + 1)));
}
