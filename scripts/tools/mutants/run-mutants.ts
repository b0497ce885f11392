import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createVitest, type TestModule, type Vitest } from "vitest/node";
import { type Mutant, mutated } from "./mutant.ts";

/** What became of a mutant. `broken`: it does not even load, so that it proves nothing. */
export type MutantOutcome = "killed" | "survived" | "broken";

export interface MutantResult {
  readonly mutant: Mutant;
  readonly fate: MutantOutcome;
  /** The test that found it. */
  readonly by: string | null;
}

/**
 * Puts one bug after the other into the code as the tests load it, and runs the tests that should find it. No file is changed. Throws
 * where a test fails without any bug, or a mutant is stale.
 */
export async function* runMutants(mutants: readonly Mutant[]): AsyncGenerator<MutantResult> {
  const bugs = new Map(mutants.map((mutant) => [mutant, mutated(mutant, readFileSync(mutant.file, "utf8"))]));
  const loaded = new Map<string, string>();
  const vitest = await startVitest(loaded);
  try {
    await refuseRed(vitest, mutants);
    for (const [mutant, code] of bugs) {
      const path = join(process.cwd(), mutant.file);
      loaded.set(path, code);
      vitest.invalidateFile(path);
      yield { mutant, ...fateOf(await run(vitest, mutant.tests)) };
      loaded.delete(path);
      vitest.invalidateFile(path);
    }
  } finally {
    await vitest.close();
  }
}

/** `loaded` holds what is read in place of a file. */
function startVitest(loaded: ReadonlyMap<string, string>): Promise<Vitest> {
  const plugin = { name: "mutants", load: { order: "pre" as const, handler: (id: string) => loaded.get(id) } };
  // What is cached on disk is the code without a bug.
  const options = { watch: false, run: true, fsModuleCache: false, reporters: [NO_REPORTER] };
  return createVitest("test", options, { plugins: [plugin] });
}

const NO_REPORTER = {};

async function run(vitest: Vitest, tests: readonly string[]): Promise<readonly TestModule[]> {
  const wanted = await vitest.globTestSpecifications([...tests]);
  if (wanted.length < tests.length) throw new Error(`no such test among ${tests.join(", ")}`);
  const ids = new Set(wanted.map(({ moduleId }) => moduleId));
  // The results of a run have the modules of earlier runs too.
  const modules = (await vitest.runTestSpecifications(wanted)).testModules.filter(({ moduleId }) => ids.has(moduleId));
  const unrun = modules.filter((module) => !["passed", "failed"].includes(module.state()));
  if (modules.length !== ids.size || unrun.length > 0) throw new Error(`not run: ${tests.join(", ")}`);
  return modules;
}

async function refuseRed(vitest: Vitest, mutants: readonly Mutant[]): Promise<void> {
  const red = (await run(vitest, [...new Set(mutants.flatMap(({ tests }) => tests))])).filter((module) => !module.ok());
  if (red.length > 0) throw new Error(`fails without any bug: ${red.map(({ moduleId }) => moduleId).join(", ")}`);
}

function fateOf(modules: readonly TestModule[]): Omit<MutantResult, "mutant"> {
  if (modules.some((module) => module.errors().length > 0)) return { fate: "broken", by: null };
  const failed = modules.flatMap((module) => [...module.children.allTests("failed")]);
  return failed[0] === undefined ? { fate: "survived", by: null } : { fate: "killed", by: failed[0].fullName };
}
