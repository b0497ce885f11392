import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

const tray = (page: Page): Locator => page.getByRole("complementary", { name: "To compare" });
const button = (page: Page): Locator => page.getByRole("button", { name: "Tick to compare" });
const box = (page: Page, name: string): Locator => page.getByRole("checkbox", { name: `Compare ${name}`, exact: true });

test("models are ticked in the list, kept on other pages of the session, and compared", async ({ page }) => {
  await page.goto("/?q=opus");
  await expect(page.locator("#finder p output")).toContainText(" of ");
  await button(page).click();
  await expect(tray(page)).toContainText("Tick models or platforms in any list.");
  await box(page, "Claude Opus 4.8").check();
  await expect(tray(page).getByRole("status")).toHaveText("Claude Opus 4.8 added.");
  await page.goto("/platforms/");
  await expect(tray(page)).toContainText("Claude Opus 4.8");
  await box(page, "Azure").check();
  await box(page, "Amazon Bedrock").check();
  await tray(page).getByRole("link", { name: "Compare 3" }).click();
  await expect(page.locator("#compared h2").first()).toHaveText("Claude Opus 4.8 on these platforms");
  expect(new URL(page.url()).search).toBe("?p=azure,amazon-bedrock&m=anthropic/claude-opus-4.8");
});

test("a model's page ticks itself, its offers tick their platforms; by keyboard", async ({ page }) => {
  await page.goto("/models/anthropic/claude-opus-4.8/");
  await button(page).focus();
  await page.keyboard.press("Enter");
  await expect(button(page)).toHaveAttribute("aria-pressed", "true");
  await expect(tray(page)).toContainText("Claude Opus 4.8");
  await box(page, "Anthropic").first().focus();
  await page.keyboard.press("Space");
  await expect(tray(page).getByRole("link", { name: "Compare 2" })).toBeVisible();
  await tray(page).getByRole("button", { name: "Take Claude Opus 4.8 away" }).press("Enter");
  await expect(tray(page).getByRole("link", { name: "Compare 1" })).toBeVisible();
  await tray(page).getByRole("button", { name: "Clear" }).press("Enter");
  await expect(box(page, "Anthropic").first()).not.toBeChecked();
});

test("a ranking's rows tick their models, for its workload", async ({ page }) => {
  await page.goto("/best/rag/");
  await button(page).click();
  const boxes = page.getByRole("checkbox", { name: /^Compare / });
  await boxes.first().check();
  await boxes.nth(1).check();
  await tray(page).getByRole("link", { name: "Compare 2" }).click();
  await expect(page.locator("#compared h2").first()).toContainText(" vs ");
  expect(new URL(page.url()).search).toMatch(/^\?m=[^&,]+,[^&,]+&workload=rag$/);
});

test("the ticks move nothing that was not asked for, and the tray is accessible on every screen", async ({ page }) => {
  await page.goto("/platforms/openrouter/");
  await button(page).click();
  await page
    .getByRole("checkbox", { name: /^Compare / })
    .first()
    .check();
  await expect(tray(page)).toContainText("OpenRouter");
  await expectAccessible(page);
});

test("a session without ticks loads nothing, and one with ticks shows them at once", async ({ page, context }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".js")) scripts.push(request.url());
  });
  await page.goto("/platforms/", { waitUntil: "load" });
  expect(scripts).toEqual([]);
  await button(page).click();
  await box(page, "Azure").check();
  await page.reload();
  await expect(box(page, "Azure")).toBeChecked();
  const other = await context.newPage();
  await other.goto("/platforms/");
  await expect(tray(other)).toHaveCount(0);
});
