import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";
import { installedBrowser } from "./scripts/browser.mjs";

/** A free one, so that two runs beside each other look at a site each; the workers, which read this file too, get it by the environment. */
process.env["E2E_PORT"] ??= String(await freePort());
const PORT = Number(process.env["E2E_PORT"]);
/** None where none is installed yet: `npm test` and `npm run e2e` get one and name it, and what only reads this file needs none. */
const executablePath = process.env["CHROMIUM_PATH"] ?? installedBrowser();
/**
 * A page lives for a second or two: what V8 optimises in it meanwhile costs a fifth of the time, and is thrown away. Without a process of its own for
 * what is drawn a run costs a thirtieth less. Every week as readers have it.
 */
const args = process.env["E2E_THOROUGH"] === "1" ? [] : ["--js-flags=--no-opt --no-maglev", "--in-process-gpu"];
/** Scripts and data come so late every week: a test that does not wait for them is found by that, not by a busy machine. */
const lateMs = process.env["E2E_LATE_MS"] ?? "0";

export default defineConfig({
  testDir: "tests/e2e",
  workers: 2,
  fullyParallel: true,
  // A machine that does other things at the same time may be ten times slower.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    launchOptions: executablePath === undefined ? { args } : { args, executablePath },
  },
  webServer: {
    command: `node scripts/serve.ts --port ${PORT} --late ${lateMs}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
    timeout: 240_000,
  },
});

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done, failed) => {
    server.once("error", failed).listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") failed(new Error("a server without a port"));
      else server.close(() => done(address.port));
    });
  });
}
