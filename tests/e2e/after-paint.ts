import type { Page } from "@playwright/test";

/**
 * Waits until a page has drawn what it leaves for after the paint: rows below the screen, months in shut folds. Parts that are drawn in turn, and
 * rows that are, come one frame after those in sight, which a test sees first.
 */
export const afterPaint = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // A page that is not in front paints no frame: what waits for one comes by the clock there, after a quarter of a second.
    for (let frame = 0; frame < 3; frame += 1)
      await Promise.race([
        new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))),
        new Promise<void>((done) => setTimeout(done, 300)),
      ]);
  });
