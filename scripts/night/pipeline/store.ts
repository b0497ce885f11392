import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { z } from "zod";
import { type LastReadings, readGeneratedRows, withoutReading } from "../../../src/data/last-readings.ts";
import { finishPendingWrite, PENDING_FOLDER, PENDING_LIST } from "../../../src/data/pending-write.ts";
import { readJson, readRows } from "../../../src/data/rows.ts";
import { Model } from "../../../src/domain/model/model.ts";
import { NotChat } from "../../../src/domain/model/not-chat.ts";
import { Unmatched } from "../../../src/domain/model/unmatched.ts";
import { ExchangeRates } from "../../../src/domain/money/exchange-rate.ts";
import { GoneOffer } from "../../../src/domain/offer/gone-offer.ts";
import { Offer, SecondReading } from "../../../src/domain/offer/offer.ts";
import { Run } from "../../../src/domain/source/run.ts";
import { ReadingRow, readingLine, type StoredReading } from "../merge/reading-row.ts";

/** What the nightly job keeps: the rows of `data/generated`. */
export interface Store {
  readonly models: readonly Model[];
  readonly offers: readonly Offer[];
  /** Tombstones of what was sold and is not any more. */
  readonly gone: readonly GoneOffer[];
  readonly seconds: readonly SecondReading[];
  /** What each source said last, by source id. */
  readonly readings: ReadonlyMap<string, readonly StoredReading[]>;
  readonly unmatched: readonly Unmatched[];
  /** What OpenRouter lists beside chat models. */
  readonly notChat: readonly NotChat[];
  /** What euros, francs and yuan were worth, a day a row. */
  readonly rates: readonly ExchangeRates[];
  readonly run: Run | null;
}

/** What is asked of last night once tonight stands. */
export type LastNightsRows = Pick<Store, "models" | "offers" | "run">;

export const EMPTY_STORE: Store = {
  models: [],
  offers: [],
  gone: [],
  seconds: [],
  readings: new Map(),
  unmatched: [],
  notChat: [],
  rates: [],
  run: null,
};

const RATES_FILE = "exchange-rates.jsonl";

/** The rows of a data directory; an absent file is an empty one. A row that breaks its schema throws with file and line. */
export function readStore(dir: string): Store {
  finishPendingWrite(dir);
  const runPath = join(dir, "run.json");
  return {
    models: readGeneratedRows(dir, "models.jsonl", Model),
    offers: readGeneratedRows(dir, "offers.jsonl", Offer),
    gone: readGeneratedRows(dir, "gone.jsonl", GoneOffer),
    seconds: readGeneratedRows(dir, "seconds.jsonl", SecondReading),
    readings: readReadings(dir),
    notChat: readGeneratedRows(dir, "not-chat.jsonl", NotChat),
    unmatched: readGeneratedRows(dir, "unmatched.jsonl", Unmatched),
    rates: readRows(join(dir, RATES_FILE), ExchangeRates),
    run: existsSync(runPath) ? readJson(runPath, Run) : null,
  };
}

/**
 * The files of a store as text, one row a line, keys in schema order: the same store gives the same bytes. Rows that were read when `last` says
 * leave it out.
 */
export function storeFiles(store: Store, last: LastReadings = {}): ReadonlyMap<string, string> {
  return new Map([
    ["models.jsonl", rowsText(Model, store.models)],
    ["offers.jsonl", rowsText(Offer, store.offers, last)],
    ["gone.jsonl", rowsText(GoneOffer, store.gone)],
    ["seconds.jsonl", rowsText(SecondReading, store.seconds, last)],
    ...[...store.readings].map(([source, rows]) => [`readings/${source}.jsonl`, readingsText(rows, last)] as const),
    ["not-chat.jsonl", rowsText(NotChat, store.notChat)],
    ["unmatched.jsonl", rowsText(Unmatched, store.unmatched)],
    ...(store.rates.length === 0 ? [] : [[RATES_FILE, rowsText(ExchangeRates, store.rates)] as const]),
    ["run.json", `${JSON.stringify(store.run, null, 1)}\n`],
  ]);
}

/**
 * Writes all files or none: first into `.pending/`, then a `ready.json` that names them, then renames into place.
 * Killed before `ready.json`, the old data stands; killed after it, `finishPendingWrite` completes the renames.
 */
export function writeFiles(dir: string, files: ReadonlyMap<string, string>): void {
  finishPendingWrite(dir);
  const pending = join(dir, PENDING_FOLDER);
  for (const [name, text] of files) {
    mkdirSync(dirname(join(pending, name)), { recursive: true });
    writeFileSync(join(pending, name), text);
  }
  writeFileSync(join(pending, `${PENDING_LIST}.tmp`), JSON.stringify([...files.keys()]));
  renameSync(join(pending, `${PENDING_LIST}.tmp`), join(pending, PENDING_LIST));
  finishPendingWrite(dir);
}

/** The files whose bytes differ from those on disk. */
export function changedFiles(dir: string, files: ReadonlyMap<string, string>): readonly string[] {
  return [...files]
    .filter(([name, text]) => !existsSync(join(dir, name)) || readFileSync(join(dir, name), "utf8") !== text)
    .map(([name]) => name);
}

function readReadings(dir: string): ReadonlyMap<string, readonly StoredReading[]> {
  const folder = join(dir, "readings");
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .toSorted();
  return new Map(names.map((name) => [name.slice(0, -".jsonl".length), readGeneratedRows(dir, `readings/${name}`, ReadingRow)]));
}

const readingsText = (rows: readonly StoredReading[], last: LastReadings): string =>
  rows.map((row) => `${readingLine(row, last)}\n`).join("");

/** Rows of a schema as lines, without what `last` says of their readings. */
export function rowsText<Schema extends z.ZodType>(
  schema: Schema,
  rows: readonly z.output<Schema>[],
  last: LastReadings = {},
): string {
  return rows.map((row) => `${JSON.stringify(withoutReading(schema.encode(row), last))}\n`).join("");
}
