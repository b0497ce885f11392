import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { objections, THOROUGH } from "./axe.ts";

/** So many pages share a test: a browser context each would take as long as axe itself. */
const AT_ONCE = 40;
/** A phone in light and a desk in dark: what `npm test` looks at for one page of every kind. */
const SCREENS = [
  { width: 390, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
] as const;

/** Every address that search engines are told of, in order. */
const paths = [...readFileSync("dist/sitemap-0.xml", "utf8").matchAll(/<loc>([^<]+)<\/loc>/g)].map(
  ([, url = ""]) => new URL(url).pathname,
);
/** All of them in the weekly run of `ci.yml`; else the first, which shows that the list can be read. */
const looked = THOROUGH ? paths : paths.slice(0, 1);
const parts = Array.from({ length: Math.ceil(looked.length / AT_ONCE) }, (_, at) =>
  looked.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
);

for (const part of parts) {
  test(`axe objects to nothing from ${part[0]} to ${part.at(-1)}`, async ({ browser }) => {
    test.setTimeout(part.length * 30_000);
    for (const { width, colorScheme } of SCREENS) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
      const page = await context.newPage();
      for (const path of part) {
        await page.goto(path);
        expect.soft(await objections(page), `${path} at ${width} px, ${colorScheme}`).toEqual([]);
      }
      await context.close();
    }
  });
}
