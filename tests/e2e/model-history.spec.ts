import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

const SOL = "/models/openai/gpt-5.6-sol/";
const OPUS = "/models/anthropic/claude-opus-4.8/";

test("a price that never moved has an axis to read it by", async ({ page }) => {
  await page.goto(OPUS);
  const axis = await page.locator(".history > text").allTextContents();
  const prices = axis.filter((text) => text.trim().startsWith("$"));
  expect(new Set(prices).size).toBeGreaterThan(1);
});

test("what it cost on a past day is told, and stands in the address", async ({ page, browser }) => {
  await page.goto(SOL);
  await page.getByLabel("Price on").fill("2026-07-20");
  const says = page.locator("#price-chart output");
  await expect(says).toContainText("20 Jul 2026: List price $5.00 in · $30.00 out");
  expect(new URL(page.url()).search).toBe("?on=2026-07-20");
  const friend = await (await browser.newContext()).newPage();
  await friend.goto(`${SOL}?on=2026-08-22`);
  await expect(friend.locator("#price-chart output")).toContainText("22 Aug 2026: List price $4.00 in · $20.00 out");
  await friend.goto(`${SOL}?on=1999-01-01`);
  await expect(friend.getByLabel("Price on")).toHaveValue("");
});

test("the day stays in the address while the workload changes", async ({ page }) => {
  await page.goto(`${SOL}?on=2026-08-22`);
  await page.locator("#workloads a[href='?workload=rag']").click();
  await expect.poll(() => new URL(page.url()).search).toBe("?workload=rag&on=2026-08-22");
});

test("a day is chosen by arrow keys, from move to move, or by the pointer, and axe objects to nothing then", async ({ page }) => {
  await page.goto(`${SOL}?on=2026-09-01`);
  const chart = page.locator("svg.history");
  const says = page.locator("#price-chart output");
  await expect(says).toContainText("1 Sep 2026");
  await chart.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(says).toContainText("22 Aug 2026");
  await page.keyboard.press("ArrowLeft");
  await expect(says).toContainText("21 Aug 2026");
  const box = await chart.boundingBox();
  if (box === null) throw new Error("no chart");
  await page.mouse.move(box.x + 2, box.y + 20);
  await expect(says).toContainText("Jul 2026");
  await expectAccessible(page);
});
