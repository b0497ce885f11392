import { expect, test } from "@playwright/test";

test("where nothing fits, page, tables and heading say so, no older picture stands there, and all is back with the usual numbers", async ({
  page,
}) => {
  await page.goto("/best/chat/?max-month=0.01");
  await expect(page.locator("#value")).toHaveText("No ranked model");
  await expect(page.locator("#answer")).toContainText("no rated model has a price that counts");
  for (const table of ["#ranking-table", "#buys-table", "#bar-table"])
    await expect(page.locator(`${table} caption`)).toContainText("No model fits");
  await expect(page.locator("#buy-chart")).toBeHidden();
  await expect(page.locator(".folded details")).toBeHidden();
  await page.getByRole("button", { name: "Back to the usual numbers" }).click();
  await expect(page.locator("#value")).toHaveText(/^All ranked models: \d+$/);
  await expect(page.locator("#buy-chart")).toBeVisible();
});
