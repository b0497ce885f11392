import type { Browser, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { builtPages } from "../../scripts/tools/site/built-page.ts";
import { onePageOfEveryKind } from "../../scripts/tools/site/page-kind.ts";
import { expectAccessible, SCREENS, type Screen, sidewaysPixels } from "./axe.ts";
import { CUT_HEADER, type Cut, type PagesInPieces, servePagesInPieces } from "./late/page-in-pieces.ts";

/** What a page is for. Controls that need a script may come with it. */
const SAID = "main :is(h1, h2, .answer, dl, table, .prose)";
/** The screen on which what is said with and without scripts is compared. */
const DESK: Screen = { width: 1440, colorScheme: "dark" };

let inPieces: PagesInPieces;
test.beforeAll(async () => {
  inPieces = await servePagesInPieces("dist");
});
test.afterAll(() => inPieces.close());

for (const { kind, path } of onePageOfEveryKind(builtPages("dist"))) {
  test(`${kind} loads no script untouched, does not move, and is accessible, light and dark, and fits a narrow phone; without scripts it says the same`, async ({
    browser,
    page,
  }) => {
    const seen = watch(page);
    // The last is the first that axe looks at: a change of the screen lays the page out anew.
    for (const screen of SCREENS.toReversed())
      await test.step(`as it loads at ${screen.width} px, ${screen.colorScheme}`, async () => {
        seen.urls.length = 0;
        seen.complaints.length = 0;
        await showOn(page, screen);
        await page.setExtraHTTPHeaders({ [CUT_HEADER]: (screen.width < DESK.width ? "afterTable" : "rows") satisfies Cut });
        await page.goto(inPieces.origin + path, { waitUntil: "load" });
        await expectStillAndUntouched(page, seen, `${inPieces.origin}/`);
      });
    // What is drawn follows the screen alone, so the page that stands there does for all of them.
    await expectAccessible(page);
    await expectSameWithoutScripts(browser, page, path);
    await expectNarrowFits(page);
    await expectLargeLettersFit(page, path);
  });
}

interface Seen {
  readonly urls: string[];
  readonly complaints: string[];
}

/** What TypeScript's DOM does not know yet: https://wicg.github.io/layout-instability/ */
interface LayoutShift {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** A page that has just been loaded: it has not moved, asked for no script, and complained of nothing. */
async function expectStillAndUntouched(page: Page, { urls, complaints }: Seen, home: string): Promise<void> {
  expect.soft(await page.evaluate(layoutShifts), "moves while it loads").toEqual([]);
  expect.soft(await sidewaysPixels(page), "scrolls sideways").toBe(0);
  const elsewhere = urls.filter((url) => !url.startsWith(home));
  expect.soft(elsewhere, "from elsewhere").toEqual([]);
  const scripts = urls.filter((url) => url.endsWith(".js"));
  expect.soft(scripts, "scripts before a touch").toEqual([]);
  const said = complaints.filter((text) => !text.includes("404"));
  expect.soft(said, "complaints").toEqual([]);
}

const expectNarrowFits = (page: Page): Promise<void> =>
  test.step("on a narrow phone and at twice the size on a wide screen, with everything open", async () => {
    await page.evaluate(() => {
      for (const part of document.querySelectorAll("details")) part.open = true;
    });
    for (const width of [320, 1440 / 2]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await sidewaysPixels(page), `sideways at ${width} px`).toBe(0);
    }
  });

const expectLargeLettersFit = (page: Page, path: string): Promise<void> =>
  test.step("with letters twice as large, as a reader's browser may be set to", async () => {
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    // A ranking in a frame is a table, and the frame the box in which it scrolls.
    for (const width of path.startsWith("/embed/") ? [1280] : [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await sidewaysPixels(page), `sideways at ${width} px`).toBe(0);
    }
  });

async function expectSameWithoutScripts(browser: Browser, page: Page, path: string): Promise<void> {
  await showOn(page, DESK);
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await showOn(plain, DESK);
  await plain.goto(path);
  const without = await wordsOf(plain);
  expect(without.length).toBeGreaterThan(60);
  await page.evaluate(() => {
    for (const control of document.querySelectorAll<HTMLElement>("main button.scripted")) control.hidden = true;
    // Rows that are text until somebody wants them are rows without scripts.
    for (const rest of document.querySelectorAll("noscript.rest")) rest.outerHTML = rest.textContent;
  });
  expect(without).toBe(await wordsOf(page));
  await plain.close();
}

const wordsOf = async (page: Page): Promise<string> => (await page.locator(SAID).allInnerTexts()).join("\n");

async function showOn(page: Page, { width, colorScheme }: Screen): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
}

/** Every address the page asks for, and everything it complains about. */
function watch(page: Page): Seen {
  const urls: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { urls, complaints };
}

/** In the page, after two frames: what has moved so far, and how much that is of the screen. */
function layoutShifts(): Promise<readonly string[]> {
  return new Promise((done) => {
    const moved: string[] = [];
    const isShift = (entry: PerformanceEntry): entry is PerformanceEntry & LayoutShift => "sources" in entry;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries().filter(isShift)) {
        const words = entry.sources.map(({ node }) => `${node?.nodeName} “${node?.textContent?.trim().slice(0, 40)}”`);
        moved.push(`${entry.value}: ${words.join(", ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(moved), 100)));
  });
}
