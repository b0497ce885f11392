import { expect, test } from "@playwright/test";

/** The width of a sheet of A4 between margins of 15 mm. */
const PAPER = { width: 680, height: 1_000 };

test("a page on paper has dark ink, no controls, and its foot below its tables", async ({ page }) => {
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const path of ["/", "/calculator/", "/changes/", "/deltas/", "/platforms/openrouter/"])
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.locator("h1")).toBeVisible();
      await expect(page.locator(":is(nav, form, search, button, input, select, .chips):visible")).toHaveCount(0);
      expect(await page.locator("body").evaluate((body) => getComputedStyle(body).color)).toBe("rgb(27, 29, 34)");
      const ends = await page
        .locator(".data-table:visible, .site-foot")
        .evaluateAll((all) => all.map((part) => part.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
      expect(ends.at(-1)?.top).toBeGreaterThanOrEqual(Math.max(...ends.slice(0, -1).map(({ bottom }) => bottom)));
    });
});

test("on paper a source that stands in words has its address behind it", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await page.goto("/platforms/openrouter/");
  const source = page.locator(".wrap a[href^='http']").first();
  const behind = await source.evaluate((link) => getComputedStyle(link, "::after").content);
  expect(behind).toContain((await source.getAttribute("href")) ?? "no address");
});
