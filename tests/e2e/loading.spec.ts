import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { onePageOfEveryKind } from "./page-kinds.ts";

const KINDS = onePageOfEveryKind();
/** What a page is for. Controls that need a script may come with it. */
const SAID = "main :is(h1, h2, .answer, dl, table, .prose)";

/** Every address the page asks for, and everything it complains about. */
function watch(page: Page): { readonly urls: string[]; readonly complaints: string[] } {
  const urls: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { urls, complaints };
}

for (const { kind, path } of KINDS) {
  test(`${kind} loads no script before it is touched, nothing from elsewhere, and does not complain`, async ({
    page,
    baseURL,
  }) => {
    const { urls, complaints } = watch(page);
    await page.goto(path, { waitUntil: "load" });
    expect(urls.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
    expect(urls.filter((url) => url.endsWith(".js"))).toEqual([]);
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
  });

  test(`${kind} does not move while it loads, on a phone and on a desk`, async ({ browser }) => {
    for (const width of [390, 1440]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(path, { waitUntil: "load" });
      expect(await page.evaluate(layoutShift), `at ${width} px`).toBe(0);
      expect(await page.evaluate(sidewaysPixels), `at ${width} px`).toBe(0);
      await page.close();
    }
  });

  test(`${kind} says the same without scripts`, async ({ browser }) => {
    const words = async (javaScriptEnabled: boolean) => {
      const page = await browser.newPage({ javaScriptEnabled });
      await page.goto(path);
      const texts = await page.locator(SAID).allInnerTexts();
      await page.close();
      return texts.join("\n");
    };
    const without = await words(false);
    expect(without.length).toBeGreaterThan(60);
    expect(without).toBe(await words(true));
  });
}

/** The sum of the layout shifts so far, after two frames. */
function layoutShift(): Promise<number> {
  return new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("value" in entry && typeof entry.value === "number") sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 100)));
  });
}

/** How far the page itself scrolls sideways: tables scroll in their own box. */
function sidewaysPixels(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

test.describe("the loader", () => {
  /** A page that is nothing but the loader of the built site and one element with a module. */
  async function probe(page: Page, search: string): Promise<string[]> {
    const loader = /<script>(.*?)<\/script>/s.exec(readFileSync("dist/index.html", "utf8"))?.[1] ?? "";
    const loaded: string[] = [];
    await page.route("**/probe/*", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><script>${loader}</script><input data-module="/probe.js"><p>x`,
      }),
    );
    await page.route("**/probe.js", (route) => {
      loaded.push(route.request().url());
      return route.fulfill({ contentType: "text/javascript", body: "document.title += 'loaded'" });
    });
    await page.goto(`/probe/${search}`);
    return loaded;
  }

  test("waits until something is touched", async ({ page }) => {
    const loaded = await probe(page, "");
    await page.locator("p").hover();
    expect(loaded).toEqual([]);
  });

  test("brings the module when a pointer comes near", async ({ page }) => {
    const loaded = await probe(page, "");
    await page.locator("input").hover();
    await expect(page).toHaveTitle("loaded");
    expect(loaded).toHaveLength(1);
  });

  test("brings the module when the focus comes, and once only", async ({ page }) => {
    const loaded = await probe(page, "");
    await page.keyboard.press("Tab");
    await expect(page).toHaveTitle("loaded");
    await page.locator("input").hover();
    expect(loaded).toHaveLength(1);
  });

  test("brings the module at once when the address carries state", async ({ page }) => {
    await probe(page, "?sort=output");
    await expect(page).toHaveTitle("loaded");
  });
});

test("light or dark is the reader's choice, kept from page to page, and never flashes", async ({ browser }) => {
  const context = await browser.newContext({ colorScheme: "light" });
  const page = await context.newPage();
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.goto("/");
  const light = await background();
  await page.getByRole("button", { name: "Light or dark" }).click();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.goto("/404.html");
  expect(await background()).toBe(dark);
  await page.getByRole("button", { name: "Light or dark" }).click();
  expect(await background()).toBe(light);
  await context.close();
});

test("a keyboard finds the way past the navigation first", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeInViewport();
});
