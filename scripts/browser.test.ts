import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("the configuration of the browser tests can be read where no Chromium is installed, as npm test reads it before it gets one", () => {
  const line = `import("./playwright.config.ts").then(({ default: config }) => console.log(config.testDir))`;
  const env = { PATH: "/nowhere", HOME: "/nowhere" };
  expect(execFileSync(process.execPath, ["--input-type=module", "-e", line], { env, encoding: "utf8" })).toBe("tests/e2e\n");
});
