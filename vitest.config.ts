import { globSync, readFileSync } from "node:fs";
import { getViteConfig } from "astro/config";
import type { ViteUserConfig } from "vitest/config";

const TESTS = "{src,scripts,tests}/**/*.test.ts";
/** `npm run fuzz`: the files with properties, each of which runs so often, and every scenario of bad nights. */
const fuzzed = process.env["FUZZ_RUNS"] !== undefined;
const withProperties = (): string[] =>
  globSync(TESTS).filter((file) => file.startsWith("tests/nights/") || readFileSync(file, "utf8").includes('from "fast-check"'));

const config: ViteUserConfig = {
  test: {
    include: fuzzed ? withProperties() : [TESTS],
    exclude: ["**/node_modules/**"],
    setupFiles: fuzzed ? ["tests/fuzz-setup.ts"] : [],
    globalSetup: fuzzed ? ["tests/fuzz-total.ts"] : [],
    // Properties take their time on a busy machine.
    testTimeout: fuzzed ? 1_800_000 : 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
};

/** With Astro's own plugins, so that a test may render a component. */
export default getViteConfig(config);
