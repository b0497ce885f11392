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
