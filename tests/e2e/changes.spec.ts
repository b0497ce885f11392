import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { builtPages } from "../../scripts/tools/site/built-page.ts";
import { expectAccessible } from "./axe.ts";

const shown = (page: Page): Locator => page.locator("#moves tbody:not([hidden]) tr[data-maker]:not([hidden])");
const texts = async (page: Page): Promise<readonly string[]> => shown(page).allInnerTexts();
const address = (page: Page): string => new URL(page.url()).search;
const count = (page: Page): Locator => page.locator("#change-filter output");

/** What the page complains about; its own policy would, were it broken. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

test("a filter stands in the address, a fresh browser opens the same rows from it, and they are accessible", async ({
  page,
  browser,
}) => {
  await page.goto("/changes/");
  const all = await shown(page).count();
  await page.getByLabel("Direction").selectOption("cuts");
  await page.getByLabel("Size").selectOption("25");
  const [found] = await shown(page).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-word") ?? ""));
  await page.getByLabel("Price from").selectOption(found ?? "");
  await expect(page).toHaveURL(/\/changes\/\?direction=cuts&min-change=25&word=\w+$/);
  await expect(count(page)).toContainText(" of ");
  const rows = await texts(page);
  expect(rows.length).toBeLessThan(all);
  expect(rows.length).toBeGreaterThan(0);
  for (const bps of await shown(page).evaluateAll((found) => found.map((row) => row.getAttribute("data-bps") ?? "")))
    expect(
      bps.split(" ").some((each) => Number(each) <= -2_500),
      bps,
    ).toBe(true);

  const context = await browser.newContext();
  const fresh = await context.newPage();
  await fresh.goto(page.url());
  await expect(count(fresh)).toContainText(" of ");
  expect(await texts(fresh)).toEqual(rows);
  await expect(fresh.getByLabel("Size")).toHaveValue("25");
  await expectAccessible(fresh);
  await context.close();
});

test("a maker's changes are its own, a day without any is left out, and back leads back", async ({ page }) => {
  await page.goto("/changes/");
  const all = await shown(page).count();
  const maker = page.getByLabel("Maker");
  await maker.selectOption({ index: 1 });
  const wanted = await maker.inputValue();
  await expect(page).toHaveURL(`/changes/?maker=${wanted}`);
  expect(new Set(await shown(page).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-maker"))))).toEqual(
    new Set([wanted]),
  );
  for (const body of await page.locator("#moves tbody:visible").all())
    expect(await body.locator("tr[data-maker]:visible").count()).toBeGreaterThan(0);
  await page.goBack();
  await expect(shown(page)).toHaveCount(all);
  await page.goForward();
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(shown(page)).toHaveCount(all);
  expect(address(page)).toBe("");
});

test("junk in a link is ignored; what nothing fits is said", async ({ page }) => {
  await page.goto("/changes/?maker=nobody&direction=sideways&min-change=-3&word=gossip");
  await expect(count(page)).toHaveText(/^[\d,]+ price changes?$/);
  await page.goto("/changes/?direction=cuts&min-change=1000");
  await expect(page.getByText("No change of these days fits all of this.")).toBeVisible();
});

test("without scripts every change is there, and no control", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto("/changes/?direction=cuts");
  expect(await shown(page).count()).toBe(await page.locator("#moves tr[data-maker]").count());
  await expect(page.locator("#change-filter")).toBeHidden();
  await expect(page.getByRole("heading", { name: "Market index" })).toBeVisible();
  await page.close();
});

/** Models whose price changes with the hour come and go; there is a journey for one of them as long as there is one. */
const [clockPage] = builtPages("dist").filter(({ html }) => html.includes('id="clock"'));

for (const { path } of clockPage === undefined ? [] : [clockPage]) {
  test(`the price clock of ${path} turns to the reader's hours and says what it costs now and later`, async ({ browser }) => {
    const context = await browser.newContext({ timezoneId: "America/New_York" });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.clock.install({ time: "2026-11-23T02:30:00Z" });
    await page.goto(path);
    const clock = page.locator("#clock");
    const now = clock.locator(".now").first();
    await expect(clock.locator(".zone")).toHaveText("UTC");
    await expect(now).toContainText("in the cheaper hours");
    const inUtc = await clock.locator("li").allInnerTexts();
    await clock.hover();
    await expect(clock.locator(".zone")).toHaveText("your time (America/New_York)");
    await expect(now).toHaveText(
      /^Now, Sunday 21:30: (cheaper|more expensive|between), \$.*; a month of .* at these hours \$[\d.,]+( – \$[\d.,]+)?\. From .*\d\d:\d\d your time: .*\.$/,
    );
    await expectAccessible(page);
    await page.clock.runFor(3_000);
    await clock.getByRole("button", { name: "Show UTC" }).click();
    await expect(clock.locator(".zone")).toHaveText("UTC");
    expect(await clock.locator("li").allInnerTexts()).toEqual(inUtc);
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test("the history opens a chart to hover, zoom and compare, and nothing of it comes before", async ({ page }) => {
  const complaints = complaintsOf(page);
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".js")) scripts.push(request.url());
  });
  await page.goto("/models/mistralai/mistral-nemo/");
  const ask = page.getByRole("button", { name: "Zoom, compare platforms" });
  await expect(page.locator("svg.history")).toBeVisible();
  expect(scripts).toEqual([]);
  await ask.hover();
  await expect.poll(() => scripts.filter((url) => url.includes("history."))).toHaveLength(1);
  expect(scripts.filter((url) => url.includes("price-chart"))).toEqual([]);
  await ask.click();
  await expect(page.locator(".price-chart .recharts-surface").first()).toBeVisible();
  const legend = page.locator(".price-chart .legend li");
  const before = await legend.count();
  await page.getByLabel("Compare with").selectOption({ index: 1 });
  await expect(legend).toHaveCount(before + 1);
  await page.getByRole("button", { name: "90 days" }).click();
  await expect(page.getByRole("button", { name: "90 days" })).toHaveAttribute("aria-pressed", "true");
  const box = await page.locator(".recharts-wrapper").boundingBox();
  if (box === null) throw new Error("the chart has no place");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 3);
  await expect(page.locator(".price-chart .hover")).toContainText("$");
  await page.getByLabel("Meter").selectOption("output");
  await legend.last().getByRole("button").click();
  await expect(legend).toHaveCount(before);
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test("the market index is lines as wide as the page, not filled", async ({ page }) => {
  await page.goto("/changes/");
  const chart = page.locator("svg.history");
  await expect(chart.locator("path").first()).toHaveCSS("fill", "none");
  const { width } = (await chart.boundingBox()) ?? { width: 0 };
  expect(width).toBeGreaterThan(600);
});
