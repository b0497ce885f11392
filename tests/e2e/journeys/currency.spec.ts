import { globSync, readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../axe.ts";
import { dollars } from "./journeys-page.ts";

/**
 * A reader's own currency. The recordings hold no rate of the European Central Bank, so the built pages may have no control: then one is put
 * where they would have it, with rates made up for this test.
 */

const RATES = {
  day: "2026-11-20",
  perUsd: [
    ["EUR", "0.862069"],
    ["GBP", "0.750000"],
    ["JPY", "150.000000"],
  ],
};
const MODEL = "/models/anthropic/claude-opus-4.8/";
const hasOwn = readFileSync("dist/index.html", "utf8").includes('id="currency"');
const module = globSync("dist/_astro/currency.*.js")[0]?.replaceAll("\\", "/").replace(/^dist/, "") ?? "";
const CONTROL = `<button id="currency" class="scripted" data-module="${module}">Currency</button>`;

async function withRates(page: Page): Promise<void> {
  await page.route("**/api/exchange-rates.json", (route) => route.fulfill({ json: RATES }));
  await page.route(/\/(\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: hasOwn ? body : body.replace("</search>", `</search>${CONTROL}`) });
  });
}

const control = (page: Page) => page.getByRole("combobox", { name: "Currency" });

async function choose(page: Page, currency: string): Promise<void> {
  await page.getByRole("button", { name: "Currency" }).click();
  await control(page).selectOption(currency);
}

test("without a rate of the day there is no control", async ({ page, request }) => {
  const { day }: { day: string | null } = await (await request.get("/api/exchange-rates.json")).json();
  await page.goto(MODEL);
  await expect(page.locator("#currency")).toHaveCount(day === null ? 0 : 1);
});

test("amounts are shown in euros with the dollars below, prices stay, and what is drawn anew follows", async ({ page }) => {
  await withRates(page);
  await page.goto(MODEL);
  const month = page.locator("#offers td.main").first();
  const usd = dollars(await month.innerText());
  await choose(page, "EUR");
  await expect(control(page).locator("optgroup")).toHaveAttribute("label", "≈ at the ECB’s rate of 20 Nov 2026");
  await expect(month).toHaveText(`≈ €${Math.round(usd * 0.862069).toLocaleString("en-US")}$${usd.toLocaleString("en-US")}`);
  await expect(page.locator(".answer")).toContainText(/≈ €[\d,]+ \(\$[\d,]+\)/);
  await expect(page.locator("#offers tbody tr[id]").first().locator("td").nth(2)).toHaveText("5.00");
  await expect(page.locator("#months b").first()).toHaveText(/^≈ €[\d,]+ \(\$[\d,]+\)$/);
  await expect(page.locator("#months + .facts")).toContainText("$5.00 in");
  await expect(page.locator("footer")).toContainText("the European Central Bank’s rate of 20 Nov 2026");
  await page.locator("#workloads").getByText("Coding agents", { exact: true }).click();
  await expect(month).not.toContainText(`$${usd.toLocaleString("en-US")}`);
  await expect(month).toContainText("≈ €");
  await expectAccessible(page);
  await control(page).selectOption("USD");
  await expect(month).toHaveText(/^\s*\$[\d,]+\s*$/);
  await expect(page.locator(".usd")).toHaveCount(0);
});

test("the choice is kept from page to page and until the browser comes back; files and links stay in dollars", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await withRates(page);
  await page.goto("/");
  await choose(page, "GBP");
  await expect(page.locator("#models td.main").first()).toContainText("≈ £");
  for (const path of ["/best/chat/", "/compare/?p=openrouter,anthropic&m=anthropic/claude-opus-4.8", "/calculator/"]) {
    await page.goto(path);
    await expect(control(page)).toHaveValue("GBP");
    await expect(page.locator("td.main").first()).toContainText("≈ £");
    expect(new URL(page.url()).search).not.toMatch(/gbp|currency/i);
  }
  await expect(page.locator("#bill td.main").first()).toContainText("≈ £");
  await page.getByRole("button", { name: "Copy table as Markdown" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("| $");
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toMatch(/[≈£]/);
});

for (const missing of ["**/api/exchange-rates.json", "**/_astro/choose-currency.*"])
  test(`without ${missing} the page stays in dollars and says so`, async ({ page }) => {
    await withRates(page);
    await page.route(missing, (route) => route.abort());
    await page.goto(MODEL);
    await page.getByRole("button", { name: "Currency" }).click();
    await expect(page.locator("header").getByRole("status")).toHaveText("Rates did not load.");
    await expect(page.locator("#offers td.main").first()).toHaveText(/^\s*\$/);
  });
