import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { builtPages } from "../../scripts/tools/site/built-page.ts";
import { afterPaint } from "./after-paint.ts";
import { expectAccessible } from "./axe.ts";

const FLASH = "/models/deepseek/deepseek-v4-flash/";
const OPUS = "/models/anthropic/claude-opus-4.8/";

const MINI = "/models/openai/gpt-5-mini/";

/** Follows once what it says is painted. */
const address = (page: Page): string => new URL(page.url()).search;
const chip = (page: Page, name: string) => page.locator("#workloads").getByText(name, { exact: true });
const rows = (page: Page) => page.locator("#offers tbody tr[id]:visible");
const ids = (page: Page) => rows(page).evaluateAll((all) => all.map(({ id }) => id));
const usd = (text: string): number => Number(text.replace(/[^\d.]/g, ""));
/** What is said of a row that does not count. */
const UNCOUNTED = /\bolder\b|too old|one catalogue only|in doubt/;
/** Brings the table's script, then has the whole table in the order of the monthly cost. */
async function byMonth(page: Page): Promise<void> {
  await page.locator("#offers").hover();
  await page.locator("#offers thead").getByRole("button", { name: "Monthly cost" }).click();
}

/** The standard offers' months in the order of their monthly cost: of a range the most, by which it is ranked. */
async function countedMonths(page: Page): Promise<readonly number[]> {
  await afterPaint(page);
  const texts = await page.locator("#offers tbody").first().locator("tr[id]:visible").allInnerTexts();
  const rows = texts.flatMap((text) => {
    const month = /\$[\d,.]+(?: – (\$[\d,.]+))?/.exec(text.split("\t").slice(1).join("\t"));
    // What is held or too small for the workload stands at its price among the others, and counts no more for it.
    return month === null || /context too small|held since/.test(text)
      ? []
      : [{ isCounted: !UNCOUNTED.test(text), month: usd(month[1] ?? month[0]) }];
  });
  const first = rows.findIndex(({ isCounted }) => !isCounted);
  const counted = (first < 0 ? rows : rows.slice(0, first)).map(({ month }) => month);
  // Who does not count stands behind all who do.
  expect(rows.filter(({ isCounted }) => isCounted)).toHaveLength(counted.length);
  return counted;
}

test("without scripts every offer is in the page, the main platforms first, and a fold opens by itself", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(OPUS);
  const { offers } = JSON.parse(await (await page.request.get(`/api/v1${OPUS.replace(/\/$/, ".json")}`)).text());
  await expect(page.locator("#offers tbody tr[id]")).toHaveCount(offers.length);
  expect((await rows(page).first().innerText()).startsWith("Anthropic")).toBe(true);
  // Links to states that only a script can show.
  await expect(page.locator("#workloads")).toBeHidden();
  const folded = page.locator("#offers .fold", { hasText: "at list price" }).first();
  await expect(folded.locator("tr[id]").first()).toBeHidden();
  await folded.getByRole("checkbox").check();
  expect(await folded.locator("tr[id]:visible").count()).toBeGreaterThan(2);
  await page.close();
});

test("without scripts the regret of a blend is told, and routes while their hosts were read lately", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  // Which model it is told of depends on the prices of the day.
  const told = builtPages("dist").find(({ html }) => /id="regret">[^<]/.test(html));
  await page.goto(told?.path ?? "no model has a regret");
  await expect(page.locator("#regret")).toContainText("3:1 blend");
  await page.goto(FLASH);
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
  await byMonth(page);
  const before = await ids(page);
  await page.locator("#workloads a[href='?workload=coding-agent']").click();
  await expect(page.locator("#offers caption")).toContainText("20,000 requests of 60,000 tokens in");
  await expect(page.locator(".answer")).toContainText(/Cheapest for coding agents?/);
  await expect.poll(() => address(page)).toBe("?workload=coding-agent&sort=month");
  const counted = await countedMonths(page);
  expect(counted.length).toBeGreaterThan(0);
  expect(counted).toEqual(counted.toSorted((a, b) => a - b));
  const shown = await ids(page);
  expect(shown).not.toEqual(before);
  const friend = await (await browser.newContext()).newPage();
  await friend.goto(page.url());
  for (const place of ["#offers caption", "#lower + p"])
    await expect(friend.locator(place)).toContainText("20,000 requests of 60,000 tokens in");
  expect(await ids(friend)).toEqual(shown);
  expect(await friend.locator("#regret").innerText()).toBe(await page.locator("#regret").innerText());
});

test("in the order of a column a link to an offer brings its row, and a button the others without the reader's place being lost", async ({
  page,
}) => {
  await page.goto(FLASH);
  const all = await page.locator("#offers tbody tr[id]").evaluateAll((elements) => elements.map(({ id }) => id));
  await page.goto(`${FLASH}?sort=month`);
  await expect(page.getByText(`Showing 40 of ${all.length} offers.`)).toBeVisible();
  const first = await ids(page);
  expect(first).toHaveLength(40);
  const later = all.filter((id) => !first.includes(id)).at(-1) ?? "";
  await page.getByRole("button", { name: `Show all ${all.length}` }).click();
  await expect(rows(page)).toHaveCount(all.length);
  await expect(rows(page).nth(40).getByRole("link").first()).toBeFocused();
  await page.goto("/about/");
  await page.goto(`${FLASH}?sort=month#${encodeURI(later)}`);
  await expect(page.locator(`[id="${later}"]`)).toBeInViewport();
});

test("a region is answered in the headline, and its offers stand in the table", async ({ page }) => {
  await page.goto(`${OPUS}?region=eu`);
  await expect(page.locator(".answer")).toContainText("Cheapest for chat in the EU is Amazon Bedrock (eu) at $1,980 a month");
  for (const id of await ids(page)) expect(id).toMatch(/region=eu/);
  await expect(page.locator("#lower")).toContainText("Sellers that name no region are left out.");
  await expect(page.locator("#switch + p")).toContainText("without the filters above");
  await page.goto(`${OPUS}?region=eu&kind=direct`);
  await expect(page.locator(".answer")).toHaveText("No offer passes these filters.");
});

test("on a phone, a narrow one too, platform, monthly cost, input and output stand in sight", async ({ page }) => {
  await page.goto(OPUS);
  const cells = page.locator('#offers tr[id="@anthropic"]').locator("th, td.main, td:nth-child(4), td:nth-child(5)");
  for (const width of [390, 320])
    await test.step(`on ${width} pixels`, async () => {
      await page.setViewportSize({ width, height: 800 });
      await expect(cells).toHaveCount(4);
      for (const cell of await cells.all()) {
        const box = await cell.boundingBox();
        expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(width);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
});

test("the head of the table stays in sight, and covers no row that a link leads to", async ({ page }) => {
  await page.goto(`${OPUS}#@openrouter`);
  const head = await page.locator("#offers thead th").first().boundingBox();
  expect(Math.round(head?.y ?? -1)).toBe(0);
  const row = await page.locator('#offers tr[id="@openrouter"]').boundingBox();
  expect(row?.y ?? -1).toBeGreaterThanOrEqual(head?.height ?? 999);
});

test("a price is reported with what the site shows filled in", async ({ page }) => {
  await page.goto(`${OPUS}?use=${encodeURIComponent("@amazon-bedrock;region=global")}`);
  const href = await page.locator(".request").getByRole("link", { name: "Report a wrong price" }).getAttribute("href");
  const { pathname, searchParams } = new URL(href ?? "");
  expect(pathname).toMatch(/\/issues\/new$/);
  expect(searchParams.get("model")).toBe("anthropic/claude-opus-4.8");
  expect(searchParams.get("platform")).toBe("Amazon Bedrock (global)");
  expect(searchParams.get("value")).toContain("input 5.00, output 25.00");
  expect(searchParams.get("source")).toMatch(/^https:/);
  expect(searchParams.get("day")).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test("a price in doubt has a report and no request", async ({ page }) => {
  const { offers } = JSON.parse(await (await page.request.get(`/api/v1${MINI.replace(/\/$/, ".json")}`)).text());
  const doubted = offers.find(({ doubts }: { doubts: readonly unknown[] }) => doubts.length > 0);
  await page.goto(`${MINI}?use=${encodeURIComponent(doubted.id.slice("openai/gpt-5-mini".length))}`);
  await expect(page.locator(".request").getByRole("link", { name: "Report a wrong price" })).toBeVisible();
  await expect(page.locator(".request pre")).toHaveCount(0);
});

test("the table of offers stays within its frame, and a row's button off its words", async ({ page }) => {
  await page.goto(`${MINI}?requests=200000`);
  await expect(page.locator("#offers caption")).toContainText("200,000 requests");
  await afterPaint(page);
  for (const width of [1024, 1280, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const frame = await page
      .locator("#offers")
      .evaluate((table) => [Math.floor(table.getBoundingClientRect().width), table.parentElement?.clientWidth ?? 0]);
    expect(frame[0], `on ${width} pixels`).toBeLessThanOrEqual(frame[1] ?? 0);
    const covered = await page.locator("#offers tr[id] th:has(.use)").evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const button = cell.querySelector(".use")?.getBoundingClientRect();
        const words = [...cell.querySelectorAll("a, i")].flatMap((each) => [...each.getClientRects()]);
        const isOver = words.some((word) => button && button.width > 0 && word.right > button.left && word.top < button.bottom);
        return isOver ? [cell.textContent] : [];
      }),
    );
    expect(covered, `on ${width} pixels`).toEqual([]);
  }
});

test("an error below a field moves no other field of its row", async ({ page }) => {
  await page.goto(`${OPUS}?show=numbers&requests=junk`);
  const form = page.getByRole("form", { name: "Your own numbers" });
  await expect(form).toContainText("“junk” is not a whole number");
  const tops = await Promise.all(
    ["Requests a month", "Cached input, %"].map(async (label) => (await form.getByLabel(label).boundingBox())?.y),
  );
  expect(tops[0]).toBeCloseTo(tops[1] ?? 0, 0);
});

test("a reader's own numbers bill, and junk gets a message beside its field while the default counts", async ({ page }) => {
  await page.goto(OPUS);
  await chip(page, "Your own…").click();
  const form = page.getByRole("form", { name: "Your own numbers" });
  await form.getByLabel("Requests a month").fill("1000");
  await expect(page.locator("#offers caption")).toContainText("1,000 requests of 2,000 tokens in");
  await expect.poll(() => address(page)).toContain("requests=1000");
  await form.getByLabel("Output tokens a request").fill("many");
  await expect(form).toContainText("“many” is not a whole number");
  await expect(form).toContainText("500 is used");
  await expect(form.getByLabel("Output tokens a request")).toHaveAttribute("aria-invalid", "true");
});

test("junk in a shared link says what is used instead, and axe objects to nothing with the forms and a request open", async ({
  page,
}) => {
  await page.goto(`${FLASH}?use=cheapest&requests=-5&cached=60&written=50`);
  const form = page.getByRole("form", { name: "Your own numbers" });
  await expect(form).toContainText("“-5” is not a whole number from 0 to 1,000,000,000. 100,000 is used.");
  await expect(form).toContainText("Read and written are over 100 % of the input together.");
  await expect(page.locator(".request pre")).toBeVisible();
  await expectAccessible(page);
});

test("filters leave what they say, in the address too, and the table is saved as it is on screen", async ({ page }) => {
  await page.goto(OPUS);
  await chip(page, "Filter…").click();
  await page.getByLabel("Sold by").selectOption({ label: "clouds" });
  await byMonth(page);
  await afterPaint(page);
  const names = await rows(page).locator("th a").allInnerTexts();
  expect(names).toEqual(expect.arrayContaining(["Amazon Bedrock", "Google Vertex AI", "Azure"]));
  for (const other of ["Anthropic", "OpenRouter", "Requesty"]) expect(names).not.toContain(other);
  await expect.poll(() => address(page)).toContain("kind=cloud");
  await expect(page.locator(".answer")).toContainText("at clouds");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV" }).click()]);
  expect(download.suggestedFilename()).toBe("anthropic-claude-opus-4.8.csv");
});

const REQUESTS = [
  [
    "OpenRouter's host",
    FLASH,
    "@openrouter;host=streamlake;quant=fp8",
    ['"only":["streamlake"]', '"allow_fallbacks":false', '"quantizations":["fp8"]'],
  ],
  ["the router itself", FLASH, "@openrouter", ['"max_price"', "deepseek/deepseek-v4-flash"]],
  ["DeepSeek's own API", "/models/deepseek/deepseek-v4-pro-0813/", "@deepseek", ["https://api.deepseek.com", "deepseek-v4-pro"]],
] as const;

test("a request lands on the host, the router or the maker it was made for, and nowhere else", async ({ page }) => {
  for (const [what, model, anchor, wanted] of REQUESTS)
    await test.step(what, async () => {
      await page.goto(`${model}?use=${encodeURIComponent(anchor)}`);
      const request = page.locator(".request pre");
      for (const words of wanted) await expect(request).toContainText(words);
    });
});

test("unconfirmed platforms count where a reader says so, in the address too", async ({ page }) => {
  await page.goto("/models/cohere/command-a-plus-05-2026/");
  await expect(page.locator(".answer")).toContainText("No price is confirmed. Reported: from $");
  await page.getByRole("link", { name: /^Include unconfirmed platforms \(\d+\)$/ }).click();
  await expect(page.locator(".answer")).toContainText("Cheapest for chat is");
  await expect(page.locator(".answer")).toContainText("one catalogue only");
  await expect.poll(() => address(page)).toBe("?unconfirmed=yes");
  await page.getByRole("link", { name: /^Include unconfirmed platforms/ }).click();
  await expect(page.locator(".answer")).toContainText("No price is confirmed.");
  await expect.poll(() => address(page)).toBe("");
});

test("what is assumed opens at its mark, by keyboard as well, and moves nothing", async ({ page }) => {
  await page.goto(FLASH);
  const mark = page.locator("#offers .main summary:visible").first();
  const boxes = () =>
    page.locator("#offers tr:visible").evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top + scrollY));
  // A pointer brings the module, which draws the rows again with what they can be used for.
  await page.locator("#offers caption").hover();
  await expect(page.getByRole("button", { name: /^Use / }).first()).toBeAttached();
  const before = await boxes();
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#offers .main details[open] span")).toBeVisible();
  expect(await boxes()).toEqual(before);
  // What closes marks comes after the rows.
  await expect(async () => {
    await page.keyboard.press("Escape");
    await expect(page.locator("#offers .main details[open]")).toHaveCount(0, { timeout: 500 });
  }).toPass();
});
