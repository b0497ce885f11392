import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

const rows = (page: Page) => page.locator("#deltas tr[data-maker]:visible");
const heads = (page: Page) => page.locator("#deltas thead th:visible");

test("OpenRouter and the clouds stand first, and a workload is a link", async ({ page }) => {
  await page.goto("/deltas/");
  const names = await heads(page).allInnerTexts();
  expect(names.slice(2, 7).map((name) => name.replace(/ ‡$/, ""))).toEqual([
    "OpenRouter",
    "Azure",
    "Amazon Bedrock",
    "Amazon Bedrock, in region",
    "Google Vertex AI",
  ]);
  await page.getByRole("link", { name: "Coding agents" }).click();
  await expect(page).toHaveURL(/\/deltas\/coding-agent\/$/);
  await expect(page.locator(".answer")).toContainText("OpenRouter:");
  await expect(rows(page).first().locator("th a")).toHaveAttribute("href", /^\/models\/.*\/\?workload=coding-agent$/);
});

test("a maker's mark stands before a name to the eye, and is none of its words", async ({ page }) => {
  await page.goto("/deltas/?maker=anthropic");
  const name = rows(page).first().locator("th");
  await expect(name).toContainText("Claude");
  const drawn = await name.evaluate((cell) => getComputedStyle(cell, "::before").content);
  expect(drawn).toBe('"An" / ""');
  await expect(name).toHaveAccessibleName(/^Claude/);
});

test("a maker and columns are chosen, stand in the address and in the file", async ({ page }) => {
  await page.goto("/deltas/");
  await page.locator("#delta-filter [name=maker]").selectOption("anthropic");
  await expect(rows(page).first()).toContainText("Claude");
  const count = await rows(page).count();
  await page.getByText("Columns", { exact: true }).click();
  const boxes = page.locator("#delta-filter [name=column]");
  const ids = await boxes.evaluateAll((all) => all.map((box) => box.getAttribute("value") ?? ""));
  for (const id of ids.filter((id) => id !== "azure" && id !== "openrouter"))
    await page.locator(`#delta-filter [name=column][value="${id}"]`).uncheck();
  await expect(heads(page)).toHaveCount(4);
  await expect(page).toHaveURL(/\?maker=anthropic&columns=openrouter,azure$/);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV of what is shown" }).click();
  const file = await (await download).createReadStream();
  const text = (await file.toArray()).join("");
  expect(text.trim().split("\n")).toHaveLength(count + 1);
  expect(text.split("\n")[0]).toMatch(/^Model,"List, \$ a month",OpenRouter.*,Azure$/);
  await page.reload();
  await expect(heads(page)).toHaveCount(4);
  await expect(rows(page)).toHaveCount(count);
});

test("on a phone and on a desk nothing but the table scrolls sideways, and its first column stays", async ({ page }) => {
  await page.goto("/deltas/");
  for (const width of [320, 390, 1440])
    await test.step(`at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 800 });
      await page.locator(".sheet").evaluate((sheet) => sheet.scrollTo({ left: 0 }));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.locator(".sheet").evaluate((sheet) => sheet.scrollTo({ left: 5_000 }));
      const name = page.locator("#deltas tbody th").first();
      expect((await name.boundingBox())?.x ?? -1).toBeGreaterThanOrEqual(0);
    });
  await expectAccessible(page);
});
