import { cpSync, mkdtempSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { networkIo } from "../../scripts/night/network/network.ts";
import { type Refreshed, refreshData } from "../../scripts/night/pipeline/refresh-data.ts";
import { readStore, type Store, storeFiles } from "../../scripts/night/pipeline/store.ts";
import {
  type Answer,
  aQuietUpstream,
  type FakeUpstream,
  modelList,
  modelRows,
  NOVA,
  startFakeUpstream,
} from "../builders/a-fake-upstream.ts";
import { writeSmallCurated } from "../builders/a-small-curated.ts";

/** Nights that go wrong, against a server that plays upstream. */

export const folder = mkdtempSync(join(tmpdir(), "token-parity-faults-"));
export const curated = join(folder, "curated");
export const quiet = join(folder, "quiet");
export let upstream: FakeUpstream;
export let before: Store;

/** Call it where a file of tests begins: plays a quiet night before them, and takes everything away after them. */
export function playFaultyNights(): void {
  beforeAll(async () => {
    writeSmallCurated(curated);
    upstream = await startFakeUpstream();
    upstream.play(aQuietUpstream());
    const night = await refresh(quiet, "2026-08-21");
    expect(night.isAnythingHeld).toBe(false);
    before = readStore(quiet);
  });

  // What an earlier test let upstream say is no part of the next.
  beforeEach(() => upstream.play(aQuietUpstream()));

  afterAll(async () => {
    await upstream.close();
    rmSync(folder, { recursive: true });
  });
}

/** Long enough for a machine that does much else beside. */
const PATIENCE_MS = 60_000;

/** One whole night from the fake upstream into a folder, as the nightly job runs it, with short waits. */
export const refresh = (out: string, day: string, timeoutMs = PATIENCE_MS): Promise<Refreshed> =>
  refreshData({
    io: networkIo({
      ...{ cacheDir: `${out}-cache`, now: () => new Date(`${day}T04:00:00Z`), mirror: upstream.mirror },
      ...{ timeoutMs, retries: 2, baseDelayMs: 1, maxRetryAfterMs: 1_500 },
    }),
    out,
    curated,
    isDryRun: false,
    progress: { start: () => undefined, stop: () => undefined },
  });

export interface Night {
  readonly refreshed: Refreshed;
  readonly store: Store;
  /** `rule subject` of everything held or noted tonight. */
  readonly findings: readonly string[];
}

/** The night after a quiet one, with these answers instead. The store is read back: every row passes its schema. */
export async function nightWith(
  faults: Readonly<Record<string, Answer>>,
  day = "2026-08-22",
  from = quiet,
  timeoutMs = PATIENCE_MS,
): Promise<Night & { out: string }> {
  const out = mkdtempSync(join(folder, "night-"));
  cpSync(from, out, { recursive: true });
  upstream.play(new Map([...aQuietUpstream(), ...Object.entries(faults)]));
  const refreshed = await refresh(out, day, timeoutMs);
  const store = readStore(out);
  expect(() => storeFiles(store)).not.toThrow();
  return { refreshed, store, findings: (store.run?.findings ?? []).map(({ rule, subject }) => `${rule} ${subject}`), out };
}

/** Every price of a catalogue by offer id: what must not change when an upstream fails. */
export const figures = ({ offers }: Store) =>
  Object.fromEntries(offers.map(({ id, prices, conditions, unitPrices }) => [id, { prices, conditions, unitPrices }]));

/** The ids of the offers that a guard holds. */
export const heldOffers = ({ offers }: Store) => offers.filter(({ heldBecause }) => heldBecause !== null).map(({ id }) => id);

/** What the run says of a source; undefined = it names none. */
export const sourceOf = ({ run }: Store, id: string) => run?.sources.find((source) => source.id === id);

/** A listener that answers every request alike. */
export const answer =
  (status: number, body: string | Buffer = "", headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

/** Each answer once, the last for ever. */
export function inTurn(...answers: readonly RequestListener[]): RequestListener {
  let requestCount = 0;
  return (request, response) => {
    const next = answers[Math.min(requestCount, answers.length - 1)];
    requestCount += 1;
    next?.(request, response);
  };
}

/** A body with which a night goes well. */
export const good = modelList(modelRows());

/** The list of models with Nova's row changed. */
export const withRow = (change: (row: Record<string, unknown>) => Record<string, unknown>) =>
  modelList(modelRows((row) => (row["id"] === NOVA ? change(row) : row)));

/** The list of models with other prices for Nova. */
export const priced = (pricing: unknown) => withRow((row) => ({ ...row, pricing }));
export const paid = { prompt: "0.000001", completion: "0.000002" };

/** Sends a space every 20 ms and never ends. */
export const drip: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};

/** Sends 51 MB of spaces before an empty list, more than any body may have. */
export const flood: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const chunk = Buffer.alloc(1024 * 1024, " ");
  let sent = 0;
  const more = (): void => {
    while (sent < 51) {
      sent += 1;
      if (!response.write(chunk)) {
        response.once("drain", more);
        return;
      }
    }
    response.end("[]");
  };
  response.on("error", () => response.destroy());
  more();
};

/** Breaks the connection halfway through a good body. */
export const reset: RequestListener = (_request, response) => {
  response.writeHead(200, { "content-length": String(good.length) });
  response.write(good.slice(0, good.length / 2), () => response.destroy());
};
