import { expect, test } from "@playwright/test";
import { THOROUGH } from "../axe.ts";
import { broughtCount, countOf, nameField, ROWS } from "./finder-page.ts";

/** The finder as it comes: what stands without scripts stays where it is. */

test("without scripts there is the list and no control that could not work", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto("/?q=opus");
  await expect(page.locator("#finder")).toBeHidden();
  expect(await page.locator("main tbody tr:visible").count()).toBeGreaterThan(100);
  await page.close();
});

test("the first models stand there, and a button brings all of them, in the order of the list without scripts", async ({
  browser,
}) => {
  const [page, plain] = await Promise.all([browser.newPage(), browser.newPage({ javaScriptEnabled: false })]);
  await Promise.all([page.goto("/"), plain.goto("/")]);
  await expect(page.locator(ROWS)).toHaveCount(40);
  await page.getByRole("button", { name: "Show all" }).click();
  const names = await plain.locator("main tbody th a").allInnerTexts();
  await expect(page.locator(ROWS)).toHaveCount(names.length);
  expect(await page.locator(`${ROWS} th a`).allInnerTexts()).toEqual(names);
  await Promise.all([page.close(), plain.close()]);
});

/** On a phone with every change, on a desk every week. */
for (const width of THOROUGH ? [390, 1440] : [390]) {
  test(`nothing moves when the finder comes or is used, at ${width} px`, async ({ browser }) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto("/");
    const places = () =>
      page.locator("#models thead th").evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left));
    const before = await places();
    await page.locator("#finder").hover();
    await expect(page.locator("#models thead button").first()).toBeVisible();
    expect(await places()).toEqual(before);
    expect(await page.evaluate(shiftSoFar)).toBe(0);
    await page.locator("#finder summary").click();
    await nameField(page).fill("qwen");
    await expect(countOf(page)).toContainText(" of ");
    await broughtCount(page);
    expect(await places()).toEqual(before);
    await page.close();
  });
}

/** The sum of the layout shifts so far. */
function shiftSoFar(): Promise<number> {
  return new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("value" in entry && typeof entry.value === "number") sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 200);
  });
}
