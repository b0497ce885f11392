import { expect, type Page, test } from "@playwright/test";

/** A page of many offers whose figures take much room. */
const WIDE = "/models/deepseek/deepseek-v4-pro/";

/** The words of sellers' names in the table of offers that are broken over two lines. */
const brokenNames = (page: Page): Promise<readonly string[]> =>
  page.locator(".offers tbody th a").evaluateAll((links) =>
    links.flatMap((link) =>
      [...link.childNodes].flatMap((node) =>
        [...(node.nodeType === 3 ? (node.textContent ?? "") : "").matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          return range.getClientRects().length > 1 ? [word] : [];
        }),
      ),
    ),
  );

test("no seller's name is broken, and offers do not scroll sideways, on screens from 800 pixels on", async ({ page }) => {
  await page.goto(WIDE);
  for (const width of [1440, 1024, 800])
    await test.step(`at ${width} pixels`, async () => {
      await page.setViewportSize({ width, height: 900 });
      expect(await brokenNames(page)).toEqual([]);
      const [table, frame] = await page
        .locator(".offers")
        .first()
        .evaluate((element) => [element.clientWidth, element.parentElement?.clientWidth ?? 0]);
      expect(table).toBeLessThanOrEqual((frame ?? 0) + 1);
    });
});
