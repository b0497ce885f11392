import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

const address = (page: Page): string => new URL(page.url()).search;
const compared = (page: Page) => page.locator("#compared");
const message = (page: Page) => page.locator("#compare-message");
const field = (page: Page, what: "Platforms" | "Models") => page.getByRole("combobox", { name: `${what}, up to six` });

const selected = (page: Page) => page.locator("[role=option][aria-selected=true]");

/** Types a name and takes the first that is found. */
async function choose(page: Page, what: "Platforms" | "Models", typed: string, name: string): Promise<void> {
  await field(page, what).pressSequentially(typed);
  await expect(page.getByRole("option").first()).toContainText(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Take ${name} away` })).toBeVisible();
}
const answer = (page: Page) => compared(page).locator(".answer").first();

test("a pair has a page of its own: counts that sum up, gaps, fees, every shared model, without scripts", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto("/compare/openrouter-vs-vercel/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("OpenRouter vs Vercel AI Gateway");
  const shared = Number(/both sell ([\d,]+) models/.exec(await page.locator(".answer").innerText())?.[1]?.replace(",", ""));
  const counts = await page.locator("#summary-table tbody tr").nth(1).locator("td").allInnerTexts();
  const sides = counts.slice(1, 5).map((text) => Number(text.replace(",", "")));
  expect(sides.reduce((sum, count) => sum + count, 0)).toBe(shared);
  await expect(page.locator("#gaps-table tbody tr")).not.toHaveCount(0);
  await expect(page.locator("#facts-table")).toContainText("5.5 % by card, at least $0.80");
  await expect(page.locator("#models-table tbody tr").filter({ hasText: "same" })).not.toHaveCount(0);
  await page.close();
});

const INCOMPARABLE = [
  ["openrouter-vs-tokenmart", "its own claims"],
  ["flo2-vs-openrouter", "sells no tokens"],
  ["anyscale-vs-openrouter", "is closed since 1 Aug 2024"],
] as const;

test("a pair says what cannot be compared: claims of a seller's own, no tokens sold, closed", async ({ page }) => {
  for (const [pair, words] of INCOMPARABLE)
    await test.step(pair, async () => {
      await page.goto(`/compare/${pair}/`);
      await expect(page.locator("main ul li").filter({ hasText: words })).toHaveCount(1);
    });
});

test("platforms and models are chosen by typing, the address follows, a shared link opens the same, and what is drawn is accessible", async ({
  page,
  context,
}) => {
  await page.goto("/compare/");
  await choose(page, "Platforms", "openrouter", "OpenRouter");
  await expect(message(page)).toHaveText("Add a second platform, or a model.");
  await choose(page, "Platforms", "antropic", "Anthropic");
  await expect(answer(page)).toContainText("OpenRouter and Anthropic both sell");
  expect(address(page)).toBe("?p=openrouter,anthropic");
  await choose(page, "Models", "claude opus 4-8", "Claude Opus 4.8");
  await choose(page, "Models", "gpt5.4", "GPT-5.4");
  await expect(compared(page).getByRole("heading", { name: "Claude Opus 4.8 vs GPT-5.4" })).toBeVisible();
  expect(address(page)).toBe("?p=openrouter,anthropic&m=anthropic/claude-opus-4.8,openai/gpt-5.4");
  await page.locator("[name=workload]").selectOption("coding-agent");
  await page.locator("[name=region]").selectOption("eu");
  await expect(answer(page)).toContainText("For coding agents in the EU");
  await expect.poll(() => address(page)).toMatch(/&region=eu&workload=coding-agent$/);
  const friend = await context.newPage();
  await friend.goto(page.url());
  await expect(compared(friend).getByRole("heading", { name: "Claude Opus 4.8 vs GPT-5.4" })).toBeVisible();
  // Parts are drawn in turn.
  await expect.poll(() => compared(friend).innerText()).toBe(await compared(page).innerText());
  await expect(compared(friend).getByRole("heading", { name: "Capabilities" })).toBeVisible();
  await expectAccessible(friend);
});

test("a name that is nobody's offers nothing, arrows move, Escape closes", async ({ page }) => {
  await page.goto("/compare/");
  await field(page, "Models").pressSequentially("zzzzqq");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await field(page, "Models").fill("");
  await field(page, "Models").pressSequentially("gemni");
  await expect(selected(page)).toContainText("Gemini");
  const first = await selected(page).innerText();
  await page.keyboard.press("ArrowDown");
  await expect(selected(page)).not.toHaveText(first);
  await page.keyboard.press("Escape");
  await expect(selected(page)).toHaveCount(0);
});

test("numbers of one's own are billed, stand in the address, and what cannot be read is said beside its field", async ({
  page,
}) => {
  await page.goto("/compare/?p=anthropic,amazon-bedrock&m=anthropic/claude-opus-4.8&workload=coding-agent");
  const month = compared(page).locator("#models-on-platforms-table td.main").first();
  const before = await month.innerText();
  await page.getByText("Your own numbers").click();
  await page.getByLabel("Cached input, %").fill("0");
  await expect(month).not.toHaveText(before);
  await expect(answer(page)).toContainText("For your own workload");
  await expect.poll(() => address(page)).toContain("cached=0");
  await page.getByLabel("Cached input, %").fill("much");
  await expect(page.locator("#compare .problem")).toContainText("“much” is not a percentage");
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
  await expect(message(page)).toHaveText(
    "nowhere: nothing we know of, left out. Six is the most that fits side by side, left out: openai.",
  );
  await field(page, "Platforms").pressSequentially("deepinfra");
  await page.keyboard.press("Enter");
  await expect(message(page)).toContainText("Six is the most");
});

test("beside an id that is nobody's, one alone is told what it needs, and the id can be taken away", async ({ page }) => {
  await page.goto("/compare/?p=nowhere,openai");
  await expect(message(page)).toHaveText("nowhere: nothing we know of, left out. Add a second platform, or a model.");
  await page.getByRole("button", { name: "Take nowhere away" }).click();
  await expect(message(page)).toHaveText("Add a second platform, or a model.");
  expect(address(page)).toBe("?p=openai");
});

test("ties of models are called ties", async ({ page }) => {
  await page.goto("/compare/?m=anthropic/claude-opus-4.8,anthropic/claude-opus-4.7");
  const input = compared(page)
    .locator("#prices-table")
    .getByRole("row", { name: /^Input/ });
  await expect(input.locator("td").first()).toContainText("tie");
});

test("without a choice the page compares the main platforms, with scripts and without", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto("/compare/");
  await expect(page.locator(".answer")).toContainText("OpenRouter, Amazon Bedrock, Google Vertex AI and Azure all sell");
  await expect(page.locator("#summary-table tbody tr")).toHaveCount(4);
  await expect(page.locator("#compare")).toBeHidden();
  await page.close();
});

test("names with commas between them are taken one by one, and what nobody is called stays to be read", async ({ page }) => {
  await page.goto("/compare/");
  await field(page, "Platforms").fill("openrouter, nobody at all, azure, vercel");
  await page.keyboard.press("Enter");
  await expect(answer(page)).toContainText("OpenRouter and Azure both sell");
  await expect(field(page, "Platforms")).toHaveValue(" nobody at all, vercel");
  await field(page, "Platforms").fill("vercel");
  await page.keyboard.press("Enter");
  await expect.poll(() => address(page)).toBe("?p=openrouter,azure,vercel");
});

test("the word of a side is beside its figure, before what is added", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/compare/");
  const added = page.locator("#usual td:is(.under, .over) > i");
  await expect(added).not.toHaveCount(0);
  const words = await added.evaluateAll((notes) => notes.map((note) => getComputedStyle(note, "::before").content));
  expect(words.filter((word) => !/^"(under|over) · "$/.test(word))).toEqual([]);
});

test("a mark and a note beside a figure move it nowhere: figures end below figures", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/calculator/");
  const ends = await page.locator("#bill td.main").evaluateAll((cells) =>
    cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell.firstChild ?? cell);
      return Math.round(range.getBoundingClientRect().right);
    }),
  );
  expect(await page.locator("#bill td.main details").count()).toBeGreaterThan(0);
  expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(2);
});

test("what each workload is, is a step away, whatever is compared", async ({ page }) => {
  await page.goto("/compare/?p=openrouter,azure,vercel&m=openai/gpt-5.4,anthropic/claude-opus-4.8");
  await page.getByRole("link", { name: "What each workload is" }).click();
  await expect(page).toHaveURL(/\/methodology\/#workloads$/);
  await expect(page.locator("#workloads")).toBeInViewport();
});
