import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { compareText } from "../../../src/domain/money/compare-text.ts";
import { messageOf, parseJsonText } from "../../night/pipeline/json-text.ts";
import { MODELS_URL } from "../../night/sources/openrouter/openrouter-list.ts";
import type { Body } from "../../night/sources/source.ts";

const FOLDER = join("history", "openrouter-models");

const IndexRow = z.object({ day_utc: z.iso.date(), committed_at: z.iso.datetime({ offset: true }), sha256: z.hex().length(64) });
type IndexRow = z.output<typeof IndexRow>;

/** One recorded day of OpenRouter's model list. */
export interface RecordedDay {
  readonly day: string;
  readonly body: Body;
}

/** How many days the index of a recording names; 0 = this recording has no such history. */
export async function countDays(dir: string): Promise<number> {
  return (await readIndex(dir)).length;
}

/**
 * The recorded days, oldest first, one body in memory at a time. A day whose file is absent was not read. A body whose sha256 is not the
 * index's throws: a past must not be rebuilt from a broken recording.
 */
export async function* openrouterDays(dir: string): AsyncGenerator<RecordedDay> {
  for (const row of await readIndex(dir)) {
    const path = join(dir, FOLDER, `models-${row.day_utc}.json.gz`);
    if (existsSync(path)) yield { day: row.day_utc, body: await readDay(path, row) };
  }
}

async function readIndex(dir: string): Promise<readonly IndexRow[]> {
  const path = join(dir, FOLDER, "index.csv");
  if (!existsSync(path)) return [];
  const rows = z.array(IndexRow).safeParse(parse(await readFile(path, "utf8"), { columns: true }));
  if (!rows.success) throw new Error(`${path}\n${z.prettifyError(rows.error)}`, { cause: rows.error });
  return rows.data.toSorted((a, b) => compareText(a.day_utc, b.day_utc));
}

async function readDay(path: string, { sha256, committed_at }: IndexRow): Promise<Body> {
  const unpacked = await unpack(path);
  const actualSha256 = createHash("sha256").update(unpacked).digest("hex");
  if (actualSha256 !== sha256) throw new Error(`${path}: sha256 is ${actualSha256}, index.csv says ${sha256}`);
  return { url: MODELS_URL, readAt: new Date(committed_at).toISOString(), content: parseJsonText(unpacked.toString("utf8")) };
}

async function unpack(path: string): Promise<Buffer> {
  try {
    return await promisify(gunzip)(await readFile(path));
  } catch (cause) {
    throw new Error(`${path}: ${messageOf(cause)}`, { cause });
  }
}
