import { expect, test } from "@playwright/test";

/** What a newcomer reads of a model before anything is scrolled or touched. */

const OPUS = "/models/anthropic/claude-opus-4.8/";

for (const path of [OPUS, "/models/openai/gpt-5.4/", "/models/z-ai/glm-5.2/"])
  test(`the first screen of ${path} on a phone says what a coding agent costs, what a month is, and who sells it, without scripts too`, async ({
    browser,
  }) => {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.goto(path);
    const agents = page.locator("#months div", { hasText: "Coding agents" });
    await expect(agents.locator("b")).toHaveText(/^\$[\d,.]+( – \$[\d,.]+)?$/);
    await expect(agents.getByRole("link")).toBeInViewport({ ratio: 1 });
    await expect(agents.getByRole("link")).toHaveAttribute("href", /^\/platforms\/[^/]+\/$/);
    const meaning = page.locator("#lower + p");
    await expect(meaning).toContainText("A month is 100,000 requests of 2,000 tokens in");
    await expect(meaning).toBeInViewport({ ratio: 1 });
    await expect(meaning).toContainText("by card. Cheapest for each workload");
    await page.close();
  });

test("a month on a model's first screen is that of the answer for its workload", async ({ page }) => {
  await page.goto(`${OPUS}?workload=coding-agent`);
  await expect(page.locator(".answer")).toContainText("Cheapest for coding agents");
  const month = await page.locator("#months div", { hasText: "Coding agents" }).locator("b").innerText();
  await expect(page.locator(".answer")).toContainText(`${month} a month`);
});

test("the links of the foot are a thumb high on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(OPUS);
  const heights = await page
    .locator("footer p:last-child > *")
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(5);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
});
