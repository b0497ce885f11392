import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { messageOf, parseJsonText } from "../pipeline/json-text.ts";
import type { Body, Io } from "../sources/source.ts";

const Recorded = z.record(z.string(), z.object({ url: z.url(), readAt: z.iso.datetime() }));

interface Entry {
  readonly path: string;
  readonly readAt: string;
}

/**
 * Recorded answers: `dir/recorded.json` says which file holds which URL, and when it was read. A URL it lacks is null: *not read*.
 * A missing folder, an unreadable index or a body that is no JSON throws one Error that names the file.
 */
export function recordingIo(dir: string): Io {
  const byUrl = newestByUrl(readIndex(join(dir, "recorded.json")));
  const read = async (url: string, parse: (text: string) => unknown): Promise<Body | null> => {
    const entry = byUrl.get(url);
    return entry === undefined ? null : { url, readAt: entry.readAt, content: await readBody(join(dir, entry.path), parse) };
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
function newestByUrl(index: z.output<typeof Recorded>): ReadonlyMap<string, Entry> {
  const oldestFirst = Object.entries(index).toSorted(
    ([pathA, a], [pathB, b]) => Date.parse(a.readAt) - Date.parse(b.readAt) || (pathA < pathB ? -1 : 1),
  );
  return new Map(oldestFirst.map(([path, { url, readAt }]) => [url, { path, readAt }]));
}

async function readBody(path: string, parse: (text: string) => unknown): Promise<unknown> {
  try {
    return parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new Error(`${path}: ${messageOf(cause)}`, { cause });
  }
}
