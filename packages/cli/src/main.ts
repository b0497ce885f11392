import { text } from "node:stream/consumers";
import { runProgram } from "./program.ts";

process.exitCode = await runProgram(process.argv.slice(2), {
  env: process.env,
  now: Date.now,
  out: (written) => process.stdout.write(written),
  err: (written) => process.stderr.write(written),
  stdin: () => text(process.stdin),
});
