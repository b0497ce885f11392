import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { onePageOfEveryKind } from "./page-kinds.ts";

/** Colours are the same at every width, what folds is not: each width once, each scheme on a phone and on a desk. */
const SCREENS = [
  { width: 390, scheme: "light" },
  { width: 390, scheme: "dark" },
  { width: 768, scheme: "light" },
  { width: 1440, scheme: "dark" },
] as const;
/** Rows beyond these are like the ones before; axe needs ten seconds for four hundred. */
const LATER_ROWS = "tbody tr:nth-child(n+25)";

for (const { kind, path } of onePageOfEveryKind()) {
  for (const { width, scheme } of SCREENS) {
    test(`${kind} has nothing axe objects to at ${width} px, ${scheme}`, async ({ browser }) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).exclude(LATER_ROWS).analyze();
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html.slice(0, 120))
            .slice(0, 3)
            .join(" | ")}`,
      );
      expect(found).toEqual([]);
      await context.close();
    });
  }
}
