import type { Browser, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { afterPaint } from "../after-paint.ts";
import { expectAccessible } from "../axe.ts";

const PAGE = "/best/chat/";
const rows = (page: Page) => page.locator("#ranking-table tbody tr");
const answer = (page: Page) => page.locator("#answer");
const address = (page: Page): string => new URL(page.url()).search;

/** Asks for the ranked models behind the first ones, where there are more. */
async function unfold(page: Page): Promise<void> {
  const fold = page.locator(".folded details");
  if ((await fold.isVisible()) && (await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  await afterPaint(page);
}

/** Opens a page's address as somebody else would. */
async function openedElsewhere(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

test("a reader's own numbers, bar, makers, platforms and order stand in the link, and it opens the same elsewhere", async ({
  page,
  browser,
}) => {
  await page.goto(PAGE);
  const before = await answer(page).innerText();
  await openOwnNumbers(page);
  await page.getByLabel("Output tokens").fill("900");
  await expect(answer(page)).not.toHaveText(before);
  await page.getByLabel("Minimum quality").selectOption("own");
  await page.getByLabel("Quality", { exact: true }).fill("1450");
  await page.getByLabel("Only models of").selectOption("openai");
  await page.getByLabel("Only models of").selectOption("anthropic");
  await page.getByLabel("Bought only at").selectOption("openrouter");
  await page.getByLabel("Rows by").selectOption("quality");
  await expect.poll(() => address(page)).toBe("?out=900&bar=1450&maker=anthropic,openai&platform=openrouter&sort=quality");
  await expect(page.locator("#bar-table caption")).toContainText("reaches 1,450");
  await unfold(page);
  const shown = await rows(page).allInnerTexts();
  expect(shown.length).toBeGreaterThan(10);
  const elsewhere = await openedElsewhere(browser, page.url());
  await expect(elsewhere.locator("#bar-table caption")).toContainText("reaches 1,450");
  await unfold(elsewhere);
  expect(await rows(elsewhere).allInnerTexts()).toEqual(shown);
  expect(await answer(elsewhere).innerText()).toBe(await answer(page).innerText());
  await elsewhere.context().close();
  await page.getByRole("button", { name: "Take Anthropic away" }).click();
  await expect.poll(() => address(page)).toBe("?out=900&bar=1450&maker=openai&platform=openrouter&sort=quality");
  await page.getByRole("button", { name: "Back to the usual numbers" }).click();
  await expect(answer(page)).toHaveText(before);
  expect(address(page)).toBe("");
});

test("needs, a region and a budget combine, stand in the link, and the link leads to the same first place", async ({
  page,
  browser,
}) => {
  await page.goto(PAGE);
  await openOwnNumbers(page);
  await page.getByLabel("image input").check();
  await page.getByLabel("tool calling").check();
  await page.getByLabel("Region").selectOption("eu");
  await expect.poll(() => address(page)).toBe("?needs=vision,tools&region=eu");
  await expect(answer(page)).toContainText("For chat with image input and tool calling, in the EU, ");
  await expect(page.locator("#standing")).toContainText("LMArena’s vision votes");
  const first = rows(page).first();
  await expect(first).toContainText("(eu)");
  await unfold(page);
  const elsewhere = await openedElsewhere(browser, page.url());
  await expect(elsewhere.getByLabel("image input")).toBeChecked();
  await unfold(elsewhere);
  await expect(rows(elsewhere)).toHaveCount(await rows(page).count());
  await expect(rows(elsewhere).first()).toHaveText(await first.innerText(), { useInnerText: true });
  await expect(answer(elsewhere)).toHaveText(await answer(page).innerText(), { useInnerText: true });
  await elsewhere.getByLabel("Most a month, $").fill("0.01");
  await expect(answer(elsewhere)).toContainText("no rated model has a price that counts.");
  await elsewhere.context().close();
  await page.reload();
  await expect(answer(page)).toContainText("in the EU");
  await page.goto(`${PAGE}vision/?needs=tools&region=eu`);
  await expect(answer(page)).toContainText("in the EU");
  await expect(page.getByLabel("image input")).toHaveCount(0);
});

test("success on LiveBench tasks judges instead of votes, in its own words and in the link", async ({ page, browser }) => {
  await page.goto(PAGE);
  const ranked = await rows(page).count();
  await page.getByLabel("Judged by").selectOption("success");
  await expect.poll(() => address(page)).toBe("?by=success");
  await expect(answer(page)).toContainText("a failed task costs you");
  await expect(page.locator("#axis")).toHaveText("share of LiveBench tasks solved");
  await expect(page.locator("#meaning")).toContainText("Models that were not run there are not ranked");
  await unfold(page);
  await expect.poll(() => rows(page).count()).toBeGreaterThan(40);
  expect(await rows(page).count()).toBeLessThan(ranked);
  await expect(page.locator("#ranking-table thead")).toContainText("Solved");
  const elsewhere = await openedElsewhere(browser, page.url());
  await expect(answer(elsewhere)).toContainText("a failed task costs you");
  await unfold(elsewhere);
  await expect(rows(elsewhere)).toHaveCount(await rows(page).count());
  expect(await rows(elsewhere).allInnerTexts()).toEqual(await rows(page).allInnerTexts());
  await elsewhere.context().close();
});

test("touching the form changes nothing that stands there", async ({ page }) => {
  await page.goto(PAGE);
  const market = page.waitForResponse("**/api/market.json");
  await openOwnNumbers(page);
  // The page scrolls to the field: no picture may come under the pointer by that and answer to it.
  await page.mouse.move(0, 0);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const before = await page.locator("main").innerText();
  await page.getByLabel("Input tokens").focus();
  await page.getByLabel("Input tokens").press("Tab");
  await market;
  await expect(page.locator("#buy-chart")).toBeVisible();
  await page.waitForTimeout(700);
  expect(await page.locator("main").innerText()).toBe(before);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
});

test("the slider moves the answer, the strip and the link, and the link opens the same elsewhere", async ({ page, browser }) => {
  await page.goto(PAGE);
  const before = await answer(page).innerText();
  const slider = page.locator("#worse-answer");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#worse-text")).toHaveText("$0.012");
  await page.keyboard.press("End");
  await expect(page.locator("#worse-text")).toHaveText("$100");
  await expect(answer(page)).not.toHaveText(before);
  await expect(page.locator("#strip .here title")).toContainText("over $");
  await expect.poll(() => address(page)).toBe("?worse-answer=100");
  const elsewhere = await openedElsewhere(browser, page.url());
  await expect(elsewhere.locator("#worse-text")).toHaveText("$100");
  expect(await answer(elsewhere).innerText()).toBe(await answer(page).innerText());
  await elsewhere.context().close();
});

test("junk in a link is said beside the field and the usual number used", async ({ page }) => {
  await page.goto(`${PAGE}?requests=many&bar=huge&maker=nobody`);
  await expect(page.locator("#problem-requests")).toContainText("“many” is not a whole number");
  await expect(page.getByLabel("Requests")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#problem-bar")).toContainText("frontier is used");
  await expect(page.locator("#problem-maker")).toContainText("no maker of a ranked model");
  const plain = await openedElsewhere(page.context().browser() ?? failed(), page.url().split("?")[0] ?? "");
  expect(await rows(page).count()).toBe(await rows(plain).count());
  await plain.context().close();
});

test("the published JSON and CSV are what is on the screen", async ({ page, request }) => {
  await page.goto(PAGE);
  const json = await (await request.get("/api/v1/rankings/chat.json")).json();
  const csv = (await (await request.get("/api/v1/rankings/chat.csv")).text()).trim().split("\n");
  await page.locator(".folded summary").click();
  const links = await rows(page).locator("th a").all();
  expect(json.rows).toHaveLength(links.length);
  expect(csv).toHaveLength(links.length + 1);
  for (const at of [0, 1, links.length - 1]) {
    const row = json.rows[at];
    await expect(links[at] ?? failed()).toHaveAttribute("href", `/models/${row.modelId}/`);
    await expect(rows(page).nth(at).locator("td").first()).toHaveText(String(row.rank));
    await expect(rows(page).nth(at).locator("td").nth(1)).toHaveText(row.rankInterval.join("–"));
    expect(csv[at + 1]).toContain(row.offerId);
  }
});

test("the first tap on Copy first rows copies title, link and the first three rows, and the table is copied as it stands", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(PAGE);
  await page.getByRole("button", { name: "Copy first rows with link" }).click();
  await expect(page.locator("#share output")).toHaveText("Title, link and first rows copied.");
  const plain = await page.evaluate(() => navigator.clipboard.readText());
  expect(plain.split("\n")[0]).toMatch(/^\[Best value for chat, \d{1,2} \w{3} \d{4}\]\(http.*\/best\/chat\/\)$/);
  const first = (await rows(page).first().locator("th a").innerText()).trim();
  expect(plain.split("\n").filter((line) => /^[123]\. /.test(line))[0]).toContain(first);
  await page.goto(`${PAGE}?maker=openai`);
  await expect(page.getByRole("button", { name: "Take OpenAI away" })).toBeVisible();
  // What is drawn after the paint moves what is below it: a press that begins before and ends after it is no click.
  await afterPaint(page);
  await page.getByRole("button", { name: "Copy table as Markdown" }).click();
  await expect(page.locator("#share output")).toHaveText("Table copied.");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await unfold(page);
  await expect.poll(() => rows(page).count()).toBeGreaterThan(40);
  expect(text.split("\n").filter((line) => line.startsWith("|"))).toHaveLength((await rows(page).count()) + 2);
  expect(text).toContain("| Model | Rank |");
  expect(text).toContain(page.url());
  await page.getByRole("button", { name: "Copy first rows with link" }).click();
  await expect(page.locator("#share output")).toHaveText("Title, link and first rows copied.");
  const brief = await page.evaluate(() => navigator.clipboard.readText());
  expect(brief).toContain(`](${page.url()})`);
  expect(brief.split("\n").filter((line) => /^[123]\. /.test(line))).toHaveLength(3);
  await page.getByRole("button", { name: "Copy link", exact: true }).click();
  await expect(page.locator("#share output")).toHaveText("Link copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test("a link without an order opens net cost, and one with the old order quality per dollar", async ({ page }) => {
  await page.goto(PAGE);
  await expect(page.locator("main")).toContainText("They used to be by quality per dollar.");
  await expect(rows(page).first().locator("td").first()).toHaveText("1");
  const byNetCost = await rows(page).first().locator("th").innerText();
  await page.getByRole("link", { name: "by quality per dollar" }).click();
  await expect.poll(() => address(page)).toBe("?sort=value");
  await expect(rows(page).first().locator("th")).not.toHaveText(byNetCost);
  await expect(page.getByLabel("Rows by")).toHaveValue("value");
});

test("an older link opens net cost with the line that says so, and leads to its own old order", async ({ page }) => {
  // Long after the change the line is built hidden.
  await page.route(`**${PAGE}?*`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('id="changed"', 'id="changed" hidden') });
  });
  await page.goto(`${PAGE}?bar=1450&sort=month`);
  await expect(page.getByLabel("Rows by")).toHaveValue("month");
  await expect(page.locator("#changed")).toBeHidden();
  await page.goto(`${PAGE}?bar=1450`);
  await expect(page.locator("#changed")).toContainText("Rows are in the order of net cost");
  await expect(page.getByLabel("Rows by")).toHaveValue("net-cost");
  await page.getByRole("link", { name: "by quality per dollar" }).click();
  await expect.poll(() => address(page)).toBe("?bar=1450&sort=value");
});

test("the chart comes to life when touched, is read by keyboard, and its files hold its numbers", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".js")) scripts.push(request.url());
  });
  await page.goto(PAGE);
  expect(scripts).toEqual([]);
  const chart = page.locator("#buy-chart");
  await chart.scrollIntoViewIfNeeded();
  await chart.locator(".plot").hover();
  await expect(chart.locator(".recharts-surface")).toBeVisible();
  const slider = chart.getByRole("slider");
  await slider.focus();
  await page.keyboard.press("Home");
  const first = (await slider.getAttribute("aria-valuetext")) ?? "";
  await page.keyboard.press("ArrowRight");
  await expect(slider).not.toHaveAttribute("aria-valuetext", first);
  await expect(page.locator("#buys-table tbody tr").first()).toContainText(first.split(":")[0] ?? "");
  for (const kind of ["svg", "png", "csv"]) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(`#share [data-save=${kind}]`).click()]);
    expect(file.suggestedFilename()).toBe(`token-parity-chat-best-buys.${kind}`);
  }
});

test("what a script has drawn is accessible", async ({ page }) => {
  await page.goto(`${PAGE}?requests=many&maker=anthropic&bar=1400`);
  await expect(page.getByRole("button", { name: "Take Anthropic away" })).toBeVisible();
  await page.locator("#buy-chart").scrollIntoViewIfNeeded();
  await expect(page.locator(".recharts-surface")).toBeVisible();
  await expectAccessible(page);
});

test("a model's page says which cheaper model may be as good, for the chosen workload", async ({ page }) => {
  await page.goto("/models/anthropic/claude-opus-4.8/");
  const table = page.locator("#switch-table");
  await expect(table.locator("caption")).toContainText("Monthly cost of chat with this model");
  expect(await table.locator("tbody tr").count()).toBeGreaterThan(0);
  await page.getByRole("link", { name: "Coding agents" }).click();
  await expect(table.locator("caption")).toContainText("Monthly cost of coding agents with this model");
});

/** The numbers of one's own are folded away. */
const openOwnNumbers = (page: Page): Promise<void> => page.locator("#best summary").click();

const failed = (): never => {
  throw new Error("the page is not what the test takes it for");
};

test("the best buy's row counts the ties that its sentence counts, and no column lies outside the frame", async ({ page }) => {
  await page.goto("/best/coding-agent/");
  const said = /tied with \d+ others?/.exec(await page.locator("main").innerText())?.[0] ?? failed();
  await expect(page.locator(".buys tr.marked").first()).toContainText(said);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await page.locator("#buys-table").evaluate((table) => table.scrollWidth)).toBeLessThan(1232);
});
