import { existsSync } from "node:fs";
import { Command } from "commander";
import { recordingIo } from "../night/network/recording.ts";
import { readCurated } from "../night/pipeline/curated.ts";
import { storeAfterNight } from "../night/pipeline/night.ts";
import { nightProgress } from "../night/pipeline/progress.ts";
import { readSources } from "../night/pipeline/read-sources.ts";
import { EMPTY_STORE } from "../night/pipeline/store.ts";
import { verifyAnswers } from "./verify/answers.ts";
import { verifyBestBuys } from "./verify/best-buys.ts";
import { verifyCatalogue } from "./verify/catalogue-prices.ts";
import { verifyDatedCatalogues } from "./verify/dated-catalogues.ts";
import { verifyGuards } from "./verify/guards.ts";
import { verifyHistory } from "./verify/history.ts";
import { verifyMatching } from "./verify/matching.ts";
import { verifyOtherPrices } from "./verify/other-prices.ts";
import { verifyPrices } from "./verify/prices.ts";
import { verifyQuality } from "./verify/quality.ts";
import { verifyRecall } from "./verify/source-recall.ts";
import type { VerifyResult } from "./verify/verdict.ts";

/** `npm run verify -- --from DIR`: the code against recordings. Prints its figures; exits 1 when something does not hold. */
const { from } = new Command("verify")
  .description("Holds the code against recorded upstream responses and prints the figures.")
  .requiredOption("--from <dir>", "recordings: DIR/recorded.json and the bodies it names")
  .parse()
  .opts<{ from: string }>();
if (!existsSync(from)) throw new Error(`--from ${from}: no such folder`);

const curated = readCurated("data/curated");
const store = storeAfterNight(await readSources(recordingIo(from), curated, nightProgress()), curated, EMPTY_STORE);
const verdicts = [
  verifyPrices(from, store),
  verifyCatalogue(from, store),
  verifyMatching(from, store, curated),
  verifyAnswers(store),
  verifyOtherPrices(store),
  verifyRecall(store, curated),
  await verifyQuality(from),
  await verifyBestBuys(from, store),
  verifyHistory(from),
  await verifyDatedCatalogues(from, store, curated),
  await verifyGuards(from, curated),
];
for (const verdict of verdicts) process.stdout.write(`${verdictText(verdict)}\n\n`);
const failed = verdicts.filter(({ failures }) => failures.length > 0).length;
process.stdout.write(`verify: ${verdicts.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function verdictText({ title, figures, failures }: VerifyResult): string {
  const mark = failures.length === 0 ? "holds" : "DOES NOT HOLD";
  return [
    `## ${title}: ${mark}`,
    ...figures.map((figure) => `- ${figure}`),
    ...failures.map((failure) => `- FAILURE ${failure}`),
  ].join("\n");
}
