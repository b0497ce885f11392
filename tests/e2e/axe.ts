import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

export interface Screen {
  readonly width: number;
  readonly colorScheme: "light" | "dark";
  /** The rules that axe holds the page to; absent where it holds it to all. */
  readonly rules?: readonly string[];
}

/** What `npm test` leaves to the weekly task of `ci.yml`: the other screens, and modules that come three seconds late. */
export const THOROUGH = process.env["E2E_THOROUGH"] === "1";

/** What another width or other colours can break. Names, roles and headings are the same on every screen, and a wide one shows the most of them. */
const DRAWN = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"];

/** Colours are the same at every width and what folds is the same in both schemes: each scheme once, on a phone and on a wide screen. */
const FOR_EVERY_CHANGE: readonly Screen[] = [
  THOROUGH ? { width: 390, colorScheme: "light" } : { width: 390, colorScheme: "light", rules: DRAWN },
  { width: 1440, colorScheme: "dark" },
];
const EVERY_WEEK: readonly Screen[] = [
  { width: 390, colorScheme: "dark" },
  { width: 1440, colorScheme: "light" },
  { width: 768, colorScheme: "light" },
];
export const SCREENS: readonly Screen[] = THOROUGH ? [...FOR_EVERY_CHANGE, ...EVERY_WEEK] : FOR_EVERY_CHANGE;

/** Rows and articles beyond these are like the ones before: looked at every week. */
const LATER_ROWS = "tbody tr:nth-child(n+11), tbody:nth-of-type(n+5), section > article:nth-of-type(n+4)";

/** Packed: every page has to read it. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe objects to on the page as it stands: the rule, how many elements break it, and the first three. No page holds a frame. */
export async function objections(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const rows = THOROUGH ? null : await page.evaluateHandle(takeAway, LATER_ROWS);
  // A page that was looked at has it, and has warmed it up: to read it once more takes longer than to look.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(violationsHere, rules === undefined ? null : [...rules]);
  await rows?.evaluate((putBack) => putBack());
  return violations.map(({ id, count, examples }) => `${id} (${count}): ${examples.join(" | ")}`);
}

interface Violation {
  readonly id: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/** Stands in the page, once it has read it. */
declare const axe: { run(options: RunOptions): Promise<AxeResults> };

/** In the page. What passes needs no words. */
async function violationsHere(rules: string[] | null): Promise<readonly Violation[]> {
  const { violations } = await axe.run({ resultTypes: ["violations"], ...(rules !== null && { runOnly: rules }) });
  return violations.map(({ id, nodes }) => {
    const examples = nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ""}`);
    return { id, count: nodes.length, examples };
  });
}

/** Out of the page while axe looks: to leave rows out by axe's own `exclude` costs two fifths of its time, for it asks of every element whether a row holds it. */
function takeAway(selector: string): () => void {
  const places = [...document.querySelectorAll(selector)].map((row) => {
    const place = document.createComment("");
    row.replaceWith(place);
    return { row, place };
  });
  return () => {
    for (const { row, place } of places.reverse()) place.replaceWith(row);
  };
}

/** The page as it stands, on each screen: axe objects to nothing, and nothing scrolls sideways but tables in their box. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const { width, colorScheme, rules } of SCREENS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    // The loader has written the scheme of the first look into the page: the reader's choice, as far as it can tell.
    await page.evaluate((dark) => document.documentElement.setAttribute("data-dark", dark), colorScheme === "dark" ? "1" : "0");
    expect.soft(await objections(page, rules), `axe at ${width} px, ${colorScheme}`).toEqual([]);
    expect.soft(await sidewaysPixels(page), `sideways at ${width} px`).toBe(0);
  }
}

/** How far the page itself scrolls sideways. */
export const sidewaysPixels = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
