import type { Browser, Page } from "@playwright/test";

/** How a page comes up for a reader on a slow line and a slow machine. */
export interface Paint {
  /** From the request to the first words on the screen. */
  readonly firstMs: number;
  /** From the request to the largest piece of the first screen. */
  readonly largestMs: number;
  /** The sum of what moved after it was shown: 0 is still. */
  readonly shift: number;
  readonly nodes: number;
}

/** Where a page is shown, and how slow its line is. The processor is four times slower everywhere. */
export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly line: keyof typeof LINES;
}

/** 1.6 Mbit/s is a phone out of town. At 0.3 every row of a table comes by itself, and shows whether it moves those above. */
const LINES = {
  slow: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
  slowest: { offline: false, latency: 300, downloadThroughput: 37_500, uploadThroughput: 18_750 },
} as const;
const TIMES_SLOWER = 4;
/** Long after the last of a page has come. */
const SETTLED_MS = 600;

/** Loads an address in a browser that has never seen it. Throws where the page is not there or does not come. */
export async function paintOf(browser: Browser, address: string, { width, height, line }: Screen): Promise<Paint> {
  const page = await browser.newPage({ viewport: { width, height } });
  try {
    await slowDown(page, LINES[line]);
    await page.addInitScript(collectPaints);
    const answer = await page.goto(address, { waitUntil: "load", timeout: 120_000 });
    if (answer?.ok() !== true) throw new Error(`${address} is not there`);
    await page.evaluate(firstPaint);
    await page.waitForTimeout(SETTLED_MS);
    return await page.evaluate(readPaint);
  } finally {
    await page.context().close();
  }
}

async function slowDown(page: Page, line: (typeof LINES)[keyof typeof LINES]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: TIMES_SLOWER });
}

/** Runs in the page, before anything of it. */
function collectPaints(): void {
  const seen = { largestMs: 0, shift: 0 };
  Reflect.set(globalThis, "paintSeen", seen);
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.largestMs = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ("value" in entry && typeof entry.value === "number") seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

/** Runs in the page, when it is loaded: on a busy machine that may be before anything was drawn. */
function firstPaint(): Promise<void> {
  return new Promise((done) => {
    new PerformanceObserver((list) => {
      if (list.getEntriesByName("first-contentful-paint").length > 0) done();
    }).observe({ type: "paint", buffered: true });
  });
}

/** Runs in the page, when it has settled. */
function readPaint(): Paint {
  const firstMs = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
  const { largestMs, shift } = Reflect.get(globalThis, "paintSeen");
  return { firstMs, largestMs, shift, nodes: document.querySelectorAll("*").length };
}
