import { expect, test } from "@playwright/test";
import { builtPages } from "../../../scripts/tools/site/built-page.ts";
import { THOROUGH } from "../axe.ts";
import { chip, clipboard, expectState, MODEL, openSlowly, SCRIPT } from "./slow-page.ts";

/** The first tap on a phone, before the page's module is there, is done. */

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test("the first tap on a history opens its chart", async ({ page }) => {
  await openSlowly(page, MODEL, {
    beforeScript: () => page.getByRole("button", { name: "Zoom, compare platforms" }).tap(),
    beforeData: async () => undefined,
  });
  await expect(page.locator(".price-chart .recharts-surface").first()).toBeVisible();
});

test("the first tap on the cheapest offer shows its request, and copying it works", async ({ page }) => {
  await openSlowly(page, MODEL, {
    beforeScript: () => chip(page, "Use the cheapest…").tap(),
    beforeData: async () => undefined,
  });
  await expectState(page, { use: "cheapest" });
  await page.locator("tr.request").getByRole("button", { name: "Copy" }).tap();
  await expect(page.locator("tr.request output")).toHaveText("Copied.");
});

test("the first tap on an offer's row opens what is below it", async ({ page }) => {
  await openSlowly(page, MODEL, {
    beforeScript: () => page.locator("#offers tbody tr[id]:not(.fold tr) td.main").first().tap(),
    beforeData: async () => undefined,
  });
  await expect(page.locator("tr.request").getByRole("link", { name: "Report a wrong price" })).toBeVisible();
});

test("a link in a row that no module has come for leads on at once", async ({ page }) => {
  await page.route(SCRIPT, () => undefined);
  await page.goto(MODEL);
  await page.locator("#offers tbody tr[id]:not(.fold tr) th a").first().tap();
  await expect(page).toHaveURL(/\/platforms\//);
});

/** The same button is pressed late in `slow-module.spec.ts`; by thumb every week. */
if (THOROUGH)
  test("the first tap on a ranking's link copies it", async ({ page }) => {
    await openSlowly(page, "/best/chat/?maker=openai", {
      beforeScript: () => page.getByRole("button", { name: "Copy first rows with link" }).tap(),
      beforeData: async () => undefined,
    });
    await expect(page.locator("#share output")).toHaveText("Title, link and first rows copied.");
    expect(await clipboard(page)).toContain(`](${page.url()})`);
  });

test("light or dark turns before everything is loaded", async ({ page }) => {
  const image = Promise.withResolvers<void>();
  await page.route("**/favicon.svg", (route) => image.promise.then(() => route.continue()));
  await page.goto("/", { waitUntil: "commit" });
  const root = page.locator("html");
  const before = await root.getAttribute("data-dark");
  await page.getByRole("button", { name: "Light or dark" }).tap();
  await expect(root).not.toHaveAttribute("data-dark", before ?? "");
  image.resolve();
});

/** Models whose price changes with the hour come and go; there is a journey for one of them as long as there is one. */
for (const { path } of builtPages("dist")
  .filter(({ html }) => html.includes('id="clock"'))
  .slice(0, 1)) {
  test(`the first tap on the price clock of ${path} turns it to the reader's hours`, async ({ page }) => {
    await openSlowly(page, path, {
      beforeScript: () => page.getByRole("button", { name: "Now, in my time" }).tap(),
      beforeData: () => page.getByRole("button", { name: "Now, in my time" }).tap(),
    });
    await expect(page.locator("#clock .zone")).toContainText("your time");
    await expect(page.getByRole("button", { name: "Show UTC" })).toBeVisible();
  });
}
