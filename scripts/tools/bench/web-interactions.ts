import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { percentile } from "../site/page-weight.ts";
import { multiplyModels } from "./fivefold.ts";
import type { Goal } from "./goal.ts";
import { type ActionTimes, throttled, timeAction } from "./input-to-paint.ts";
import { type Interaction, interactions } from "./interactions.ts";
import { withServedSites } from "./served-sites.ts";

/** A built site, and another one that every action is done on in turn with it. */
interface InteractionRun {
  readonly dist: string;
  readonly against: string | undefined;
}

/** How often each action is done: enough for a 95th percentile. */
const ACTIONS = 20;
const THROTTLE = 4;
/** Before the first one counts the code has run once. */
const WARM_UP = 2;

/** Does what readers do on a processor four times slower, and prints the figures of each. Resolves to the goals of all. */
export function benchInteractions({ dist, against }: InteractionRun): Promise<readonly Goal[]> {
  return withServedSites(against === undefined ? [dist] : [dist, against], async (browser, addresses) => {
    console.log(
      `processor ${THROTTLE}× slower, ${ACTIONS} actions each; lists of models at 5× are multiplied as they are served`,
    );
    print(["", "paint p50", "p95", "work p50", ...(against === undefined ? [] : ["paint ×", "work ×"])]);
    const goals: Goal[] = [];
    for (const interaction of interactions(largestModelPage(dist)))
      goals.push(...printed(interaction, await inTurn(browser, addresses, interaction)));
    return goals;
  });
}

/** The times on each site, an action here and an action there. */
async function inTurn(
  browser: Browser,
  addresses: readonly string[],
  interaction: Interaction,
): Promise<readonly (readonly ActionTimes[])[]> {
  const actors = await Promise.all(addresses.map((address) => actorOn(browser, address, interaction)));
  const series: ActionTimes[][] = addresses.map(() => []);
  for (let at = 0; at < ACTIONS + WARM_UP; at += 1) {
    for (const [place, actor] of actors.entries()) {
      const times = await actor.act(at);
      if (at >= WARM_UP) series[place]?.push(times);
    }
  }
  await Promise.all(actors.map((actor) => actor.close()));
  return series;
}

interface Actor {
  readonly act: (at: number) => Promise<ActionTimes>;
  readonly close: () => Promise<void>;
}

/** Does the action on one page over and over, or, where each is to be the first, on a new page each time. */
async function actorOn(browser: Browser, address: string, interaction: Interaction): Promise<Actor> {
  const { acts, result, isFirst = false } = interaction;
  let page = await opened(browser, address, interaction);
  let cdp = await throttled(page, THROTTLE);
  return {
    act: async (at) => {
      const act = acts[at % acts.length];
      if (act === undefined) throw new Error(`${interaction.what} has no act`);
      const times = await timeAction(page, cdp, { result, act });
      if (isFirst) {
        await closeQuietly(page);
        page = await opened(browser, address, interaction);
        cdp = await throttled(page, THROTTLE);
      }
      return times;
    },
    close: () => closeQuietly(page),
  };
}

async function opened(browser: Browser, address: string, { path, times, open }: Interaction): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1_280, height: 900 } });
  if (times > 1) await multiplyModels(page, times);
  await page.goto(address + path);
  await open(page);
  return page;
}

/** Prints one line, and gives its goals. */
function printed({ what, mostPaintMs, mostWorkMs }: Interaction, series: readonly (readonly ActionTimes[])[]): readonly Goal[] {
  const [own = { p50: 0, p95: 0, work: 0 }, other] = series.map(figuresOf);
  const ratios = other === undefined ? [] : [(own.p50 / other.p50).toFixed(2), (own.work / other.work).toFixed(2)];
  print([what, ...[own.p50, own.p95, own.work].map((figure) => figure.toFixed(0)), ...ratios]);
  const limits = [
    { name: `${what}: p95 to the painted result`, figure: own.p95, limit: mostPaintMs },
    { name: `${what}: work`, figure: own.work, limit: mostWorkMs },
  ];
  return limits.flatMap(({ name, figure, limit }) =>
    limit === null ? [] : [{ name, figure, bound: "at most", limit, unit: "ms" } as const],
  );
}

function figuresOf(times: readonly ActionTimes[]): { readonly p50: number; readonly p95: number; readonly work: number } {
  const paints = times.map(({ paintMs }) => paintMs);
  return {
    p50: percentile(paints, 0.5),
    p95: percentile(paints, 0.95),
    work: percentile(
      times.map(({ workMs }) => workMs),
      0.5,
    ),
  };
}

const print = ([what = "", ...figures]: readonly string[]): void =>
  console.log(what.padEnd(34) + figures.map((text) => text.padStart(10)).join(""));

/** The model page with the most HTML, below the address of the site. */
function largestModelPage(dist: string): string {
  const pages = globSync("models/*/*/index.html", { cwd: dist }).map((path) => ({ path, size: statSync(join(dist, path)).size }));
  const largest = pages.reduce((most, page) => (page.size > most.size ? page : most));
  return largest.path.replaceAll("\\", "/").replace("index.html", "");
}

/** What is still being served to a page that goes is of no interest. */
async function closeQuietly(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.close();
}
