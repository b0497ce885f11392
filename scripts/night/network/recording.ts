import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { z } from "zod";
import { messageOf, parseJsonText } from "../pipeline/json-text.ts";
import type { Body, Io } from "../sources/source.ts";
import { type RecordedTimes, untimelyIn } from "./recorded-days.ts";
import { notAhead } from "./server-clock.ts";

const Recorded = z.record(
  z.string(),
  z.object({ url: z.url(), readAt: z.iso.datetime(), recordedAt: z.iso.datetime().optional() }),
);

interface Entry extends RecordedTimes {
  readonly path: string;
  /** Why its time is not believed; null = it is. */
  readonly untimely: string | null;
}

/**
 * Recorded answers: `dir/recorded.json` says which file holds which URL, and when it was read. A URL it lacks is null: *not read*. What was
 * read after the day `until` is not there. A package is asked for without its version: `npm:@a/b` is answered by the newest `npm:@a/b@1.6.0`;
 * one dated ahead of its recording throws. A missing folder, an unreadable index or a body that is no JSON throws one Error that names the file.
 */
export function recordingIo(dir: string, until: string | null = null): Io {
  const byUrl = newestByUrl(readIndex(join(dir, "recorded.json")), until);
  const read = async (wanted: string, parse: (text: string) => unknown): Promise<Body | null> => {
    const entry = byUrl.get(wanted);
    if (entry === undefined) return null;
    const { path, url, readAt, recordedAt = readAt, untimely } = entry;
    if (untimely !== null) throw new Error(untimely);
    return notAhead({ url, readAt, content: await readBody(join(dir, path), parse) }, recordedAt, "its recording");
  };
  return {
    getJson: (url) => read(url, parseJsonText),
    getText: (url) => read(url, (text) => text),
    recordedUrls: (prefix) => [...byUrl.keys()].filter((url) => url.startsWith(prefix)).sort(),
  };
}

function readIndex(path: string): z.output<typeof Recorded> {
  try {
    return Recorded.parse(parseJsonText(readFileSync(path, "utf8")));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? "not an index of path → { url, readAt }" : messageOf(cause);
    throw new Error(`${path}: ${why}`, { cause });
  }
}

/** A URL recorded on several days stands for its newest body; equal days end in the path. */
function newestByUrl(index: z.output<typeof Recorded>, until: string | null): ReadonlyMap<string, Entry> {
  const oldestFirst = Object.entries(index)
    .filter(([, { readAt }]) => until === null || readAt.slice(0, 10) <= until)
    .toSorted(([pathA, a], [pathB, b]) => Date.parse(a.readAt) - Date.parse(b.readAt) || (pathA < pathB ? -1 : 1));
  const untimely = untimelyIn(oldestFirst.map(([, entry]) => entry));
  return new Map(oldestFirst.map(([path, entry]) => [withoutVersion(entry.url), { ...entry, path, untimely: untimely(entry) }]));
}

/** `npm:@a/b@1.6.0` → `npm:@a/b`; any other address is itself. */
const withoutVersion = (url: string): string => (url.startsWith("npm:") ? url.replace(/(?<=.)@[^@/]+$/, "") : url);

async function readBody(path: string, parse: (text: string) => unknown): Promise<unknown> {
  try {
    return parse(await readText(path));
  } catch (cause) {
    throw new Error(`${path}: ${messageOf(cause)}`, { cause });
  }
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  return (path.endsWith(".gz") ? await promisify(gunzip)(bytes) : bytes).toString("utf8");
}
