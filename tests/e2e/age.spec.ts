import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

/** How old the data are, by the reader's clock: nothing on a fresh day, amber after three days, red after two weeks. */

const DAY_MS = 86_400_000;

/** The first and the last moment of each look of the page, which axe sees once. */
const AGES = [
  { days: 0, words: null, isFirst: true },
  { days: 3.9, words: null, isFirst: false },
  { days: 4, words: /^Data as of \d+ \w+ \d{4}: prices may have changed since/, isFirst: true },
  { days: 14.9, words: /^Data as of \d+ \w+ \d{4}: prices/, isFirst: false },
  { days: 15, words: /\d{4}, over two weeks ago: prices may have changed since/, isFirst: true },
];

test("the older the data, the louder the page says so", async ({ page }) => {
  await page.goto("/about/");
  const day = await page.locator("html").getAttribute("data-day");
  for (const { days, words, isFirst } of AGES)
    await test.step(`data of ${days} days`, async () => {
      await page.clock.setFixedTime(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
      await page.reload();
      const line = page.locator(".age");
      if (words === null) await expect(line).toBeHidden();
      else await expect(line).toHaveText(words, { useInnerText: true });
      if (isFirst) await expectAccessible(page);
    });
});
