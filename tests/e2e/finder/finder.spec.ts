import { expect, test } from "@playwright/test";
import { expectAccessible } from "../axe.ts";
import {
  address,
  broughtCount,
  columnOf,
  countOf,
  expectFound,
  expectRows,
  foundCount,
  nameField,
  openFinder,
  ROWS,
  shown,
} from "./finder-page.ts";

/** A maker's list of fewer models, some of them without a price: what reads every row of an order reads these, not those of all makers. */
const SOME = "/models/openai/";

test("typing narrows the list by every word, whatever its case, and the address follows without a step to go back", async ({
  page,
}) => {
  await openFinder(page);
  await page.locator("summary").click();
  const steps = await page.evaluate(() => history.length);
  await nameField(page).pressSequentially("CLAUDE opus");
  await expect(countOf(page)).toContainText(" of ");
  expect(await broughtCount(page)).toBeGreaterThan(0);
  for (const name of await columnOf(page, "th a")) expect(name).toMatch(/claude.*opus|opus.*claude/i);
  await expect.poll(() => address(page)).toBe("?q=CLAUDE+opus");
  expect(await page.evaluate(() => history.length)).toBe(steps);
});

test("a link carries the whole state, opens with it, and the open finder has nothing axe objects to", async ({ page }) => {
  await page.goto("/?q=opus&maker=anthropic&platform=azure&modality=image&open-weights=no&min-context=200000&sort=context");
  await expect(countOf(page)).toContainText(" of ");
  expect(await broughtCount(page)).toBeGreaterThan(0);
  for (const maker of await columnOf(page, "th i:first-of-type")) expect(maker).toBe("Anthropic");
  await expect(page.locator("[name=maker]")).toHaveValue("anthropic");
  await expect(nameField(page)).toHaveValue("opus");
  await expect(page.getByRole("columnheader", { name: "Context" })).toHaveAttribute("aria-sort", "descending");
  await page.locator("summary").click();
  await expectAccessible(page);
});

test("junk in a link is ignored, and gone with the next change", async ({ page }) => {
  await page.goto("/?sort=drop+table&maker=nobody&min-context=-1&workload=juggling&modality=smell&order=up");
  await expect(page.locator("#models thead button").first()).toBeVisible();
  await expect(countOf(page)).not.toContainText(" of ");
  await page.locator("summary").click();
  await page.locator("[name=open-weights]").selectOption("open");
  await expect.poll(() => address(page)).toBe("?open-weights=yes");
});

test("what a link asks for and no option has stands in the control all the same", async ({ page }) => {
  await page.goto("/?min-context=250000&maker=anthropic,openai");
  await expect(countOf(page)).toContainText(" of ");
  await expect(page.locator("[name=min-context]")).toHaveValue("250000");
  await expect(page.locator("[name=maker]")).toHaveValue("anthropic,openai");
  expect(new Set(await columnOf(page, "th i:first-of-type"))).toEqual(new Set(["Anthropic", "OpenAI"]));
});

test("a column sorts up, down and back; what has no price stays last both ways", async ({ page }) => {
  await openFinder(page, SOME);
  const head = page.getByRole("columnheader", { name: "Monthly cost" });
  const all = await broughtCount(page);
  const byUse = await columnOf(page, "th a");
  const isPrice = (text: string) => text.startsWith("$");
  for (const [direction, sign] of [
    ["ascending", 1],
    ["descending", -1],
  ] as const) {
    await head.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await expect(head).toHaveAttribute("aria-sort", direction);
    await expectRows(page, all);
    const months = await columnOf(page, ".main");
    const prices = months.filter(isPrice).map((text) => Number(text.replace(/[$,]/g, "")));
    expect(prices.length).toBeGreaterThan(10);
    expect(prices).toEqual(prices.toSorted((a, b) => sign * (a - b)));
    expect(months.findLastIndex(isPrice)).toBe(prices.length - 1);
  }
  await head.getByRole("button").click();
  await expect(head).not.toHaveAttribute("aria-sort");
  await expectRows(page, all);
  expect(await columnOf(page, "th a")).toEqual(byUse);
  expect(address(page)).toBe("");
});

test("a new order shows its first rows and says how many there are; a button, Ctrl-F and printing bring the rest", async ({
  page,
}) => {
  await openFinder(page);
  await expect(shown(page)).toHaveCount(40);
  const all = await broughtCount(page);
  const sortButton = page.getByRole("columnheader", { name: "Released" }).getByRole("button");
  const said = page.getByText(`Showing 40 of ${all} models.`);
  await sortButton.click();
  await expect(said).toBeVisible();
  await expect(shown(page)).toHaveCount(40);
  await expect(page.locator("#models")).toHaveAttribute("aria-rowcount", String(all + 1));
  const first = await columnOf(page, "th a");
  const next = page.locator(`${ROWS}:nth-child(41) th a`);
  await page.getByRole("button", { name: `Show all ${all}` }).click();
  await expect(shown(page)).toHaveCount(all);
  await expect(next).toBeFocused();
  await expect(said).toBeHidden();
  expect((await columnOf(page, "th a")).slice(0, 40)).toEqual(first);
  // Neither the names that come with the filters nor a jump within the page takes them away again.
  const search = page.waitForResponse(/search\.json/);
  await page.getByText("Filters, columns and downloads").click();
  await (await search).finished();
  await page.evaluate(() => location.assign("#main"));
  await expect(shown(page)).toHaveCount(all);
  for (const bring of [
    () => page.keyboard.press("Control+f"),
    () => page.evaluate(() => dispatchEvent(new Event("beforeprint"))),
  ]) {
    await sortButton.click();
    await expect(said).toBeVisible();
    await bring();
    await expect(shown(page)).toHaveCount(all);
  }
});

test("back and forward go through the filters", async ({ page }) => {
  await openFinder(page);
  const all = await foundCount(page);
  await page.locator("summary").click();
  await page.getByLabel("reasoning").check();
  const reasoning = await foundCount(page);
  await page.getByLabel("Context at least").selectOption("1M");
  const both = await foundCount(page);
  expect(both).toBeLessThan(reasoning);
  await page.goBack();
  await expectFound(page, reasoning);
  await expect(page.locator("[name=min-context]")).toHaveValue("");
  await page.goBack();
  await expectFound(page, all);
  await page.goForward();
  await page.goForward();
  await expectFound(page, both);
  expect(address(page)).toBe("?capability=reasoning&min-context=1000000");
});

test("a price is asked for as a limit or as a range; what says neither is marked and asks for nothing", async ({ page }) => {
  await openFinder(page);
  const all = await foundCount(page);
  await page.locator("summary").click();
  const field = page.getByLabel("Input price, $ per million");
  await field.pressSequentially("<1");
  const below = await foundCount(page);
  expect(below).toBeLessThan(all);
  await expect.poll(() => address(page)).toBe("?max-input=%3C1");
  await field.fill("0.5..2");
  const between = await foundCount(page);
  expect(between).toBeLessThan(all);
  expect(between).not.toBe(below);
  await expect.poll(() => address(page)).toBe("?max-input=0.5..2");
  await page.reload();
  await expectFound(page, between);
  await expect(field).toHaveValue("0.5..2");
  await page.locator("summary").click();
  await field.fill("1,5");
  await field.blur();
  expect(await foundCount(page)).toBe(all);
  await expect(page.locator("#problem-max-input")).toHaveText("A comma may part decimals or thousands: write 1.5 or 1500.");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill("1.5");
  await expect(page.locator("#problem-max-input")).toHaveCount(0);
});

test("a workload shows its own cheapest months, cheapest first, says what they are and goes along to a model’s page", async ({
  page,
}) => {
  await openFinder(page, SOME);
  const before = await page.locator("#month").innerText();
  await page.getByLabel("Workload").selectOption("RAG");
  await expect(page.locator("#month")).not.toHaveText(before);
  await expect(page.locator("[name=sort]")).toHaveValue("month");
  await broughtCount(page);
  const prices = (await columnOf(page, ".main"))
    .filter((text) => text.startsWith("$"))
    .map((text) => Number(text.replace(/[$,]/g, "")));
  expect(prices.length).toBeGreaterThan(10);
  expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  expect(address(page)).toBe("?workload=rag");
  const link = page.locator("#models tbody:not(#nothing) tr:not([hidden]) th a").first();
  await expect(link).toHaveAttribute("href", /\/\?workload=rag$/);
  await page.getByLabel("Workload").selectOption("Chat");
  await expect(page.locator("#month")).toHaveText(before);
  await expect(link).toHaveAttribute("href", /\/$/);
  expect(address(page)).toBe("");
});

test("what suits nobody is said, and cleared by one button", async ({ page }) => {
  await openFinder(page);
  const all = await foundCount(page);
  await page.locator("#finder summary").click();
  await nameField(page).fill("no such thing");
  await expect(page.getByText("No model fits “no such thing” with these filters.")).toBeVisible();
  await expect(countOf(page)).toHaveText(/^0 of /);
  await page.getByRole("button", { name: "Clear all" }).click();
  await expectFound(page, all);
  await expect(page.getByRole("button", { name: "Clear all" })).toBeHidden();
  expect(address(page)).toBe("");
});

test("what was chosen before the script came counts", async ({ page }) => {
  const script = Promise.withResolvers<void>();
  await page.route("**/finder*.js", (route) => script.promise.then(() => route.continue()));
  await page.goto("/");
  await page.locator("#finder summary").click();
  await nameField(page).fill("gemini");
  script.resolve();
  await expect(countOf(page)).toContainText(" of ");
  await broughtCount(page);
  // A model is found by its name or by its id: Nano Banana is gemini-…-image.
  const links = await shown(page)
    .locator("th a")
    .evaluateAll((all) => all.map((link) => `${link.textContent} ${link.getAttribute("href")}`));
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(link.toLowerCase()).toContain("gem");
});

test("a maker's own list has the same finder without a choice of makers", async ({ page }) => {
  await page.goto("/models/anthropic/?q=opus&sort=released");
  await expect(countOf(page)).toContainText(" of ");
  expect(await broughtCount(page)).toBeGreaterThan(0);
  for (const name of await columnOf(page, "th a")) expect(name).toContain("Opus");
  await expect(page.locator("[name=maker]")).toHaveCount(0);
});

test("unconfirmed platforms count when they are asked for, here and in the link; all rows, once asked for, stay as months change", async ({
  page,
}) => {
  await openFinder(page);
  const all = await broughtCount(page);
  const months = () => columnOf(page, ".main");
  const before = await months();
  await page.locator("#finder [name=unconfirmed]").check();
  await expect.poll(async () => (await months()).filter((month, at) => month !== before[at]).length).toBeGreaterThan(50);
  await expect(shown(page)).toHaveCount(all);
  expect(address(page)).toBe("?unconfirmed=yes");
  const after = await months();
  await page.reload();
  // A page just opened has its first rows: the rest is asked for.
  const allMonths = async () => {
    await expectRows(page, all);
    return months();
  };
  await expect.poll(allMonths).toEqual(after);
  await page.locator("#finder [name=unconfirmed]").uncheck();
  await expect.poll(allMonths).toEqual(before);
});

test("without its data the list stays as it is, and says why", async ({ page }) => {
  await page.route("**/api/finder.json", (route) => route.abort());
  await page.goto("/?q=opus");
  await expect(countOf(page)).toContainText("did not load");
  expect(await shown(page).count()).toBeGreaterThan(100);
});

test("on the narrowest phones the list of models fits its frame", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto("/");
  const frame = page.locator(".sheet").filter({ has: page.locator("table#models") });
  expect(await frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});
