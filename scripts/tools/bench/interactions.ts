import type { Page } from "@playwright/test";
import type { MeasuredAction } from "./input-to-paint.ts";

/** An action of a reader, done over and over: the acts in turn, so that each changes what the last one showed. */
export interface Interaction {
  readonly what: string;
  /** Below the address of the site. */
  readonly path: string;
  /** How many times today's models the page lists. */
  readonly times: 1 | 5;
  /** Brings the page's module and opens what is folded away. */
  readonly open: (page: Page) => Promise<void>;
  readonly result: MeasuredAction["result"];
  readonly acts: readonly MeasuredAction["act"][];
  /** Whether each time is the first on a page: the files it asks for come with it. */
  readonly isFirst?: boolean;
  readonly mostPaintMs: number;
  /** Null = no goal. */
  readonly mostWorkMs: number | null;
}

const LIST = {
  path: "",
  times: 5,
  result: "#finder p output, #order, #models tbody tr:not([hidden]):first-child th",
  mostPaintMs: 100,
  mostWorkMs: 300,
} as const;
const LISTED = "#models thead button";
const OFFERS = {
  path: "",
  times: 1,
  result: "#offers caption, #offers tbody tr, #filters output",
  mostPaintMs: 100,
  mostWorkMs: null,
} as const;
const OFFERS_TOUCHED = touch("#offers", "#offers thead button");
const RANKED = { path: "best/coding-agent/", times: 1, mostPaintMs: 100, mostWorkMs: 300 } as const;

/** Sold by many. */
const FIVE_MODELS = [
  "openai/gpt-oss-120b",
  "deepseek/deepseek-v4-pro",
  "z-ai/glm-5.2",
  "moonshotai/kimi-k2.6",
  "minimax/minimax-m3",
];

/** What is measured, on today's largest model page and on the list of all models at five times the data. */
export const interactions = (modelPath: string): readonly Interaction[] => [
  ...IN_THE_LIST,
  ...OF_OFFERS.map((interaction) => ({ ...interaction, path: modelPath + interaction.path })),
  ...ELSEWHERE,
];

const IN_THE_LIST: readonly Interaction[] = [
  {
    ...LIST,
    what: "finder: sort by a column",
    open: touch("#finder", LISTED),
    acts: [clicked("#models thead th:nth-child(7) button"), clicked("#models thead th:nth-child(3) button")],
  },
  {
    ...LIST,
    what: "finder: first key of a name",
    isFirst: true,
    open: toField(touch("#finder", LISTED), "#finder [name=q]", "#finder summary"),
    acts: [(page) => page.keyboard.press("g")],
  },
  {
    ...LIST,
    what: "finder: price filter",
    open: toField(touch("#finder", LISTED), "#finder [name=max-input]", "#finder summary"),
    acts: [(page) => page.keyboard.press("1"), (page) => page.keyboard.press("Backspace")],
  },
];

const OF_OFFERS: readonly Interaction[] = [
  {
    ...OFFERS,
    what: "offers: another workload",
    open: OFFERS_TOUCHED,
    acts: [clicked("#workloads a[href='?workload=coding-agent']"), clicked("#workloads a[href='?workload=rag']")],
  },
  {
    ...OFFERS,
    path: "?show=filters",
    what: "offers: filter by region",
    open: toField(OFFERS_TOUCHED, "[name=first-hand]"),
    // By the pointer: the space bar ticks a box when it is let go, and how long it is held is no work of ours.
    acts: [clicked("[name=first-hand]")],
  },
  {
    ...OFFERS,
    what: "offers: sort by a column",
    result: "#offers tbody tr",
    open: OFFERS_TOUCHED,
    acts: [clicked("#offers thead button >> nth=1"), clicked("#offers thead button >> nth=2")],
  },
];

const ELSEWHERE: readonly Interaction[] = [
  {
    ...RANKED,
    what: "ranking: price of a worse answer",
    result: "#worse-text",
    open: toField(touch("#best", "#best details"), "#worse-answer"),
    acts: [(page) => page.keyboard.press("ArrowRight"), (page) => page.keyboard.press("ArrowLeft")],
  },
  {
    ...RANKED,
    what: "ranking: sort",
    result: "#ranking-table tbody tr:first-child",
    open: toField(touch("#best", "#best details"), "#best [name=sort]", "#best summary"),
    acts: [(page) => page.keyboard.press("ArrowDown"), (page) => page.keyboard.press("ArrowUp")],
  },
  {
    what: "compare: a third platform",
    path: "compare/?p=openrouter,vercel",
    times: 1,
    result: "#compared .answer",
    open: async (page) => {
      await page.locator("#compared .answer").first().waitFor();
      await page.locator("#add-platform").focus();
      await page.keyboard.type("deepinfra");
      await page.locator("[role=option]").first().waitFor();
    },
    acts: [(page) => page.keyboard.press("Enter")],
    isFirst: true,
    mostPaintMs: 100,
    mostWorkMs: null,
  },
  {
    what: "calculator: five models",
    path: `calculator/?workload=chat&${FIVE_MODELS.map((id, at) => `model${at === 0 ? "" : at + 1}=${id}`).join("&")}`,
    times: 1,
    result: "#answer",
    open: async (page) => {
      await page.locator("#platforms option").first().waitFor({ state: "attached" });
      await page.waitForLoadState("networkidle");
      await page.locator("#calculator [name=requests]").fill("100000");
      await page.keyboard.press("End");
    },
    acts: [(page) => page.keyboard.press("1"), (page) => page.keyboard.press("Backspace")],
    mostPaintMs: 100,
    mostWorkMs: null,
  },
];

/** Comes near with the pointer, and waits for what the module puts into the page. */
function touch(place: string, sign: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator(place).hover({ position: { x: 4, y: 4 } });
    await page.locator(sign).first().waitFor({ state: "attached" });
    await page.waitForLoadState("networkidle");
  };
}

/** The same, then the keyboard in a field, which may be folded away behind a summary. */
function toField(open: Interaction["open"], field: string, summary: string | null = null): Interaction["open"] {
  return async (page) => {
    await open(page);
    if (summary !== null) await page.locator(summary).click();
    await page.locator(field).first().focus();
  };
}

/** A click by the pointer where the element is; what has to be looked up is, before the input. */
function clicked(selector: string): (page: Page) => Promise<void> {
  return async (page) => {
    const box = await page.locator(selector).boundingBox();
    if (box === null) throw new Error(`${selector} is not to be seen`);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  };
}
