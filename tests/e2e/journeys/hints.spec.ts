import { expect, type Page, test } from "@playwright/test";
import { THOROUGH } from "../axe.ts";

/** Every kind of page whose tables have marks that open to what is assumed, with every change as built or as a script draws it, every week as both. */
const PAGES = {
  "a model": "/models/deepseek/deepseek-v4-flash-0731/",
  calculator: "/calculator/",
  ...(THOROUGH && { "calculator drawn again": "/calculator/?workload=rag", compare: "/compare/" }),
  "compare drawn": "/compare/?p=vercel,fireworks-ai,baseten&m=deepseek/deepseek-v4-flash-0731,deepseek/deepseek-v4.1-flash-1017",
};

const mark = (page: Page) => page.locator(":is(td, th) details > summary:visible").first();
const opened = (page: Page) => page.locator(":is(td, th) details[open]");

/** A script may draw the mark again, closed, just after it was pressed. */
const openMark = (page: Page) =>
  expect(async () => {
    if ((await opened(page).count()) === 0) await mark(page).click({ timeout: 2_000 });
    await page.waitForTimeout(300);
    await expect(opened(page)).toHaveCount(1, { timeout: 500 });
  }).toPass();

for (const [kind, path] of Object.entries(PAGES)) {
  test(`${kind}: a mark that was opened closes on Escape and on a press elsewhere, not on one within`, async ({ page }) => {
    await page.goto(path);
    await openMark(page);
    await expect(async () => {
      // The pointer brings the module.
      await page.keyboard.press("Escape");
      await expect(opened(page)).toHaveCount(0, { timeout: 500 });
    }).toPass();
    await openMark(page);
    await opened(page).locator("> span").click();
    await expect(opened(page)).toHaveCount(1);
    await page.locator("h1").click();
    await expect(opened(page)).toHaveCount(0);
  });
}
