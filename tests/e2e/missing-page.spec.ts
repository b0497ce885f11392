import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

/** What stands at an address that has no page: `404.html`, which hosts serve at every such address. */

test("a pair of platforms without a page of its own is led to side by side", async ({ page }) => {
  await page.goto("/compare/deepinfra-vs-nebius/");
  await page.locator("main li").first().hover();
  await page.getByRole("link", { name: "DeepInfra vs Nebius" }).click();
  await expect(page).toHaveURL(/\/compare\/\?p=deepinfra,nebius$/);
  await expect(page.getByRole("heading", { name: "DeepInfra vs Nebius" })).toBeVisible();
});

test("a mistyped model or platform is named, nearest first", async ({ page }) => {
  await page.goto("/models/openai/gpt-54/");
  await page.locator("main li").first().hover();
  const meant = page.getByRole("status").getByRole("link");
  await expect(meant.first()).toHaveText("GPT-5.4");
  await expectAccessible(page);
});

test("without scripts the page leads to where platforms are compared", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/compare/deepinfra-vs-nebius/");
  await page.locator("main").getByRole("link", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/compare\/$/);
  await context.close();
});
