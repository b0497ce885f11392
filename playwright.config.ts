import { defineConfig } from "@playwright/test";
import { installedBrowser } from "./scripts/browser.mjs";

const PORT = Number(process.env["E2E_PORT"] ?? 4411);
/** None where none is installed yet: `npm test` and `npm run e2e` get one and name it, and what only reads this file needs none. */
const executablePath = process.env["CHROMIUM_PATH"] ?? installedBrowser();

export default defineConfig({
  testDir: "tests/e2e",
  workers: 2,
  fullyParallel: true,
  // A machine that does other things at the same time may be ten times slower.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    launchOptions: executablePath === undefined ? {} : { executablePath },
  },
  webServer: {
    command: `node scripts/serve.ts --port ${PORT}`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
