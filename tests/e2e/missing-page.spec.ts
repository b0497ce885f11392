import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

/** What stands at an address that has no page: `404.html`, which hosts serve at every such address. */

test("a pair of platforms without a page of its own opens side by side, and Back leaves it", async ({ page }) => {
  await page.goto("/platforms/");
  await page.goto("/compare/deepinfra-vs-nebius/");
  await expect(page).toHaveURL(/\/compare\/\?p=deepinfra,nebius$/);
  await expect(page.getByRole("heading", { name: "DeepInfra vs Nebius", exact: false })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/platforms\/$/);
});

test("a mistyped model or platform is named, nearest first", async ({ page }) => {
  await page.goto("/models/openai/gpt-54/");
  const meant = page.getByRole("status").getByRole("link");
  await expect(meant.first()).toHaveText("GPT-5.4");
  await expectAccessible(page);
  await page.goto("/compare/deepinfra-vs-together/");
  await expect(meant.first()).toHaveText("DeepInfra vs Together AI");
});

test("without scripts the page leads to where platforms are compared", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/compare/deepinfra-vs-nebius/");
  await page.locator("main").getByRole("link", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/compare\/$/);
  await context.close();
});
