import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

const address = (page: Page): string => new URL(page.url()).search;
const compared = (page: Page) => page.locator("#compared");
const message = (page: Page) => page.locator("#compare-message");
const chooser = (page: Page, what: "Platforms" | "Models") => page.getByLabel(`${what}, two to six`);
const answer = (page: Page) => compared(page).locator(".answer").first();

test("a pair has a page of its own: counts that sum up, gaps, fees, every shared model, without scripts", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto("/compare/openrouter-vs-vercel/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("OpenRouter vs Vercel AI Gateway");
  const counts = await page.locator("#summary-table tbody tr").first().locator("td").allInnerTexts();
  const [compared, ...sides] = counts.slice(0, 5).map((text) => Number(text.replace(",", "")));
  expect(sides.reduce((sum, count) => sum + count, 0)).toBe(compared);
  await expect(page.locator("#gaps-table tbody tr")).not.toHaveCount(0);
  await expect(page.locator("#facts-table")).toContainText("5.5 % by card, at least $0.80");
  await expect(page.locator("#models-table tbody tr").filter({ hasText: "tie" })).not.toHaveCount(0);
  await page.close();
});

for (const [pair, words] of [
  ["openrouter-vs-tokenmart", "its own claims"],
  ["flo2-vs-openrouter", "sells no tokens"],
  ["anyscale-vs-openrouter", "is closed since 1 Aug 2024"],
] as const) {
  test(`${pair} says what cannot be compared: ${words}`, async ({ page }) => {
    await page.goto(`/compare/${pair}/`);
    await expect(page.locator("main ul li").filter({ hasText: words })).toHaveCount(1);
  });
}

test("platforms and models are chosen, the address follows, and a shared link opens the same", async ({ page, context }) => {
  await page.goto("/compare/");
  await chooser(page, "Platforms").focus();
  await chooser(page, "Platforms").selectOption({ label: "OpenRouter" });
  await expect(message(page)).toHaveText("Add a second platform.");
  await chooser(page, "Platforms").selectOption({ label: "Anthropic" });
  await expect(answer(page)).toContainText("OpenRouter and Anthropic both sell");
  expect(address(page)).toBe("?p=openrouter,anthropic");
  await chooser(page, "Models").selectOption("anthropic/claude-opus-4.8");
  await chooser(page, "Models").selectOption("openai/gpt-5.4");
  await expect(compared(page).getByRole("heading", { name: "Claude Opus 4.8 vs GPT-5.4" })).toBeVisible();
  expect(address(page)).toBe("?p=openrouter,anthropic&m=anthropic/claude-opus-4.8,openai/gpt-5.4");
  const shown = await compared(page).innerText();
  const friend = await context.newPage();
  await friend.goto(page.url());
  await expect(compared(friend).getByRole("heading", { name: "Claude Opus 4.8 vs GPT-5.4" })).toBeVisible();
  expect(await compared(friend).innerText()).toBe(shown);
});

test("what is taken away is gone from the address, and going back brings it again", async ({ page }) => {
  await page.goto("/compare/?p=openrouter,anthropic,vercel");
  await expect(answer(page)).toContainText("all sell");
  await page.getByRole("button", { name: "Take OpenRouter away" }).click();
  await expect(answer(page)).toContainText("Anthropic and Vercel AI Gateway both sell");
  expect(address(page)).toBe("?p=anthropic,vercel");
  await page.goBack();
  await expect(answer(page)).toContainText("all sell");
});

test("a seventh does not fit, and what the address makes up is said to be left out", async ({ page }) => {
  await page.goto("/compare/?p=openrouter,anthropic,nowhere,vercel,azure,google-vertex,openai");
  await expect(message(page)).toHaveText("nowhere: nothing we know of, left out.");
  await chooser(page, "Platforms").selectOption({ label: "DeepInfra" });
  await expect(message(page)).toContainText("Six is the most");
});

test("ties of models are called ties", async ({ page }) => {
  await page.goto("/compare/?m=anthropic/claude-opus-4.8,anthropic/claude-opus-4.7");
  const input = compared(page).getByRole("row", { name: /^Input/ });
  await expect(input.locator("td").first()).toContainText("tie");
});

test("what a script has drawn is as accessible as what was built", async ({ page }) => {
  await page.goto("/compare/?p=openrouter,anthropic&m=anthropic/claude-opus-4.8,openai/gpt-5.4");
  await expect(compared(page).getByRole("heading", { name: "Capabilities" })).toBeVisible();
  await expectAccessible(page);
});
