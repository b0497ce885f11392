import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { networkIo } from "../scripts/night/network/network.ts";
import { refreshData } from "../scripts/night/pipeline/refresh-data.ts";
import { readStore, type Store } from "../scripts/night/pipeline/store.ts";
import { MODELS_URL } from "../scripts/night/sources/openrouter/openrouter-list.ts";
import { historyReader } from "../src/data/history.ts";
import { ledgerOf, replay } from "../src/domain/history/ledger.ts";
import {
  aQuietUpstream,
  type FakeUpstream,
  hostList,
  hostsUrlOf,
  modelList,
  modelRows,
  NOVA,
  startFakeUpstream,
  type Upstream,
} from "./builders/a-fake-upstream.ts";
import { figuresOf } from "./builders/a-history.ts";
import { writeSmallCurated } from "./builders/a-small-curated.ts";
import { anEndpoint } from "./fixtures/openrouter-rows.ts";

/** Seven whole nights, every source, on one folder; and one refresh on the last day into an empty one. */

const folder = mkdtempSync(join(tmpdir(), "token-parity-week-"));
const DAYS = Array.from({ length: 7 }, (_, index) => `2026-08-${15 + index}`);
let upstream: FakeUpstream;

beforeAll(async () => {
  writeSmallCurated(join(folder, "curated"));
  upstream = await startFakeUpstream();
});

afterAll(async () => {
  await upstream.close();
  rmSync(folder, { recursive: true });
});

const perToken = (usd: number) => ({ prompt: String(usd / 1e6), completion: String((usd * 2) / 1e6) });
const HELD = "acme/nova-2";

/** Nova 1 moves a little every night; its host slips by a thousand on the fourth; Nova 2 is ten times as dear on the last. */
function upstreamOn(index: number): Upstream {
  const prices = new Map([
    [NOVA, 1 + index / 10],
    [HELD, index === DAYS.length - 1 ? 10 : 1],
  ]);
  const rows = modelRows((row) => ({ ...row, pricing: perToken(prices.get(String(row["id"])) ?? 1) }));
  const host = anEndpoint({ pricing: perToken(index === 3 ? 1_000 : 1 + index / 10) });
  return new Map([...aQuietUpstream(), [MODELS_URL, modelList(rows)], [hostsUrlOf(NOVA), hostList(NOVA, [host])]]);
}

async function liveOn(out: string, index: number) {
  upstream.play(upstreamOn(index));
  return refreshData({
    io: networkIo({
      ...{ cacheDir: `${out}-cache`, now: () => new Date(`${DAYS[index]}T04:00:00Z`), mirror: upstream.mirror },
      ...{ timeoutMs: 60_000, retries: 1, baseDelayMs: 1, maxRetryAfterMs: 1_000 },
    }),
    out,
    curated: join(folder, "curated"),
    isDryRun: false,
    progress: { start: () => undefined, stop: () => undefined },
  });
}

/** What stands, but for the memory a night has of the nights before it. */
const rowsOf = ({ offers, models, seconds, unmatched }: Store, leftOut: string) => ({
  offers: offers.filter(({ id }) => id !== leftOut).map((offer) => ({ ...offer, changedAt: null })),
  models,
  seconds: seconds.filter(({ offer }) => offer !== leftOut),
  unmatched,
});

test("a week night by night ends like one refresh on its last day, but for the row the report holds", async () => {
  const [week, once] = [join(folder, "week"), join(folder, "once")];
  const reports: string[] = [];
  for (const index of DAYS.keys()) reports.push((await liveOn(week, index)).report);
  await liveOn(once, DAYS.length - 1);
  const [lived, fresh] = [readStore(week), readStore(once)];
  const held = `${HELD}@openrouter`;
  expect(rowsOf(lived, held)).toEqual(rowsOf(fresh, held));
  expect(lived.offers.length).toBeGreaterThan(30);
  expect(reports.map((text) => [...text.matchAll(/\*\*hold\*\*/g)].length)).toEqual([0, 0, 0, 1, 0, 0, 1]);
  expect(reports.at(-1)).toMatch(/\*\*hold\*\* .*nova-2/);
  const { allChanges } = historyReader(week);
  expect(figuresOf(replay(allChanges))).toEqual(figuresOf(ledgerOf(lived.offers)));
  const moves = allChanges.filter(
    ({ offerId, meter, old }) => offerId === `${NOVA}@openrouter` && meter === "input" && old !== null,
  );
  expect(moves.map(({ day }) => day)).toEqual(DAYS.slice(1));
});
