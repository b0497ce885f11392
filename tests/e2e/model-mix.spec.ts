import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

const OPUS = "/models/anthropic/claude-opus-4.8/";

test("the cheapest map is drawn when it is asked for, for the reader's workload, tells months by keyboard, and is accessible", async ({
  page,
}) => {
  await page.goto(`${OPUS}?workload=rag`);
  const box = page.locator("#mix");
  await box.getByRole("button", { name: "Draw the map" }).click();
  await expect(box.locator("p").first()).toContainText("At 8,000 input tokens a request");
  await expect(box.locator("polygon").first()).toBeVisible();
  const says = box.locator("output").first();
  await expect(says).toContainText("20 % cached, 400 output tokens");
  await box.locator("svg.mix").focus();
  await page.keyboard.press("ArrowRight");
  await expect(says).toContainText("25 % cached, 400 output tokens");
  await expect(says).toContainText("a month");
  await expectAccessible(page);
});

test("two platforms are held against each other by their cache-hit rate", async ({ page }) => {
  await page.goto(OPUS);
  const box = page.locator("#mix");
  await box.getByRole("button", { name: "Draw the map" }).click();
  await box.getByLabel("First platform").selectOption({ label: "Anthropic" });
  await box.getByLabel("Second platform").selectOption({ label: "OpenRouter" });
  await expect(box).toContainText("Anthropic is cheaper at any cache-hit rate.");
});

test("the Markdown twin has the map in words", async ({ request }) => {
  const text = await (await request.get(OPUS.replace(/\/$/, ".md"))).text();
  expect(text).toContain("## Cheapest by cached input and output");
});
