import { spawnSync } from "node:child_process";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { NIGHT_EXIT } from "../../night/night-exit.ts";
import { NIGHT_FLAGS } from "../../night-flags.mjs";

export interface TimedRefresh {
  readonly models: number;
  readonly offers: number;
  readonly seconds: number;
  /** Of the processor: a machine busy with other work changes it less. */
  readonly processorSeconds: number;
  readonly peakMB: number;
  /** Of everything written, history too. */
  readonly mebibytes: number;
}

/** Said by the job itself as it ends. */
const REPORT_USE = `data:text/javascript,import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(process.env.USE_FILE, JSON.stringify(process.resourceUsage())));`;

/** Runs the nightly job, as its users do, on a folder of recordings and takes the time. Throws when it wrote nothing. */
export function timedRefresh(recordings: string, out: string, scratch = recordings): TimedRefresh {
  const useFile = join(scratch, "use");
  const options = [...NIGHT_FLAGS, "--import", REPORT_USE, "scripts/night/refresh.ts", "--from", recordings, "--out", out];
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, options, {
    env: { ...process.env, USE_FILE: useFile },
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  const seconds = (performance.now() - begin) / 1_000;
  if (status !== NIGHT_EXIT.good && status !== NIGHT_EXIT.held)
    throw new Error(`refresh of ${recordings} ended with ${status}: ${stderr}`);
  const use: NodeJS.ResourceUsage = JSON.parse(readFileSync(useFile, "utf8"));
  return {
    models: linesOf(join(out, "models.jsonl")),
    offers: linesOf(join(out, "offers.jsonl")),
    seconds,
    processorSeconds: (use.userCPUTime + use.systemCPUTime) / 1e6,
    peakMB: (use.maxRSS * 1_024) / 1e6,
    mebibytes: bytesOf(out) / 1_024 ** 2,
  };
}

const linesOf = (path: string): number => readFileSync(path, "utf8").split("\n").length - 1;

const bytesOf = (folder: string): number =>
  globSync("**/*.{json,jsonl}", { cwd: folder }).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
