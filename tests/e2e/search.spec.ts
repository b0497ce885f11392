import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import type { SearchJson } from "../../src/data/json/search-json.ts";
import { expectAccessible } from "./axe.ts";

/** The search in the head of every page. */

const field = (page: Page): Locator => page.locator("#q");
const option = (page: Page, name: string | RegExp): Locator => page.getByRole("option", { name });
const marked = (page: Page): Locator => page.locator("#found [aria-selected=true]");

async function type(page: Page, query: string): Promise<void> {
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(query);
  await expect(page.locator(".found [role=status]")).not.toBeEmpty();
}

const WAYS = [
  ["/", "gemni", /\/models\/google\/gemini-/],
  ["/platforms/", "gpt4o", /\/models\/openai\/gpt-4o\/$/],
  ["/models/anthropic/", "claude opus 4-8", /\/models\/anthropic\/claude-opus-4\.8\/$/],
  ["/deltas/", "azure", /\/platforms\/azure\/$/],
  ["/calculator/", "bedrock", /\/platforms\/amazon-bedrock\/$/],
  ["/about/", "price history", /\/changes\/$/],
  ["/guides/", "cheapest vision", /\/\?modality=image&sort=month$/],
] as const;

test("from any page a name or what is wanted, and Enter, lead to the right page", async ({ page }) => {
  for (const [start, query, path] of WAYS)
    await test.step(`${query}, from ${start}`, async () => {
      await page.goto(start);
      await type(page, query);
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(path);
    });
});

test("what was found stands in groups, is walked through by arrows, and Escape closes it", async ({ page }) => {
  await page.goto("/about/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("openai");
  const search = page.getByRole("combobox", { name: "Search" });
  await expect(search).toHaveAttribute("aria-expanded", "true");
  for (const name of ["Models", "Makers", "Platforms"])
    await expect(page.getByRole("group", { name, exact: true })).toBeVisible();
  const first = (await marked(page).getAttribute("id")) ?? "";
  await expect(search).toHaveAttribute("aria-activedescendant", first);
  await page.keyboard.press("ArrowDown");
  await expect(search).not.toHaveAttribute("aria-activedescendant", first);
  await page.keyboard.press("ArrowUp");
  await expect(search).toHaveAttribute("aria-activedescendant", first);
  await page.keyboard.press("Escape");
  await expect(search).toHaveAttribute("aria-expanded", "false");
  await expect(page.locator(".found")).toBeHidden();
  await page.keyboard.press("ArrowDown");
  await expect(marked(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.locator(".found")).toBeHidden();
});

test("a slip of the pen finds the closest, and says so; what there is not is said too", async ({ page }) => {
  await page.goto("/about/");
  await type(page, "cluade opsu");
  await expect(page.locator(".found [role=status]")).toContainText("Nothing is written like that; closest:");
  await expect(option(page, /Opus/).first()).toBeVisible();
  await field(page).fill("no such thing at all");
  await expect(page.locator(".found [role=status]")).toHaveText(
    "Nothing is called “no such thing at all”. Listed are models that answer in text: no embeddings, no rerankers.",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/about\/$/);
});

test("a click opens, and more models than the list shows lead to the list of models", async ({ page }) => {
  const { models }: SearchJson = await (await page.request.get("/api/search.json")).json();
  const qwens = models.filter((each) => each.join(" ").toLowerCase().includes("qwen")).length;
  expect(qwens).toBeGreaterThan(6);
  await page.goto("/about/");
  await type(page, "qwen");
  const all = option(page, /in the list of models$/);
  await expect(all).toHaveText(`All ${qwens} in the list of models`);
  await all.click();
  await expect(page).toHaveURL(/\/\?q=qwen#models$/);
  await expect(page.locator("#finder p output")).toContainText(`${qwens} of `);
});

test("the index is read when a letter is typed, not before", async ({ page }) => {
  const urls: string[] = [];
  page.on("request", (request) => urls.push(new URL(request.url()).pathname));
  await page.goto("/about/?x=1");
  await field(page).hover();
  await field(page).focus();
  await expect(page.getByRole("combobox", { name: "Search" })).toBeVisible();
  expect(urls.filter((path) => path.endsWith("search.json"))).toEqual([]);
  await page.keyboard.type("o");
  await expect(marked(page)).toBeVisible();
  expect(urls.filter((path) => path.endsWith("search.json"))).toEqual(["/api/search.json"]);
});

test("where the index does not load, Enter looks through the list of models", async ({ page }) => {
  await page.route("**/api/search.json", (route) => route.abort());
  await page.goto("/about/");
  await type(page, "opus");
  await expect(page.locator(".found [role=status]")).toContainText("did not load");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/\?q=opus#models$/);
  await expect(page.locator("#finder p output")).toContainText(" of ");
});

test("the open search has nothing axe objects to, and fits every screen", async ({ page }) => {
  await page.goto("/about/");
  await type(page, "deepseek");
  await expect(marked(page)).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  const box = await page.locator(".found").boundingBox();
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 320).toBe(true);
});

test("without scripts no search stands there that could not work", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto("/about/");
  await expect(field(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Light or dark" })).toBeHidden();
  await page.close();
});
