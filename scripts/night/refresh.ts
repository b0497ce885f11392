import { existsSync, statSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { Command, Option } from "commander";
import { NIGHT_EXIT } from "./night-exit.ts";
import { errorText } from "./pipeline/error-text.ts";
import { nightProgress } from "./pipeline/progress.ts";
import { refreshData } from "./pipeline/refresh-data.ts";
import type { Io } from "./sources/source.ts";
import { type TrialOptions, tryPlatforms } from "./trial/trial.ts";

interface Options {
  readonly from?: string;
  readonly until?: string;
  readonly upstream?: string;
  readonly out: string;
  readonly curated: string;
  readonly dryRun?: true;
  readonly only?: string;
}

/** The workflow gives the night 25 minutes; what hangs may not take them from what answers. */
const NIGHT_MS = 15 * 60_000;
/** A third of it: what one host does not answer within is not read. */
const HOST_MS = 5 * 60_000;

const command = new Command("refresh")
  .description("Reads every source and writes data/generated, whole or not at all. Prints a Markdown report.")
  .addOption(new Option("--from <dir>", "read recordings (DIR/recorded.json) instead of the network").env("REFRESH_FROM"))
  .option("--until <day>", "with --from: the night of that day, without what was recorded later")
  .option("--upstream <url>", "ask a mirror instead of the sources' own hosts: URL/host/path")
  .option("--out <dir>", "where the data lies", "data/generated")
  .option("--curated <dir>", "where the curated tables lie", "data/curated")
  .option("--dry-run", "report only, write nothing")
  .option(
    "--only <names>",
    "with --dry-run: read these platforms alone, and show their first rows beside what they were read from",
  )
  .allowExcessArguments(false)
  .exitOverride();

// A quarter of a night's processor time went into machine code of functions that are called too seldom to pay for it: only those that a larger
// catalogue calls ten times as often get it. A Node that knows no such flag says so and goes on.
setFlagsFromString("--invocation-count-for-turbofan=30000");

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const options = command.parse().opts<Options>();
    if (options.from !== undefined) requireFolder(options.from);
    return await refresh(options);
  } catch (error) {
    return complain(error);
  }
}

function requireFolder(dir: string): void {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) throw new Error(`--from ${dir}: no such folder`);
}

/** One clear line, the causes behind it, and the exit code of a run that wrote nothing. */
function complain(error: unknown): number {
  if (error instanceof Error && "code" in error && error.code === "commander.helpDisplayed") return NIGHT_EXIT.good;
  if (error instanceof Error && "code" in error && String(error.code).startsWith("commander.")) return NIGHT_EXIT.failed;
  process.stderr.write(`refresh: ${errorText(error)}\n`);
  return NIGHT_EXIT.failed;
}

async function refresh({ from, until, upstream, out, curated, dryRun, only }: Options): Promise<number> {
  if (only !== undefined && dryRun !== true) throw new Error("--only writes nothing: it needs --dry-run");
  const io = from === undefined ? await networkOf(upstream) : await recordingsOf(from, until);
  if (only !== undefined) return await tryOnly({ io, out, curated, only: only.split(",") });
  const done = await refreshData({ io, out, curated, isDryRun: dryRun === true, progress: nightProgress() });
  process.stdout.write(`${done.report}\n`);
  process.stderr.write(`${done.commitMessage}\n`);
  return done.isAnythingHeld ? NIGHT_EXIT.held : NIGHT_EXIT.good;
}

/** Each way to read is loaded when it is taken: what asks the network is half of all code. */
async function networkOf(upstream: string | undefined): Promise<Io> {
  const { networkIo } = await import("./network/network.ts");
  return networkIo({
    now: () => new Date(),
    cacheDir: upstream === undefined ? ".cache/http" : ".cache/mirror",
    mirror: upstream ?? null,
    nightMs: NIGHT_MS,
    hostMs: HOST_MS,
  });
}

async function recordingsOf(dir: string, until: string | undefined): Promise<Io> {
  const { recordingIo } = await import("./network/recording.ts");
  return recordingIo(dir, until ?? null);
}

/** For the first live night of a platform: a person says yes or no in a minute. */
async function tryOnly(options: TrialOptions): Promise<number> {
  const { report, isAnythingHeld } = await tryPlatforms(options);
  process.stdout.write(`${report}\n`);
  return isAnythingHeld ? NIGHT_EXIT.held : NIGHT_EXIT.good;
}
