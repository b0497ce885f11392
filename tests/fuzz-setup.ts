import { appendFileSync } from "node:fs";
import fc from "fast-check";

const COUNTED = process.env["FUZZ_COUNT"] ?? "";

const SEED = process.env["FUZZ_SEED"];

/**
 * `npm run fuzz`: every property runs this often instead of 100 times, and says how often it did. A failure names its seed and path;
 * `FUZZ_SEED=…` runs every property from that seed again.
 */
fc.configureGlobal({
  numRuns: Number(process.env["FUZZ_RUNS"]),
  ...(SEED === undefined ? {} : { seed: Number(SEED) }),
  reporter: (details) => {
    appendFileSync(COUNTED, `${details.numRuns}\n`);
    if (details.failed) throw new Error(fc.defaultReportMessage(details) ?? "a property failed");
  },
});
