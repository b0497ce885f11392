import { existsSync, statSync } from "node:fs";
import { Command, Option } from "commander";
import { type Curated, readCurated } from "./pipeline/curated.ts";
import { errorText } from "./pipeline/error-text.ts";
import { historyFiles, readHistory } from "./pipeline/history-files.ts";
import { historyTonight } from "./pipeline/history-night.ts";
import { lockDirectory } from "./pipeline/lock.ts";
import { priceMoves } from "./pipeline/moves.ts";
import { networkIo } from "./pipeline/network.ts";
import { night } from "./pipeline/night.ts";
import { nightProgress } from "./pipeline/progress.ts";
import { readSources } from "./pipeline/read-sources.ts";
import { recordingIo } from "./pipeline/recording.ts";
import { commitMessage, report } from "./pipeline/report.ts";
import { changedFiles, readStore, storeFiles, writeFiles } from "./pipeline/store.ts";
import { qualityTonight, withQualityRun } from "./quality/quality-night.ts";
import { qualityFiles } from "./quality/quality-store.ts";

interface Options {
  readonly from?: string;
  readonly out: string;
  readonly curated: string;
  readonly dryRun?: true;
}

const EXIT = { good: 0, held: 1, failed: 2 } as const;

const command = new Command("refresh")
  .description("Reads every source and writes data/generated, whole or not at all. Prints a Markdown report.")
  .addOption(new Option("--from <dir>", "read recordings (DIR/recorded.json) instead of the network").env("REFRESH_FROM"))
  .option("--out <dir>", "where the data lies", "data/generated")
  .option("--curated <dir>", "where the curated tables lie", "data/curated")
  .option("--dry-run", "report only, write nothing")
  .allowExcessArguments(false)
  .exitOverride();

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
  if (error instanceof Error && "code" in error && error.code === "commander.helpDisplayed") return EXIT.good;
  if (error instanceof Error && "code" in error && String(error.code).startsWith("commander.")) return EXIT.failed;
  process.stderr.write(`refresh: ${errorText(error)}\n`);
  return EXIT.failed;
}

async function refresh(options: Options): Promise<number> {
  if (options.dryRun === true) return await refreshLocked(options);
  const unlock = await lockDirectory(options.out);
  try {
    return await refreshLocked(options);
  } finally {
    await unlock();
  }
}

async function refreshLocked(options: Options): Promise<number> {
  const curated: Curated = readCurated(options.curated);
  const before = readStore(options.out);
  const past = readHistory(options.out);
  const io =
    options.from === undefined ? networkIo({ now: () => new Date(), cacheDir: ".cache/http" }) : recordingIo(options.from);
  const sources = await readSources(io, curated, nightProgress());
  const prices = night(sources, curated, before);
  const quality = await qualityTonight(io, options, prices, before);
  const after = withQualityRun(prices, quality);
  const files = new Map([
    ...storeFiles(after),
    ...historyFiles(past, historyTonight(past, before, after)),
    ...qualityFiles(quality),
  ]);
  const changed = changedFiles(options.out, files);
  const moves = priceMoves(before.offers, after.offers);
  if (options.dryRun !== true && changed.length > 0) writeFiles(options.out, files);
  const notRead = sources.filter(({ parsed, failure }) => parsed === null && failure === null).map(({ source }) => source.id);
  process.stdout.write(`${report({ before, after, moves, notRead, changedFiles: changed })}\n`);
  process.stderr.write(`${commitMessage(before, after, moves)}\n`);
  return after.run?.findings.some(({ action }) => action === "hold") === true ? EXIT.held : EXIT.good;
}
