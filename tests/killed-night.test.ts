import { spawn } from "node:child_process";
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordingIo } from "../scripts/night/network/recording.ts";
import { lockDirectory } from "../scripts/night/pipeline/lock.ts";
import { refreshData } from "../scripts/night/pipeline/refresh-data.ts";
import { readStore } from "../scripts/night/pipeline/store.ts";
import { writeSmallCurated } from "./builders/a-small-curated.ts";

/** The real program, killed while it writes, run beside itself, and asked for its exit codes. */

const folder = mkdtempSync(join(tmpdir(), "token-parity-killed-"));
const path = (name: string) => join(folder, name);
const PROGRAM = "scripts/night/refresh.ts";
/** In `npm run fuzz` every part of the way is tried, else a few: the moments are the same ones, further apart. */
const MOMENTS = process.env["FUZZ_RUNS"] === undefined ? 7 : 43;
/** More changes to the disk than a night on the fixture makes. */
const SURELY_DONE = 10_000;

beforeAll(async () => {
  writeSmallCurated(path("curated"));
  cpSync("tests/fixtures/openrouter", path("monday"), { recursive: true });
  cpSync(path("monday"), path("tuesday"), { recursive: true });
  rewrite("recorded.json", (text) => text.replaceAll("2026-08-22T", "2026-08-23T"));
  rewrite("models.json", (text) => text.replace('"prompt": "0.0000025"', '"prompt": "0.000003"'));
  await night("monday", path("before"));
  cpSync(path("before"), path("after"), { recursive: true });
  await night("tuesday", path("after"));
  expect(bytesOf(path("before"))).not.toEqual(bytesOf(path("after")));
});

afterAll(() => rmSync(folder, { recursive: true }));

function rewrite(name: string, change: (text: string) => string): void {
  const file = join(path("tuesday"), name);
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

const night = (recording: string, out: string) =>
  refreshData({
    io: recordingIo(path(recording)),
    out,
    curated: path("curated"),
    isDryRun: false,
    progress: { start: () => undefined, stop: () => undefined },
  });

/** Every file of a folder with its text. */
function bytesOf(dir: string): Readonly<Record<string, string>> {
  const files = globSync("**", { cwd: dir, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(names.map((name) => [name.slice(dir.length), readFileSync(name, "utf8")]));
}

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly output: string;
}

function run(recording: string, out: string, killAt = SURELY_DONE): Promise<Ended> {
  const options = ["--import", "./tests/kill-at.mjs", PROGRAM, "--from", path(recording), "--out", out];
  const env = { KILL_AT: String(killAt), KILL_IN: out, NODE_COMPILE_CACHE: path("compiled") };
  const child = spawn(process.execPath, [...options, "--curated", path("curated")], { env: { ...process.env, ...env } });
  let output = "";
  child.stderr.on("data", (chunk) => {
    output += String(chunk);
  });
  return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, output })));
}

describe("a night killed with SIGKILL while it writes", () => {
  test("leaves the data of one night or the other, whole, whenever it is killed", async () => {
    const whole = path("whole");
    cpSync(path("before"), whole, { recursive: true });
    const changes = Number(/changes: (\d+)/.exec((await run("tuesday", whole)).output)?.[1]);
    expect(bytesOf(whole)).toEqual(bytesOf(path("after")));
    const moments = Array.from(
      { length: MOMENTS },
      (_, index) => 1 + Math.round((index * (changes - 1)) / (MOMENTS - 1)) + (index % 3 === 1 ? 0.5 : 0),
    );
    const left = await pMap(moments, killedAt, { concurrency: 2 });
    expect(left.filter((state) => state !== "before" && state !== "after")).toEqual([]);
    expect(new Set(left)).toEqual(new Set(["before", "after"]));
  });
});

/** Which night's bytes a reader finds after the kill. */
async function killedAt(moment: number): Promise<string> {
  const out = path(`killed-${moment}`);
  cpSync(path("before"), out, { recursive: true });
  const { signal } = await run("tuesday", out, moment);
  readStore(out);
  const bytes = JSON.stringify(bytesOf(out));
  const night = ["before", "after"].find((name) => JSON.stringify(bytesOf(path(name))) === bytes);
  const isWhole = signal === "SIGKILL" && night !== undefined && !existsSync(join(out, ".pending"));
  return isWhole ? night : `at ${moment}: ${signal}, ${night}`;
}

describe("the program", () => {
  test("says 0 after a good night, 20 when something is held, 21 when nothing is written", async () => {
    const out = path("exit");
    const good = await run("monday", out);
    cpSync(path("tuesday"), path("wednesday"), { recursive: true });
    const list = join(path("wednesday"), "models.json");
    writeFileSync(list, readFileSync(list, "utf8").replace('"prompt": "0.000003"', '"prompt": "0"'));
    const held = await run("wednesday", out);
    const bytes = bytesOf(out);
    writeFileSync(join(out, "offers.jsonl"), '{"id":"half');
    const broken = await run("tuesday", out);
    expect([good.code, held.code, broken.code]).toEqual([0, 20, 21]);
    expect(broken.output).toMatch(/^refresh: .*offers\.jsonl/);
    expect(bytesOf(out)).toEqual({ ...bytes, "/offers.jsonl": '{"id":"half' });
  });

  test("run beside another one says so, stops with 21 and writes nothing", async () => {
    const out = path("twice");
    cpSync(path("before"), out, { recursive: true });
    const unlock = await lockDirectory(out);
    const second = await run("tuesday", out);
    await unlock();
    expect([second.code, second.output]).toEqual([
      21,
      expect.stringMatching(/^refresh: another refresh is writing .*; this one stops/),
    ]);
    expect(bytesOf(out)).toEqual(bytesOf(path("before")));
  });
});
