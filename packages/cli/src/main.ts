import { text } from "node:stream/consumers";
import { EXIT } from "./exit-code.ts";
import { runProgram } from "./program.ts";

// The program that reads our output may close it early: `token-parity price … | head -1`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE" && error.code !== "EOF") throw error;
});

try {
  process.exitCode = await runProgram(process.argv.slice(2), {
    env: process.env,
    now: Date.now,
    out: (written) => process.stdout.write(written),
    err: (written) => process.stderr.write(written),
    stdin: () => text(process.stdin),
  });
} catch (error) {
  console.error(error);
  process.exitCode = EXIT.fault;
}
