import { configureGlobal } from "fast-check";

/** `npm run fuzz`: every property runs this often instead of 100 times. */
configureGlobal({ numRuns: Number(process.env["FUZZ_RUNS"]) });
