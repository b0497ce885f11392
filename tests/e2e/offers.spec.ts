import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./axe.ts";

const FLASH = "/models/deepseek/deepseek-v4-flash/";
const OPUS = "/models/anthropic/claude-opus-4.8/";

const address = (page: Page): string => new URL(page.url()).search;
const chip = (page: Page, name: string) => page.locator("#workloads").getByText(name, { exact: true });
const rows = (page: Page) => page.locator("#offers tbody tr[id]:visible");
const ids = (page: Page) => rows(page).evaluateAll((all) => all.map(({ id }) => id));
const usd = (text: string): number => Number(text.replace(/[^\d.]/g, ""));
/** What is said of a row that does not count. */
const UNCOUNTED = /older: last read|too old: last read|one catalogue only|in doubt/;

/** The standard offers' months, those that count and those that do not: of a range the most, by which it is ranked. */
async function standardMonths(page: Page): Promise<{ readonly counted: readonly number[]; readonly all: number }> {
  const texts = await page.locator("#offers tbody").first().locator("tr[id]:visible").allInnerTexts();
  const rows = texts.flatMap((text) => {
    const month = /\$[\d,.]+(?: – (\$[\d,.]+))?/.exec(text.split("\t").slice(1).join("\t"));
    return month === null ? [] : [{ isCounted: !UNCOUNTED.test(text), month: usd(month[1] ?? month[0]) }];
  });
  const first = rows.findIndex(({ isCounted }) => !isCounted);
  const counted = (first < 0 ? rows : rows.slice(0, first)).map(({ month }) => month);
  // Who does not count stands behind all who do.
  expect(rows.filter(({ isCounted }) => isCounted)).toHaveLength(counted.length);
  return { counted, all: rows.length };
}

test("without scripts the offers stand by their month for the first preset, with the regret of a blend", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(FLASH);
  const { counted, all } = await standardMonths(page);
  expect(all).toBeGreaterThan(30);
  expect(counted.length).toBeGreaterThan(0);
  expect(counted).toEqual(counted.toSorted((a, b) => a - b));
  await expect(page.locator("#regret")).toContainText("3:1 blend");
  // Routes are told only while their hosts were read lately: two of them make a choice.
  const { offers } = JSON.parse(await (await page.request.get(`/api/v1${FLASH.replace(/\/$/, ".json")}`)).text());
  const routes = offers.filter(
    ({ platform, host, tier, status }: Readonly<Record<"platform" | "host" | "tier" | "status", string | null>>) =>
      platform === "openrouter" && host !== null && tier === "standard" && status === "current",
  );
  await expect(page.locator("#routes")).toHaveText(routes.length < 2 ? [] : ["Routes on OpenRouter"]);
  await page.close();
});

test("a chosen workload orders the offers by its own month, and a shared link opens the same rows", async ({ page, browser }) => {
  await page.goto(FLASH);
  const before = await ids(page);
  await chip(page, "Coding agents").click();
  await expect(page.locator("#offers caption")).toContainText("20,000 requests of 60,000 tokens in");
  await expect(page.locator(".answer")).toContainText("Cheapest for coding agents is");
  expect(address(page)).toBe("?workload=coding-agent");
  const { counted } = await standardMonths(page);
  expect(counted).toEqual(counted.toSorted((a, b) => a - b));
  const shown = await ids(page);
  expect(shown).not.toEqual(before);
  const friend = await (await browser.newContext()).newPage();
  await friend.goto(page.url());
  await expect(friend.locator("#offers caption")).toContainText("20,000 requests of 60,000 tokens in");
  expect(await ids(friend)).toEqual(shown);
  expect(await friend.locator("#regret").innerText()).toBe(await page.locator("#regret").innerText());
});

test("a reader's own numbers bill, and junk gets a message beside its field while the default counts", async ({ page }) => {
  await page.goto(OPUS);
  await chip(page, "Your own…").click();
  const form = page.getByRole("form", { name: "Your own numbers" });
  await form.getByLabel("Requests a month").fill("1000");
  await expect(page.locator("#offers caption")).toContainText("1,000 requests of 2,000 tokens in");
  await expect.poll(() => address(page)).toContain("requests=1000");
  await form.getByLabel("Tokens out of it").fill("many");
  await expect(form).toContainText("“many” is not a whole number");
  await expect(form).toContainText("500 is used");
  await expect(form.getByLabel("Tokens out of it")).toHaveAttribute("aria-invalid", "true");
});

test("junk in a shared link says what is used instead", async ({ page }) => {
  await page.goto(`${OPUS}?requests=-5&cached=60&written=50`);
  const form = page.getByRole("form", { name: "Your own numbers" });
  await expect(form).toContainText("“-5” is not a whole number from 0 to 1,000,000,000. 100,000 is used.");
  await expect(form).toContainText("Read and written are over 100 % of the input together.");
});

test("filters leave what they say, in the address too", async ({ page }) => {
  await page.goto(OPUS);
  await chip(page, "Filter…").click();
  await page.getByLabel("Sold by").selectOption({ label: "clouds" });
  const names = await rows(page).locator("th a").allInnerTexts();
  expect(names).toEqual(expect.arrayContaining(["Amazon Bedrock", "Google Vertex AI", "Azure"]));
  for (const other of ["Anthropic", "OpenRouter", "Requesty"]) expect(names).not.toContain(other);
  expect(address(page)).toContain("kind=cloud");
});

for (const [what, model, anchor, wanted] of [
  [
    "OpenRouter's host",
    FLASH,
    "@openrouter;host=streamlake;quant=fp8",
    ['"only":["streamlake"]', '"allow_fallbacks":false', '"quantizations":["fp8"]'],
  ],
  ["the router itself", FLASH, "@openrouter", ['"max_price"', "deepseek/deepseek-v4-flash"]],
  ["DeepSeek's own API", "/models/deepseek/deepseek-v4-pro/", "@deepseek", ["https://api.deepseek.com", "deepseek-v4-pro"]],
] as const) {
  test(`a request lands on ${what} and nowhere else`, async ({ page }) => {
    await page.goto(`${model}?use=${encodeURIComponent(anchor)}`);
    const request = page.locator(".request pre");
    for (const words of wanted) await expect(request).toContainText(words);
  });
}

test("unconfirmed sellers count where a reader says so, in the address too", async ({ page }) => {
  await page.goto("/models/cohere/command-a-plus-05-2026/");
  await expect(page.locator(".answer")).toContainText("No price is confirmed. Reported: from $");
  await page.getByRole("link", { name: /^Include unconfirmed sellers \(\d+\)$/ }).click();
  await expect(page.locator(".answer")).toContainText("Cheapest for chat is");
  await expect(page.locator(".answer")).toContainText("one catalogue only");
  expect(address(page)).toBe("?unconfirmed=yes");
  await page.getByRole("link", { name: /^Include unconfirmed sellers/ }).click();
  await expect(page.locator(".answer")).toContainText("No price is confirmed.");
  expect(address(page)).toBe("");
});

test("what is assumed opens at its mark, by keyboard as well", async ({ page }) => {
  await page.goto(FLASH);
  const mark = page.locator("#offers .main summary").first();
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#offers .main details[open]")).toBeVisible();
});

test("axe objects to nothing with the forms and a request open", async ({ page }) => {
  await page.goto(`${FLASH}?show=numbers&use=cheapest&out=junk`);
  await expect(page.locator(".request pre")).toBeVisible();
  await expectAccessible(page);
});
