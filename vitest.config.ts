import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { getViteConfig } from "astro/config";
import type { ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const TESTS = "{src,scripts,tests,packages/*/tests}/**/*.test.ts";
/** `npm run fuzz`: the files with properties, each of which runs so often, every scenario of bad nights, and what tries more when asked to. */
const fuzzed = process.env["FUZZ_RUNS"] !== undefined;
/** `node scripts/run.mjs gate`: without the stories over the whole catalogue, whose course depends on the data of the night. */
const gated = process.env["DEPLOY_GATE"] !== undefined;
const PLAYS_THE_DATA = /play-(nights|worlds)/;
const LONG_NIGHTS = "tests/nights/long-nights.test.ts";
const files = globSync(TESTS)
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) =>
    fuzzed
      ? file.startsWith("tests/nights/") || /from "fast-check"|FUZZ_RUNS/.test(readFileSync(file, "utf8"))
      : file !== LONG_NIGHTS,
  )
  .filter((file) => !gated || !PLAYS_THE_DATA.test(readFileSync(file, "utf8")));

/**
 * What shows the small catalogue shares a process, in which each file loads the site again and its pages are read once (30 s of processor time in
 * place of 53). All other files share another and must leave nothing behind in it: a file with a process of its own loads and warms up what others
 * have (391 s for all tests in place of 283). One changes what a package knows, for good.
 */
const NEEDS_ITS_OWN = /updatePrices/;
const LOADS_AGAIN = /small-catalogue|resetModules/;
const textOf = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const isolated = files.filter((file) => NEEDS_ITS_OWN.test(textOf.get(file) ?? ""));
const small = files.filter((file) => !isolated.includes(file) && LOADS_AGAIN.test(textOf.get(file) ?? ""));
const shared = files.filter((file) => !isolated.includes(file) && !small.includes(file));

const TAKES_LONG = /tests\/(nights\/|hostile\.test)/;
/**
 * Any order must be green: files and tests are shuffled, `npm test` always with the same seed, so that it is not red by
 * chance, and CI once a week with a new `--sequence.seed=…`. What takes long comes first, so that nothing waits for it at the end. The files that
 * share a process stay together.
 */
class AnyOrder extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification): string => {
      const group = project.config.isolate ? 0 : TAKES_LONG.test(moduleId) ? 1 : 2;
      return `${group} ${project.name} ${createHash("sha1").update(`${this.ctx.config.sequence.seed} ${moduleId}`).digest("hex")}`;
    };
    return specifications.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  }
}

const common = {
  exclude: ["**/node_modules/**"],
  setupFiles: [fuzzed ? "tests/fuzz-setup.ts" : "tests/property-setup.ts"],
  // What hangs is ended; what is slow, on a machine that does ten other things, is not.
  testTimeout: fuzzed ? 1_800_000 : 900_000,
  hookTimeout: 900_000,
};

const config: ViteUserConfig = {
  test: {
    globalSetup: fuzzed ? ["tests/fuzz-total.ts"] : [],
    maxWorkers: 2,
    sequence: { shuffle: { files: true, tests: true }, seed: 20_261_128, sequencer: AnyOrder },
    projects: [
      { extends: true, test: { ...common, name: "shared", include: shared, isolate: false, unstubEnvs: true } },
      { extends: true, test: { ...common, name: "small", include: small, isolate: false } },
      { extends: true, test: { ...common, name: "own", include: isolated } },
    ],
  },
};

/** With Astro's own plugins, so that a test may render a component. */
export default getViteConfig(config);
