import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,scripts,tests}/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    setupFiles: process.env["FUZZ_RUNS"] === undefined ? [] : ["tests/fuzz-setup.ts"],
    // Properties take their time on a busy machine.
    testTimeout: 30_000,
    maxWorkers: 2,
  },
});
