import { expect, test } from "@playwright/test";

test("on a phone a month with its unknown fee takes two lines at most, and its own length stands below the model's name", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/best/coding-agent/");
  const lines = await page.locator("#ranking-table td:nth-child(6):visible").evaluateAll((cells) =>
    cells.map((cell) => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      return new Set([...text.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top / 8))).size;
    }),
  );
  expect(lines.length).toBeGreaterThan(20);
  expect(Math.max(...lines)).toBe(2);
  await expect(page.locator("#ranking-table th i.narrow", { hasText: / at [\d.]+× output$/ }).first()).toBeVisible();
});

test("a phone shows answer, picture and best buys without sideways scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/best/chat/");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const table = page.locator("#buys-table");
  expect(await table.evaluate((element) => element.scrollWidth <= (element.parentElement?.clientWidth ?? 0))).toBe(true);
  await expect(page.locator("#buy-chart")).toBeVisible();
});
