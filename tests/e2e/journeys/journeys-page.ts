import { readFileSync } from "node:fs";
import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { THOROUGH } from "../axe.ts";

/** How somebody works a page: each act is counted, so that a journey can say how long it is. */
export interface Hand {
  readonly page: Page;
  readonly name: "mouse" | "keyboard" | "thumb";
  /** A link, a button, a box. */
  press(what: Locator): Promise<void>;
  choose(select: Locator, label: string): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
  /** Presses, choices and fields typed into so far; for a keyboard the Tab keys are counted apart. */
  acts(): number;
}

const HANDS = ["mouse", "keyboard", "thumb"] as const;

/** Who takes the journey: every week all three; with every change one, and each of the three takes another of the journeys. */
export const handsOf = (journey: number): readonly Hand["name"][] =>
  HANDS.filter((_, at) => THOROUGH || at === journey % HANDS.length);

/** A fresh browser with one way to work it: a thumb on 390 px, the others on a desk. */
export async function handOf(browser: Browser, name: Hand["name"]): Promise<Hand> {
  const isThumb = name === "thumb";
  const context = await browser.newContext({
    viewport: isThumb ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: isThumb,
    isMobile: isThumb,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  let acts = 0;
  const count = () => {
    acts += 1;
  };
  return { page, name, acts: () => acts, ...(name === "keyboard" ? keys(page, count) : pointer(isThumb, count)) };
}

type Acts = Pick<Hand, "press" | "choose" | "type">;

function pointer(isThumb: boolean, count: () => void): Acts {
  const press = async (what: Locator) => {
    count();
    await (isThumb ? what.tap() : what.click());
  };
  return {
    press,
    choose: async (select, label) => {
      count();
      await select.selectOption({ label });
    },
    type: async (field, text) => {
      await press(field);
      await field.pressSequentially(text);
    },
  };
}

/** Everything by keys alone: Tab leads to what is wanted, Enter presses it, a space ticks a box. */
function keys(page: Page, count: () => void): Acts {
  const reach = async (what: Locator) => {
    await expect(what).toBeVisible();
    // To look an element up by its role and name takes as long as ten keys: again only where the page has put another in its place.
    let wanted = await what.elementHandle();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      const [isReached, isThere] = await wanted.evaluate((element) => [element === document.activeElement, element.isConnected]);
      if (isReached) return;
      if (!isThere) wanted = await what.elementHandle();
      await page.keyboard.press("Tab");
    }
    throw new Error(`${MOST_TABS} Tab keys do not lead to ${what}`);
  };
  return {
    press: async (what) => {
      count();
      await reach(what);
      const isBox = await what.evaluate((element) => element instanceof HTMLInputElement && element.type === "checkbox");
      await page.keyboard.press(isBox ? "Space" : "Enter");
    },
    choose: async (select, label) => {
      count();
      await reach(select);
      await page.keyboard.type(label);
    },
    type: async (field, text) => {
      count();
      await reach(field);
      await page.keyboard.type(text);
    },
  };
}

const MOST_TABS = 400;

/** A row of data/generated/offers.jsonl, as far as a month needs it: dollars per million tokens. */
interface OfferRow {
  readonly id: string;
  readonly prices: Readonly<Record<string, string | undefined>>;
}

const rows: readonly OfferRow[] = readFileSync("data/generated/offers.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** One price of one offer in dollars per million tokens, as the data have it. */
export function priceOf(offerId: string, meter: "input" | "output" | "cacheRead" | "cacheWrite5m"): number {
  const text = rows.find(({ id }) => id === offerId)?.prices[meter];
  if (text === undefined) throw new Error(`${offerId} has no price for ${meter}`);
  return Number(text);
}

interface Preset {
  readonly id: string;
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedShare: number;
  readonly cacheWriteShare: number;
}

const presets: readonly Preset[] = JSON.parse(readFileSync("data/curated/workloads.json", "utf8"));

/** A month's workload by its published name. */
export function presetOf(id: string): Preset {
  const preset = presets.find((each) => each.id === id);
  if (preset === undefined) throw new Error(`no workload ${id}`);
  return preset;
}

/** A request's dollars by the formula of the methodology page, written again: no code of the site. */
export function requestUsd(offerId: string, { inputTokens, outputTokens, cachedShare, cacheWriteShare }: Preset): number {
  const written = cacheWriteShare === 0 ? 0 : inputTokens * cacheWriteShare * priceOf(offerId, "cacheWrite5m");
  const input = inputTokens * (1 - cachedShare - cacheWriteShare) * priceOf(offerId, "input");
  const cached = inputTokens * cachedShare * priceOf(offerId, "cacheRead");
  return (input + cached + written + outputTokens * priceOf(offerId, "output")) / 1_000_000;
}

/** `$2,293.50` → 2293.5; of a range the upper end. */
export const dollars = (text: string): number => Number((text.split("–").at(-1) ?? "").replace(/[^\d.]/g, ""));
