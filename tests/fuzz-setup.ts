import { appendFileSync } from "node:fs";
import fc from "fast-check";

const COUNTED = process.env["FUZZ_COUNT"] ?? "";

/** `npm run fuzz`: every property runs this often instead of 100 times, and says how often it did. A failure names its seed and path. */
fc.configureGlobal({
  numRuns: Number(process.env["FUZZ_RUNS"]),
  reporter: (details) => {
    appendFileSync(COUNTED, `${details.numRuns}\n`);
    if (details.failed) throw new Error(fc.defaultReportMessage(details) ?? "a property failed");
  },
});
