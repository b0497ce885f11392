import type { Page } from "@playwright/test";
import { afterPaint } from "./after-paint.ts";

/**
 * Waits until what an address with a state calls for has come and is drawn; before that the page says what it was built with. To import a module
 * again is to wait for its first import, and that ends when its data are there and shown.
 */
export async function modulesReady(page: Page): Promise<void> {
  // As text: Playwright compiles an import in a function into another call.
  await page.evaluate(
    "Promise.all([...document.querySelectorAll('[data-module]')].map(({ dataset }) => import(dataset.module))).then(() => undefined)",
  );
  await afterPaint(page);
}
