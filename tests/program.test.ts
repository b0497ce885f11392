import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readStore } from "../scripts/night/pipeline/store.ts";
import { MODELS_URL } from "../scripts/night/sources/openrouter/openrouter-list.ts";
import { aQuietUpstream, type FakeUpstream, modelList, modelRows, NOVA, startFakeUpstream } from "./builders/a-fake-upstream.ts";
import { writeSmallCurated } from "./builders/a-small-curated.ts";

/** The real program against a server that plays upstream: what it ends with, what it says, and two of it at once. */

const folder = mkdtempSync(join(tmpdir(), "token-parity-program-"));
const out = join(folder, "out");
let upstream: FakeUpstream;

beforeAll(async () => {
  writeSmallCurated(join(folder, "curated"));
  upstream = await startFakeUpstream();
});

afterAll(async () => {
  await upstream.close();
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly report: string;
  readonly output: string;
}

/** In a folder of its own, where it also keeps its cache. */
function refresh(dir: string): Promise<Ended> {
  const options = ["--upstream", upstream.mirror, "--out", dir, "--curated", join(folder, "curated")];
  const child = spawn(process.execPath, [resolve("scripts/night/refresh.ts"), ...options], { cwd: folder });
  let [report, output] = ["", ""];
  child.stdout.on("data", (chunk) => {
    report += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    output += String(chunk);
  });
  return new Promise((done) => child.on("close", (code) => done({ code, report, output })));
}

test("0 after a good night, 20 with what is held, 21 with nothing written", async () => {
  upstream.play(aQuietUpstream());
  const good = await refresh(out);
  expect([good.code, good.output]).toEqual([0, expect.stringMatching(/^data: 0 price changes, \d+ new offers$/m)]);
  const rows = modelRows((row) => (row["id"] === NOVA ? { ...row, pricing: { prompt: "0", completion: "0" } } : row));
  upstream.play(new Map([...aQuietUpstream(), [MODELS_URL, modelList(rows)]]));
  const held = await refresh(out);
  expect([held.code, held.report]).toEqual([20, expect.stringContaining("### priceZero (1)")]);
  expect(readStore(out).offers.find(({ id }) => id === `${NOVA}@openrouter`)?.prices.input).toBe(1_000_000);
  upstream.play(new Map());
  const failed = await refresh(join(folder, "nothing"));
  expect([failed.code, failed.output]).toEqual([21, expect.stringMatching(/^refresh: no clock: .*404/m)]);
  expect(existsSync(join(folder, "nothing", "run.json"))).toBe(false);
});

test("two at once: the second says so and stops, the first ends well", async () => {
  const waiting: ServerResponse[] = [];
  const request = new Promise<void>((ask) => {
    upstream.play(new Map([...aQuietUpstream(), [MODELS_URL, (_, response) => ask(void waiting.push(response))]]));
  });
  const first = refresh(out);
  await request;
  const second = await refresh(out);
  expect([second.code, second.output]).toEqual([
    21,
    expect.stringMatching(/^refresh: another refresh is writing .*; this one stops/m),
  ]);
  upstream.play(aQuietUpstream());
  for (const response of waiting) response.writeHead(200, { "content-type": "application/json" }).end(modelList(modelRows()));
  expect((await first).code).toBe(0);
});
