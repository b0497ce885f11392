import { expect, test } from "@playwright/test";

/** Who steps back with the keyboard leaves the focus in a field: it must not keep a number that the figures are no longer for. */

const PAGES = [
  { path: "/best/chat/?maker=anthropic,openai", step: "Take Anthropic away", label: "Output tokens", built: "500" },
  { path: "/compare/?p=openrouter,togetherai,vercel", step: "Take OpenRouter away", label: "Output tokens", built: "500" },
];

for (const { path, step, label, built } of PAGES)
  test(`a field in focus follows a step back on ${path}`, async ({ page }) => {
    await page.goto(path);
    await page.getByRole("button", { name: step }).click();
    const field = page.getByLabel(label);
    await field.evaluate((element) => {
      const fold = element.closest("details");
      if (fold !== null) fold.open = true;
    });
    await field.fill("900");
    await expect.poll(() => new URL(page.url()).search).toContain("out=900");
    await page.goBack();
    await expect(page.getByRole("button", { name: step })).toBeVisible();
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(built);
  });
