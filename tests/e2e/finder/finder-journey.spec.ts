import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { defaultPreset, models, offersOf, sellers } from "../../../src/data/catalog.ts";
import { cheapestOf, DEFAULT_RANK_OPTIONS, type RankedOffer, rankOffers } from "../../../src/domain/ranking/cheapest.ts";
import { formatUsdRange } from "../../../src/site/format.ts";
import { winnerText } from "../../../src/site/words/seller-label.ts";
import { afterPaint } from "../after-paint.ts";
import { expectAccessible, THOROUGH } from "../axe.ts";
import { handOf } from "../journeys/journeys-page.ts";

/** The cheapest confirmed vision model with at least 200k of context and tool calling in the EU, by keyboard, in the list of models. */

/** What the answer is, worked out from data/ without the finder's files: every offer there, ranked for the preset of a plain address. */
function expected(): { readonly name: string; readonly row: RankedOffer; readonly count: number } {
  const able = models.filter(
    ({ tools, inputModalities, contextTokens }) =>
      tools === true && inputModalities.includes("image") && (contextTokens ?? 0) >= 200_000,
  );
  const sold = able.flatMap((model) => {
    const there = offersOf(model.id).filter(
      ({ regionGroup, contextTokens }) => regionGroup === "eu" && (contextTokens ?? model.contextTokens ?? 0) >= 200_000,
    );
    const row = cheapestOf(rankOffers(there, defaultPreset, sellers, DEFAULT_RANK_OPTIONS));
    return row === null ? [] : [{ name: model.name, row }];
  });
  const [first] = sold.toSorted((a, b) => (a.row.landed?.upperUsd ?? 0) - (b.row.landed?.upperUsd ?? 0));
  if (first === undefined) throw new Error("data/ has no such model");
  return { ...first, count: sold.length };
}

const answer = (page: Page) => page.locator("#finder p output");

async function choose(page: Page, name: string, option: string): Promise<void> {
  await page.locator(`#finder [name=${name}]`).focus();
  await page.keyboard.type(option);
}

test("five choices by keyboard lead to the model, its month and its seller, and the address opens with the same rows", async ({
  page,
}) => {
  const { name, row, count } = expected();
  const month = formatUsdRange(row.landed?.usd ?? 0, row.landed?.upperUsd ?? 0);
  const seller = winnerText(row);
  await page.goto("/");
  await page.locator("#finder summary").focus();
  await page.keyboard.press("Enter");
  await choose(page, "region", "EU");
  await choose(page, "min-context", "200K");
  for (const need of ["tool calling", "image"]) {
    await page.getByLabel(need, { exact: true }).focus();
    await page.keyboard.press("Space");
  }
  await choose(page, "sort", "monthly cost");
  await expect(answer(page)).toHaveText(
    new RegExp(`^${count} of \\d+ models; cheapest: ${RegExp.escape(`${name}, ${month} at ${seller}`)}$`),
  );
  const first = page.locator("#models tbody:not(#nothing) tr:not([hidden])").first();
  await expect(first.locator("th a")).toHaveText(name);
  await expect(first.locator(".main")).toHaveText(month);
  expect(new URL(page.url()).search).toBe("?region=eu&capability=tools&modality=image&min-context=200000&sort=month");
  const links = async () => {
    await afterPaint(page);
    return page.locator("#models tbody:not(#nothing) tr:not([hidden]) th a").allInnerTexts();
  };
  const before = await links();
  const said = await answer(page).innerText();
  await page.reload();
  await expect(answer(page)).toHaveText(said);
  expect(await links()).toEqual(before);
});

/** By keyboard with every change, by the others every week. */
for (const name of THOROUGH ? (["mouse", "thumb"] as const) : [])
  test(`the same five choices by ${name} name the same model, month and seller`, async ({ browser }) => {
    const { name: model, row, count } = expected();
    const { page, press, choose: pick, acts } = await handOf(browser, name);
    const start = Date.now();
    await page.goto("/");
    await press(page.locator("#finder summary"));
    await pick(page.locator("#finder [name=region]"), "EU");
    await pick(page.locator("#finder [name=min-context]"), "200K");
    for (const need of ["tool calling", "image"]) await press(page.getByLabel(need, { exact: true }));
    await pick(page.locator("#finder [name=sort]"), "monthly cost");
    const month = formatUsdRange(row.landed?.usd ?? 0, row.landed?.upperUsd ?? 0);
    await expect(answer(page)).toHaveText(
      new RegExp(`^${count} of \\d+ models; cheapest: ${RegExp.escape(`${model}, ${month} at ${winnerText(row)}`)}$`),
    );
    expect(acts()).toBeLessThanOrEqual(6);
    const seconds = ((Date.now() - start) / 1_000).toFixed(1);
    test.info().annotations.push({ type: "acts", description: `${name}: ${acts()} acts, ${seconds} s, ${model} ${month}` });
  });

test("what is shown is saved as CSV, as JSON and as Markdown, with the chosen columns", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/?region=eu&capability=tools&columns=month,seller,quality");
  await expect(answer(page)).toContainText(" of ");
  const count = Number((await answer(page).innerText()).split(" ", 1)[0]);
  await page.locator("#finder summary").click();
  const saved = async (button: string): Promise<string> => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: button, exact: true }).click();
    return (await (await (await download).createReadStream()).toArray()).join("");
  };
  const csv = (await saved("CSV")).trim().split("\n");
  expect(csv[0]).toBe('Model,Id,Maker,"Monthly cost, USD","At most, USD",Cheapest seller,Quality,Notes');
  expect(csv).toHaveLength(count + 1);
  const json: readonly Readonly<Record<string, unknown>>[] = JSON.parse(await saved("JSON"));
  expect(json).toHaveLength(count);
  expect(Object.keys(json[0] ?? {})).toEqual(["model", "id", "maker", "month", "monthAtMost", "seller", "quality"]);
  await page.getByRole("button", { name: "Copy Markdown" }).click();
  await expect(page.locator(".saves output")).toHaveText("Table copied.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n").filter((line) => line.startsWith("| "))).toHaveLength(count + 2);
  expect(copied).toContain("columns=month,seller,quality");
});

test("columns are chosen, in the address too, and stand on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/?columns=seller,quality");
  const heads = page.locator("#models thead th:visible");
  await expect(heads).toHaveText(["Model", "Cheapest seller", "Quality"]);
  await page.locator("#finder summary").click();
  await page.getByLabel("cheapest seller", { exact: true }).uncheck();
  await expect(heads).toHaveText(["Model", "Quality"]);
  expect(new URL(page.url()).search).toBe("?columns=quality");
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(heads).toHaveText(["Model", "Monthly cost", "Cheapest seller"]);
  await page.goto("/?columns=seller,quality&region=eu");
  await expect(heads).toHaveText(["Model", "Cheapest seller", "Quality"]);
  await page.locator("#finder summary").click();
  await expectAccessible(page);
});
