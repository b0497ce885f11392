import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { unpackMonth } from "../../../src/domain/ranking/snapshot/ranking-month.ts";
import { afterPaint } from "../after-paint.ts";
import { THOROUGH } from "../axe.ts";

const PAGE = "/best/chat/";
const rows = (page: Page) => page.locator("#ranking-table tbody tr");

/** The newest day of which rows are kept. */
async function newestSnapshotDay(page: Page): Promise<string> {
  const days = (await page.locator("#best").getAttribute("data-days")) ?? "";
  return days.split(" ")[0] ?? "";
}

test("a day in the link shows the rows kept for it, and a page without scripts has the same", async ({
  page,
  browser,
  request,
}) => {
  await page.goto(PAGE);
  const day = await newestSnapshotDay(page);
  const snapshot = await (await request.get(`/api/v1/rankings/${day}/chat.json`)).json();
  const newest = snapshot.kept.at(-1);
  await page.goto(`${PAGE}?as-of=${day}`);
  const section = page.getByRole("region", { name: "Kept rows" });
  await expect(section).toContainText("as they were kept");
  await expect(section.locator("pre")).toContainText(`/best/chat/as-of/${day}/`);
  await expect(rows(page)).toHaveCount(newest.rows.length);
  await expect(page.locator("#bar-table")).toBeHidden();
  await afterPaint(page);
  const still = await browser.newPage({ javaScriptEnabled: false });
  await still.goto(`/best/chat/as-of/${day}/`);
  expect(await still.locator("#kept-table tbody tr").allInnerTexts()).toEqual(await rows(page).allInnerTexts());
  expect(await still.locator("#citation").innerText()).toBe(await section.locator("pre").innerText());
  // Where the address of an older day leads to.
  await still.goto(`${PAGE}?as-of=${day}`);
  expect(await still.locator("main").innerText()).toContain("These are today’s rows: those of a past day need JavaScript.");
  await expect(still.locator(".strip-key")).toContainText("Best buys by what a worse answer costs you");
  await expect(still.locator(".strip-key")).toBeVisible();
  await still.close();
});

test("the address of a day that has no page of its own any more leads to its rows, as its month keeps them", async ({
  page,
  request,
}) => {
  const month = gunzipSync(await (await request.get("/api/v1/rankings/2026-08/chat.json.gz")).body());
  const [kept] = unpackMonth(JSON.parse(month.toString("utf8")));
  const newest = kept?.kept.at(-1);
  await page.goto(`/best/chat/as-of/${kept?.asOf}/`);
  await expect(page).toHaveURL(`${PAGE}?as-of=${kept?.asOf}`);
  await expect(page.getByRole("region", { name: "Kept rows" })).toContainText("as they were kept");
  await expect(rows(page)).toHaveCount(newest?.rows.length ?? 0);
  const pointer = await (await request.get(`/api/v1/rankings/${kept?.asOf}/chat.json`)).json();
  expect(pointer.kept.at(-1)).toEqual({ sha256: newest?.sha256, rowsIn: "/api/v1/rankings/2026-08/chat.json.gz" });
  expect(createHash("sha256").update(JSON.stringify(newest?.rows)).digest("hex")).toBe(newest?.sha256);
});

test("a day in the link of a need shows the kept rows of the models that meet it", async ({ page }) => {
  await page.goto(PAGE);
  const day = await newestSnapshotDay(page);
  await page.goto(`${PAGE}?as-of=${day}`);
  await expect(page.getByRole("region", { name: "Kept rows" })).toContainText("as they were kept");
  const all = await rows(page)
    .locator("th a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  await page.locator("#needs").getByRole("link", { name: "open weights" }).click();
  await expect(page).toHaveURL(new RegExp(`/open-weights/\\?as-of=${day}$`));
  await expect(page.getByRole("region", { name: "Kept rows" })).toContainText("Shown are the models that meet this");
  const open = await rows(page)
    .locator("th a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(open.length).toBeGreaterThan(5);
  expect(open.length).toBeLessThan(all.length);
  expect(all.filter((href) => open.includes(href))).toEqual(open);
});

test("a day on which nothing was kept shows what was valid then, or says which days there are", async ({ page }) => {
  await page.goto(`${PAGE}?as-of=2099-01-01`);
  const section = page.getByRole("region", { name: "Kept rows" });
  await expect(section).toContainText("were valid: rows are kept only when they change");
  await expect(section).not.toContainText("do not follow");
  await page.goto(`${PAGE}?as-of=2099-01-01&needs=vision&maker=openai`);
  await expect(section).toContainText("Kept rows do not follow the rest of the address: needs and maker.");
  await page.goto(`${PAGE}?as-of=2020-01-01`);
  await expect(section).toContainText("Nothing was kept by 1 Jan 2020. Kept days:");
  await expect(page.locator("#bar-table")).toBeVisible();
  await page.goto(`${PAGE}?as-of=2026-02-30`);
  await expect(section).toContainText("“2026-02-30” is no day");
  await page.goto(`${PAGE}coding/?as-of=2026-08-22`);
  await expect(section).toContainText("By 22 Aug 2026 no quality was kept for this: coding");
  await expect(page.locator("#bar-table")).toBeVisible();
});

/** One need with every change, another every week: they differ in their models alone. */
for (const need of THOROUGH ? ["coding", "vision"] : ["coding"]) {
  test(`a day in the link of ${need} shows the ranking that the need's page had, from the prices and qualities kept of it`, async ({
    page,
  }) => {
    const models = () =>
      rows(page)
        .locator("th a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    await page.goto(`${PAGE}${need}/`);
    const day = await newestSnapshotDay(page);
    const today = await models();
    await page.goto(`${PAGE}${need}/?as-of=${day}`);
    const section = page.getByRole("region", { name: "Kept rows" });
    await expect(section).toContainText("worked out from the prices and the qualities that were kept");
    await expect(section.locator("pre")).toContainText(`/best/chat/${need}/?as-of=${day}`);
    await expect(page.locator("#bar-table")).toBeHidden();
    expect(today.length).toBeGreaterThan(5);
    expect(await models()).toEqual(today);
  });
}
