// Loaded before a program (`node --import ./tests/kill-at.mjs`): kills it with SIGKILL at its n-th change to the disk.
// KILL_AT=7 is before the 7th, KILL_AT=7.5 after half of it where it writes text.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const killAt = Number(process.env.KILL_AT);
const only = process.env.KILL_IN ?? "";
let changes = 0;

for (const name of ["mkdirSync", "writeFileSync", "renameSync", "rmSync"]) {
  const original = fs[name];
  fs[name] = (path, ...rest) => {
    if (!String(path).startsWith(only)) return original(path, ...rest);
    changes += 1;
    const isHalf = changes + 0.5 === killAt;
    if (isHalf && name === "writeFileSync") original(path, String(rest[0]).slice(0, String(rest[0]).length / 2));
    if (isHalf || changes === killAt) process.kill(process.pid, "SIGKILL");
    return original(path, ...rest);
  };
}
syncBuiltinESMExports();
process.on("exit", () => process.stderr.write(`changes: ${changes}\n`));
