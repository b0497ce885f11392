import { type Browser, chromium } from "@playwright/test";
import { installedBrowser } from "../../browser.mjs";
import { serveFolder } from "../../static-server.ts";

/** Serves folders, each at its own address, and starts a Chromium for as long as they are used. Throws where none is installed. */
export async function withServedSites<Result>(
  folders: readonly string[],
  use: (browser: Browser, addresses: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const executablePath = installedBrowser();
  if (executablePath === undefined) throw new Error("No Chromium here: npm run e2e gets one.");
  const sites = await Promise.all(folders.map((folder) => serveFolder(folder, 0)));
  const browser = await chromium.launch({ executablePath });
  try {
    return await use(
      browser,
      sites.map(({ address }) => address),
    );
  } finally {
    await browser.close();
    await Promise.all(sites.map((site) => site.close()));
  }
}
