import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { onePageOfEveryKind } from "./page-kinds.ts";

/** Colours are the same at every width and what folds is the same in both schemes: each scheme once, on a phone and on a wide screen. */
const SCREENS = [
  { width: 390, scheme: "light" },
  { width: 1440, scheme: "dark" },
] as const;
/** Every week, in `ci.yml`: the other scheme on a phone, and the width between. */
const FURTHER_SCREENS = [
  { width: 390, scheme: "dark" },
  { width: 768, scheme: "light" },
] as const;
const screens = process.env["EVERY_SCREEN"] === "1" ? [...SCREENS, ...FURTHER_SCREENS] : SCREENS;
/** Rows beyond these are like the ones before; axe needs ten seconds for four hundred. */
const LATER_ROWS = "tbody tr:nth-child(n+25)";

for (const { kind, path } of onePageOfEveryKind()) {
  test(`axe objects to nothing on ${kind}, on a phone and a wide screen, light and dark`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(path);
    for (const { width, scheme } of screens) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      // The loader has written the scheme of the first look into the page: the reader's choice, as far as it can tell.
      await page.evaluate((dark) => document.documentElement.setAttribute("data-dark", dark), scheme === "dark" ? "1" : "0");
      expect.soft(await objections(page), `${path} at ${width} px, ${scheme}`).toEqual([]);
    }
  });
}

async function objections(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude(LATER_ROWS).analyze();
  return violations.map(({ id, nodes }) => {
    const examples = nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ""}`);
    return `${id} (${nodes.length}): ${examples.join(" | ")}`;
  });
}
