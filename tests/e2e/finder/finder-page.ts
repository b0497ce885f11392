import { expect, type Locator, type Page } from "@playwright/test";
import { FIRST_ROWS } from "../../../src/table/first-rows.ts";
import { afterPaint } from "../after-paint.ts";

/** The list of models with its finder. */

export const ROWS = "#models tbody:not(#nothing) tr";

/** The rows that are shown, once all of them are. */
export const shown = (page: Page): Locator => page.locator(`${ROWS}:not([hidden])`);

/** The texts of one cell of every shown row, in the order of the rows. */
export async function columnOf(page: Page, selector: string): Promise<string[]> {
  await afterPaint(page);
  return shown(page).locator(selector).allInnerTexts();
}

/** Where the finder says how many models it shows. */
export const countOf = (page: Page): Locator => page.locator("#finder p output");

/** The field for a model's name. */
export const nameField = (page: Page): Locator => page.locator("#finder [name=q]");

/** The query of the page's address: `?maker=anthropic`. */
export const address = (page: Page): string => new URL(page.url()).search;

/** Waits for the finder, which comes at the first touch. */
export async function openFinder(page: Page, path = "/"): Promise<void> {
  await page.goto(path);
  await page.locator("#finder").hover();
  await expect(page.locator("#models thead button").first()).toBeVisible();
}

/** The rows are there, once all are asked for. */
export async function expectRows(page: Page, number: number): Promise<void> {
  await expect(async () => {
    const more = page.getByRole("button", { name: "Show all" });
    if (await more.isVisible()) await more.click({ timeout: 5_000 });
    await expect(shown(page)).toHaveCount(number, { timeout: 5_000 });
  }).toPass();
}

/** The number before "of", once so many rows are found. */
export async function foundCount(page: Page): Promise<number> {
  const number = await saidCount(page);
  await expectFound(page, number);
  return number;
}

/** The same, once all of the rows are brought. */
export async function broughtCount(page: Page): Promise<number> {
  const number = await saidCount(page);
  await expectRows(page, number);
  return number;
}

/** So many rows are found: all of them stand there, or the first ones and below them how many there are. To bring them all takes longer. */
export async function expectFound(page: Page, number: number): Promise<void> {
  const line = page.locator(".more-rows");
  await expect
    .poll(async () => {
      const rows = await shown(page).count();
      if (!(await line.isVisible())) return rows;
      return rows === FIRST_ROWS ? numberIn(new RegExp(`^Showing ${FIRST_ROWS} of ([\\d,]+)`), await line.innerText()) : null;
    })
    .toBe(number);
}

const saidCount = async (page: Page) => numberIn(/^([\d,]+)/, await countOf(page).innerText());
const numberIn = (words: RegExp, text: string) => Number(words.exec(text)?.[1]?.replace(",", ""));
