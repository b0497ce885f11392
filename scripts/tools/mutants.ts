import { MUTANTS } from "./mutants/all.ts";
import { runMutants } from "./mutants/run-mutants.ts";

/**
 * `node scripts/tools/mutants.ts [words]`: puts bugs in, one at a time, and fails where no test finds one. Words choose among them:
 * `named` the seven of `npm test`, `api csv` those of the API about the CSV. No file is changed.
 */
const words = process.argv.slice(2);
const chosen = Object.entries(MUTANTS).flatMap(([kind, mutants]) =>
  mutants.filter(({ bug }) => words.every((word) => `${kind}: ${bug}`.includes(word))),
);
// Under `npm run fuzz` only files with properties would be run.
delete process.env["FUZZ_RUNS"];

let alive = 0;
for await (const { mutant, fate, by } of runMutants(chosen)) {
  if (fate !== "killed") alive += 1;
  console.log(`${fate.padEnd(8)} ${mutant.bug} (${mutant.file})${by === null ? "" : `\n         by “${by}”`}`);
}
console.log(`${chosen.length - alive} of ${chosen.length} bugs found`);
process.exitCode = alive === 0 && chosen.length > 0 ? 0 : 1;
