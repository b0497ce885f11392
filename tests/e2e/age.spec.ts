import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

/** How old the data are, by the reader's clock: nothing on a fresh day, amber after three days, red after two weeks. */

const DAY_MS = 86_400_000;

for (const [days, words] of [
  [0, null],
  [3.9, null],
  [4, /^Data as of \d+ \w+ \d{4}: prices may have changed since/],
  [14.9, /^Data as of \d+ \w+ \d{4}: prices/],
  [15, /\d{4}, over two weeks ago: prices may have changed since/],
] as const) {
  test(`on a page whose data are ${days} days old`, async ({ page }) => {
    await page.goto("/about/");
    const day = await page.locator("html").getAttribute("data-day");
    await page.clock.setFixedTime(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
    await page.reload();
    const line = page.locator(".age");
    if (words === null) await expect(line).toBeHidden();
    else await expect(line).toHaveText(words, { useInnerText: true });
    await expectAccessible(page);
  });
}
