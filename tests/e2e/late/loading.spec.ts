import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";

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

/** What stands above an answer that is not the one a link asks for; `none` = nothing. */
const notYet = (page: Page) =>
  page
    .locator(".answer")
    .first()
    .evaluate((answer) => getComputedStyle(answer, "::before").content);

for (const path of [
  "/?q=opus",
  "/calculator/?requests=50000",
  "/models/z-ai/glm-5.2/?workload=coding-agent",
  "/best/chat/?error-costs=1",
  "/compare/?p=openrouter,azure",
  "/deltas/?maker=openai",
  "/changes/?maker=openai",
]) {
  test(`until ${path} shows what the link asks for, it says that it does not`, async ({ page }) => {
    const script = Promise.withResolvers<void>();
    await page.route("**/*.js", (route) => script.promise.then(() => route.continue()));
    await page.goto(path);
    expect(await notYet(page)).toBe('"Not yet what your link asks for:"');
    script.resolve();
    await expect.poll(() => notYet(page)).toBe("none");
  });
}

test("a page that never gets what answers a link goes on to say so, and one without a question says nothing", async ({
  page,
}) => {
  await page.route(/\/_astro\/calculator\./, (route) => route.abort());
  await page.goto("/calculator/?requests=50000");
  await page.waitForLoadState("networkidle");
  expect(await notYet(page)).toBe('"Not yet what your link asks for:"');
  await page.goto("/calculator/");
  expect(await notYet(page)).toBe("none");
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
