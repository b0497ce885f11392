import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import type { FinderData } from "../../src/features/finder/find-models.ts";

/** The links of the rows that are shown, and how many there are. */
const links = (page: Page): Locator => page.locator("#models tbody:not(#nothing) tr:not([hidden]) th a");
const count = (page: Page): Locator => page.locator("#finder output");

test("the search in the head finds on the front page, and leads there from every other", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox", { name: "Find a model" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("");
  await page.keyboard.type("kimi/k");
  await expect(count(page)).toContainText(" of ");
  await expect(field).toHaveValue("kimi/k");
  await page.goto("/platforms/");
  await page.getByRole("searchbox", { name: "Find a model" }).fill("kimi");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/\?q=kimi$/);
  await expect(count(page)).toContainText(" of ");
});

test("a slip of the pen finds the closest models, and says that none is written so", async ({ page }) => {
  await page.goto("/");
  const field = page.getByRole("searchbox", { name: "Search these models" });
  await field.fill("cluade opsu");
  await expect(count(page)).toContainText("No model is written like that; closest: ");
  await expect(links(page).first()).toContainText("Opus");
  for (const name of await links(page).allInnerTexts()) expect(name).toMatch(/claude.*opus|opus.*claude/i);
  await field.fill("claude opus");
  await expect(count(page)).toHaveText(/^\d+ of /);
});

test("Enter opens the only model that is written so, from every page, and goes to the first of several", async ({ page }) => {
  const { ids, aliases }: FinderData = await (await page.request.get("/api/finder.json")).json();
  const all = JSON.stringify([ids, aliases]);
  const [id = "", slug = ""] =
    ids
      .map((each) => [each, each.split("/").at(-1) ?? ""])
      .find(([, name = ""]) => name.length > 8 && all.split(name).length === 2) ?? [];
  const field = page.getByRole("searchbox", { name: "Find a model" });
  for (const start of ["/", "/platforms/"]) {
    await page.goto(start);
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused();
    await page.keyboard.type(slug);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/models/${RegExp.escape(id)}/$`));
    await page.goBack();
    await expect(page).toHaveURL(start === "/" ? new RegExp(`[?]q=${RegExp.escape(slug)}$`) : /\/platforms\/$/);
    await page.goto(start);
    await field.fill("gemini");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/\?q=gemini$/);
    await expect(links(page).first()).toBeFocused();
  }
  await page.goto(`/?q=${slug}`);
  await expect(count(page)).toHaveText(/^1 of /);
});
