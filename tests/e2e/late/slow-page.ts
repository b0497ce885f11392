import { setTimeout as delay } from "node:timers/promises";
import { expect, type Page } from "@playwright/test";
import { THOROUGH } from "../axe.ts";

/** A page whose module, or whose data, come late. */

/** Nothing in a page counts the time, so that a moment late is late; three seconds every week. */
const LATE_MS = THOROUGH ? 3_000 : 300;
export const SCRIPT = /\.js$/;
const DATA = /\.json$/;
export const MODEL = "/models/mistralai/mistral-nemo/";

interface Acts {
  readonly beforeScript: (page: Page) => Promise<void>;
  /** Once the module runs and waits for its data; absent where it needs none. */
  readonly beforeData?: (page: Page) => Promise<void>;
}

/** Opens a page whose module comes late after the first acts, and its data late after the second. */
export async function openSlowly(page: Page, path: string, { beforeScript, beforeData }: Acts): Promise<void> {
  const script = Promise.withResolvers<void>();
  const data = Promise.withResolvers<void>();
  await page.route(SCRIPT, (route) => script.promise.then(() => route.continue()));
  await page.route(DATA, (route) => data.promise.then(() => route.continue()));
  await page.goto(path);
  await beforeScript(page);
  await delay(LATE_MS);
  const dataRequest = beforeData === undefined ? null : page.waitForRequest(DATA);
  script.resolve();
  await dataRequest;
  await beforeData?.(page);
  await delay(LATE_MS);
  data.resolve();
}

/** The parameters of the page's address, by name. */
export const stateOf = (page: Page): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(new URL(page.url()).search));

/** Waits until the address holds this state and nothing else. */
export const expectState = (page: Page, state: Readonly<Record<string, string>>) =>
  expect.poll(() => stateOf(page)).toEqual(state);

/** What was copied last. */
export const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** The choice of a workload, by its name. */
export const chip = (page: Page, name: string) => page.locator("#workloads").getByText(name, { exact: true });
