import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

const rows = (page: Page) => page.locator("tr[data-rest]:visible");
const all = (page: Page) => page.getByRole("checkbox", { name: "Show all" });
const search = (page: Page) => page.getByRole("searchbox", { name: "Find among these models" });

test("a platform's prices show the first twenty-five models, all on request, and a search looks through all of them", async ({
  page,
}) => {
  await page.goto("/platforms/openrouter/");
  await expect(rows(page)).toHaveCount(25);
  await all(page).check();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(300);
  await all(page).uncheck();
  await search(page).fill("llama 3.3");
  await expect(rows(page).first()).toContainText("Llama 3.3");
  await expect.poll(() => new URL(page.url()).search).toBe("?q=llama+3.3");
  const texts = await rows(page).allInnerTexts();
  for (const text of texts) expect(text).toContain("3.3");
  await expect(page.locator("output[for=price-filter]")).toHaveText(new RegExp(`^${texts.length} of \\d+ models$`));
  await page.reload();
  await expect(rows(page)).toHaveCount(texts.length);
  await search(page).fill("no such model");
  await expect(page.getByText("No model here has these words.")).toBeVisible();
  await expectAccessible(page);
});

test("a maker's name finds its models", async ({ page }) => {
  await page.goto("/platforms/openrouter/?q=anthropic");
  await expect(rows(page).first()).toContainText("Claude");
  await expect(page.locator("#prices th.group:visible")).toHaveText(["Anthropic"]);
});

test("without scripts there is no search, and the box shows every model all the same", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto("/platforms/openrouter/");
  await expect(search(page)).toBeHidden();
  await all(page).check();
  expect(await rows(page).count()).toBeGreaterThan(300);
  await page.close();
});

test("who follows a platform or a maker finds the feed on its page, and every feed on the page of changes", async ({ page }) => {
  for (const path of ["/platforms/deepseek/", "/models/deepseek/"]) {
    await page.goto(path);
    await expect(page.getByRole("link", { name: "Follow its prices" })).toHaveAttribute("href", path.replace(/\/$/, ".xml"));
  }
  await page.goto("/changes/");
  await expect(page.getByRole("link", { name: "OPML" })).toHaveAttribute("href", "/feeds.opml");
});
