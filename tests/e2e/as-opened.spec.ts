import { expect, type Page, test } from "@playwright/test";
import { afterPaint } from "./after-paint.ts";

/** What a table says after some changes, held against the page that is opened at the same address. */

/** The texts of a table's rows, all of them brought. */
async function rowsOf(page: Page, table: string): Promise<readonly string[]> {
  const all = page.getByRole("button", { name: "Show all" });
  if (await all.isVisible()) await all.click();
  await expect(all).toBeHidden();
  await afterPaint(page);
  return page.locator(`${table} tbody:not([hidden]) tr`).allInnerTexts();
}

/** `table` is asked on two pages: the one that was changed, and a new one with its address. */
async function expectAsOpened(page: Page, table: string): Promise<void> {
  const opened = await page.context().newPage();
  await opened.goto(page.url());
  await expect(opened.locator(`${table} thead button`).first()).toBeVisible();
  await opened.waitForLoadState("networkidle");
  const rows = await rowsOf(opened, table);
  expect(rows.length).toBeGreaterThan(40);
  await expect.poll(() => rowsOf(page, table)).toEqual(rows);
  await opened.close();
}

test("rows that come later have the months of the numbers that were typed before they came", async ({ page }) => {
  await page.goto("/models/anthropic/claude-opus-4.8/?sort=month&show=numbers");
  await expect(page.locator(".more-rows")).toContainText("Showing 40 of");
  await page.getByLabel("Requests a month").fill("777777");
  await expect(page.locator("#offers caption")).toContainText("777,777 requests");
  await expect.poll(() => new URL(page.url()).search).toContain("requests=777777");
  await expectAsOpened(page, "#offers");
});

test("in the usual order rows below the screen and in shut folds follow another workload, a filter, and its end", async ({
  page,
}) => {
  await page.goto("/models/anthropic/claude-opus-4.8/?show=filters");
  const firstHand = page.locator("[name=first-hand]");
  await firstHand.check();
  await page.locator("#workloads a[href='?workload=coding-agent']").click();
  await expect(page.locator("#workloads a[href='?workload=coding-agent']")).toHaveAttribute("aria-current", "true");
  await firstHand.uncheck();
  await expect.poll(() => new URL(page.url()).search).not.toContain("first-hand");
  await expectAsOpened(page, "#offers");
});

test("months are those of the sellers with room for a long context once these are there, by a link too", async ({ page }) => {
  await page.goto("/?min-context=128000");
  await expect(page.locator("#finder p output")).toContainText(" of ");
  await page.waitForLoadState("networkidle");
  const linked = await rowsOf(page, "#models");
  await page.locator("summary").first().click();
  await page.locator("[name=min-context]").selectOption("");
  await expect(page.locator("#finder p output")).not.toContainText(" of ");
  await page.locator("[name=min-context]").selectOption("128000");
  await expect(page.locator("#finder p output")).toContainText(" of ");
  await expect.poll(() => rowsOf(page, "#models")).toEqual(linked);
});
