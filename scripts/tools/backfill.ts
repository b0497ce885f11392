import { existsSync } from "node:fs";
import { Presets, SingleBar } from "cli-progress";
import { Command } from "commander";
import { finishPendingWrite } from "../../src/data/pending-write.ts";
import { readCurated } from "../night/pipeline/curated.ts";
import { errorText } from "../night/pipeline/error-text.ts";
import { historyFiles, readHistory } from "../night/pipeline/history-files.ts";
import { historyRebuilt } from "../night/pipeline/history-night.ts";
import { lockDirectory } from "../night/pipeline/lock.ts";
import { readStore, writeFiles } from "../night/pipeline/store.ts";
import { backfillReport } from "./backfill/backfill-report.ts";
import { fillGap } from "./backfill/gap/fill-gap.ts";
import { countDays } from "./backfill/openrouter-days.ts";
import { recordedModels } from "./backfill/recorded-models.ts";
import { recordedPast } from "./backfill/recorded-past.ts";

interface Options {
  readonly gap?: true;
  readonly from: string;
  readonly out: string;
  readonly curated: string;
}

/** `npm run backfill -- --from DIR`: rebuilds the past from recorded days, whole or not at all. What nights have written stays. */
const command = new Command("backfill")
  .description("Rebuilds history before the first night from recorded days (DIR/history). Running it twice changes nothing.")
  .requiredOption("--from <dir>", "recordings: DIR/history/openrouter-models and DIR/history/models-dev-*.jsonl")
  .option("--gap", "only add what recordings say of the days between the first night and the newest; nothing else moves")
  .option("--out <dir>", "where the data lies", "data/generated")
  .option("--curated <dir>", "where the curated tables lie", "data/curated")
  .allowExcessArguments(false)
  .parse();

process.exitCode = await main(command.opts<Options>());

async function main(options: Options): Promise<number> {
  try {
    if (!existsSync(options.from)) throw new Error(`--from ${options.from}: no such folder`);
    const unlock = await lockDirectory(options.out);
    try {
      await (options.gap === true ? gap(options) : backfill(options));
    } finally {
      await unlock();
    }
    return 0;
  } catch (error) {
    process.stderr.write(`backfill: ${errorText(error)}\n`);
    return 2;
  }
}

async function gap({ from, out, curated: curatedDir }: Options): Promise<void> {
  finishPendingWrite(out);
  const history = readHistory(out);
  const { offers, models } = readStore(out);
  const filled = await fillGap({ from, history, offers, tables: { curated: readCurated(curatedDir), models } });
  const files = historyFiles(history, filled);
  if (files.size > 0) writeFiles(out, files);
  const added = filled.changes.length - history.changes.length;
  process.stdout.write(`# Gap\n\n${added} lines added, ${files.size} files changed.\n`);
}

async function backfill({ from, out, curated: curatedDir }: Options): Promise<void> {
  const started = performance.now();
  finishPendingWrite(out);
  const curated = readCurated(curatedDir);
  const models = await recordedModels(from, out, curated);
  const bar = new SingleBar({ format: "reading {day} {bar}", hideCursor: true, noTTYOutput: false }, Presets.shades_classic);
  const past = readHistory(out);
  bar.start(await countDays(from), 0, { day: "" });
  const recorded = await recordedPast(from, curated, models, (day) => bar.increment(1, { day }));
  bar.stop();
  const history = historyRebuilt(past, recorded.changes);
  const files = historyFiles(past, history);
  if (files.size > 0) writeFiles(out, files);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const figures = {
    seconds: (performance.now() - started) / 1_000,
    processorSeconds: (userCPUTime + systemCPUTime) / 1_000_000,
    peakMebibytes: maxRSS / 1_024,
  };
  process.stdout.write(`${backfillReport({ recorded, history, files, ...figures })}\n`);
}
