import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Before and after `npm run fuzz`: makes the file where every property leaves its count, and prints the sum. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "token-parity-fuzz-"));
  const file = join(folder, "count");
  writeFileSync(file, "");
  process.env["FUZZ_COUNT"] = file;
  return () => {
    const counts = readFileSync(file, "utf8").split("\n").filter(Boolean).map(Number);
    const cases = counts.reduce((sum, count) => sum + count, 0);
    process.stdout.write(`fuzz: ${cases.toLocaleString("en-US")} cases of ${counts.length} properties\n`);
    rmSync(folder, { recursive: true });
  };
}
