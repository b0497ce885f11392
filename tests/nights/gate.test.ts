import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { readCurated } from "../../scripts/night/pipeline/curated.ts";
import { historyFiles, readHistory } from "../../scripts/night/pipeline/history-files.ts";
import { historyTonight } from "../../scripts/night/pipeline/history-night.ts";
import { readStore, storeFiles, writeFiles } from "../../scripts/night/pipeline/store.ts";
import { MODELS_DEV_URL } from "../../scripts/night/sources/models-dev/models-dev.ts";
import { copyRepository } from "../builders/a-copied-repository.ts";
import { type Bodies, fullUpstream } from "./full-upstream.ts";
import { playNights, readNight } from "./play-nights.ts";
import { isThorough } from "./weekly.ts";

/** What `deploy.yml` runs before it deploys must pass on the data of any night: code is checked on fixed data, data by rules that hold for all. */

const folder = mkdtempSync(join(tmpdir(), "token-parity-gate-"));
const committed = readStore("data/generated");
const curated = readCurated("data/curated");
const generated = join(folder, "data", "generated");
/** The tests that look at the data of the night; under `npm run fuzz` every test that `deploy.yml` runs. */
const LOOKS_AT_DATA = /-data\.test\.ts$|social-cards|claim-today|quality-aliases|curated-prices|seller-tables/;

beforeAll(() => copyRepository(folder, { withData: true }));
afterAll(() => rmSync(folder, { recursive: true }));

const Rows = z.record(z.string(), z.looseObject({ models: z.record(z.string(), z.unknown()) }));
const Priced = z.looseObject({ cost: z.looseObject({ input: z.number().optional(), output: z.number().optional() }).optional() });

/** A newer body of models.dev: every third row a fifth dearer, every fiftieth gone. */
function withNewModelsDev(good: Bodies): Bodies {
  let place = 0;
  const platforms = Object.entries(Rows.parse(good.get(MODELS_DEV_URL))).map(([id, platform]) => {
    const rows = Object.entries(platform.models).flatMap(([name, row]) => {
      place += 1;
      if (place % 50 === 0) return [];
      return [[name, place % 3 === 0 ? dearer(Priced.parse(row)) : row]];
    });
    return [id, { ...platform, models: Object.fromEntries(rows) }];
  });
  return new Map([...good, [MODELS_DEV_URL, Object.fromEntries(platforms)]]);
}

function dearer({ cost = {}, ...row }: z.output<typeof Priced>): unknown {
  const raised = (price: number | undefined) => (price === undefined ? {} : Number((price * 1.2).toFixed(6)));
  return { ...row, cost: { ...cost, input: raised(cost.input), output: raised(cost.output) } };
}

async function commitNightOf(day: string): Promise<void> {
  const night = await readNight(withNewModelsDev(fullUpstream(committed, curated)), curated, day);
  const [after] = playNights(committed, [night], day, curated);
  if (after === undefined) throw new Error("no night was played");
  const past = readHistory("data/generated");
  rmSync(generated, { recursive: true });
  cpSync("data/generated", generated, { recursive: true });
  writeFiles(generated, new Map([...storeFiles(after), ...historyFiles(past, historyTonight(past, committed, after))]));
}

function run(...args: readonly string[]): string {
  const env = { ...process.env, TOKEN_PARITY_DATA: undefined, FUZZ_RUNS: undefined, VITEST: undefined, DEPLOY_GATE: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env,
    encoding: "utf8",
    timeout: 1_700_000,
  });
  return status === 0 ? "passes" : `${stdout}${stderr}`.slice(-3_000);
}

const DAYS = isThorough ? ["2026-11-28", "2026-12-06", "2027-01-20"] : ["2026-11-28"];

test("deploy.yml runs the gate, and no test beside it; a page that upstream makes too large stops no night", () => {
  const steps = readFileSync(".github/workflows/deploy.yml", "utf8").split(/\n {6}- /);
  const tasks = steps.flatMap((step) => [...step.matchAll(/run\.mjs ([\w:]+)/g)].map(([, task]) => task));
  expect(tasks).toEqual(["setup", "gate", "data:check", "build", "budget"]);
  expect(steps.find((step) => step.includes("run.mjs budget"))).toContain('DEPLOY_GATE: "1"');
});

test.each(DAYS)(
  "with models.dev of %s, and the curated rows that lapsed by then",
  async (day) => {
    await commitNightOf(day);
    const looking = globSync("{src,scripts,tests}/**/*.test.ts").filter((file) => LOOKS_AT_DATA.test(file));
    expect(looking.length).toBeGreaterThan(5);
    expect(run("scripts/tools/check-data.ts")).toBe("passes");
    // One process after the other: each reads the whole catalogue, and this runs beside other tests anyway.
    expect(
      run("node_modules/vitest/vitest.mjs", "run", "--maxWorkers=1", "--fsModuleCache=false", ...(isThorough ? [] : looking)),
    ).toBe("passes");
  },
  1_800_000,
);
