import type { Browser, Page } from "@playwright/test";
import { modulesReady } from "../modules-ready.ts";

/** The calculator as a reader works it. */

export const PATH = "/calculator/";

/** The bill by platform: header word → text. Where your own key is billed through the same platform, its row comes later and is left out. */
export async function billOf(page: Page): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const cells = await page.locator("#bill").evaluate((table) => {
    if (!(table instanceof HTMLTableElement)) throw new Error("#bill is no table");
    const words = [...(table.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent.trim());
    const rows = [...table.querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map((cell) => (cell.querySelector("a") ?? cell.firstChild ?? cell).textContent?.trim() ?? ""),
    );
    return rows
      .filter((row) => row.length === words.length)
      .map((row) => row.map((text, at) => [words[at] ?? "", text] as const));
  });
  return new Map(cells.toReversed().map((row) => [row[0]?.[1] ?? "", Object.fromEntries(row)]));
}

/** `$1,635.25` → 1635.25. */
export const dollars = (text: string | undefined): number => Number((text ?? "").replace(/[$,]/g, ""));

/** Opens a state and waits until it is billed. */
export async function open(page: Page, search: string): Promise<void> {
  await page.goto(PATH + search);
  await modulesReady(page);
}

/** What `look` reads of an address in a browser that has never seen the site, as somebody who follows a link. */
export async function inFreshBrowser<Result>(
  browser: Browser,
  url: string,
  look: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await modulesReady(page);
  const result = await look(page);
  await context.close();
  return result;
}
