import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import type { Goal } from "./goal.ts";
import {
  firstPaintMs,
  largestPaintMs,
  medianMs,
  PAINTED_PAGES,
  type PaintedPage,
  type PaintLoads,
  paintGoals,
} from "./paint-goals.ts";
import { type Paint, paintOf, type Screen } from "./paint-of.ts";
import { withServedSites } from "./served-sites.ts";

/** Two builds beside each other, each page so many times. */
export interface PaintRun {
  readonly dist: string;
  /** Another build, loaded in turn with the first; undefined = none. */
  readonly against: string | undefined;
  readonly times: number;
}

const DESK: Screen = { width: 1440, height: 900, line: "slow" };
const STILL: readonly Screen[] = [
  { width: 390, height: 844, line: "slowest" },
  { width: 768, height: 1024, line: "slowest" },
  { width: 1440, height: 900, line: "slowest" },
];
const BLANK = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Blank</title><p>Blank</p></html>';

/** Loads pages of one build, or of two in turn, and prints medians and ratios. Resolves to the goals of all. */
export async function benchPaints({ dist, against, times }: PaintRun): Promise<readonly Goal[]> {
  const empty = mkdtempSync(join(tmpdir(), "token-parity-blank-"));
  writeFileSync(join(empty, "index.html"), BLANK);
  const folders = [empty, dist, ...(against === undefined ? [] : [against])];
  try {
    return await withServedSites(folders, async (browser, [emptySite = "", own = "", other]) => {
      console.log(row(["page", "FCP ms", "LCP ms", "CLS", "nodes", "FCP ratio", "LCP ratio"]));
      const [blank = []] = await loadsInTurn(browser, [emptySite], times);
      console.log(row(["blank page", ...figuresOf(blank)]));
      const goals: Goal[] = [];
      for (const page of PAINTED_PAGES) goals.push(...(await benchPage(browser, page, { own, other, blank, times })));
      return goals;
    });
  } finally {
    rmSync(empty, { recursive: true });
  }
}

interface PageRun {
  readonly own: string;
  readonly other: string | undefined;
  readonly blank: readonly Paint[];
  readonly times: number;
}

async function benchPage(browser: Browser, page: PaintedPage, { own, other, blank, times }: PageRun): Promise<readonly Goal[]> {
  const addresses = [own, ...(other === undefined ? [] : [other])].map((site) => site + page.path);
  const [ownLoads = [], otherLoads = []] = await loadsInTurn(browser, addresses, times);
  const still: Paint[] = [];
  for (const screen of STILL) still.push(await paintOf(browser, own + page.path, screen));
  const loads: PaintLoads = { own: ownLoads, other: otherLoads, still, blank };
  const ratios =
    otherLoads.length === 0
      ? []
      : [firstPaintMs, largestPaintMs].map((of) => (medianMs(ownLoads.map(of)) / medianMs(otherLoads.map(of))).toFixed(2));
  console.log(row([page.name, ...figuresOf(ownLoads, still), ...ratios]));
  if (otherLoads.length > 0) console.log(row(["  the other build", ...figuresOf(otherLoads)]));
  return paintGoals(page, loads);
}

/** Each address once, then each once more: what else the machine does falls on all alike. */
async function loadsInTurn(browser: Browser, addresses: readonly string[], times: number): Promise<readonly Paint[][]> {
  const loads: Paint[][] = addresses.map(() => []);
  for (let time = 0; time < times; time += 1)
    for (const [at, address] of addresses.entries()) loads[at]?.push(await paintOf(browser, address, DESK));
  return loads;
}

function figuresOf(loads: readonly Paint[], still: readonly Paint[] = []): readonly string[] {
  const shift = Math.max(...[...loads, ...still].map((paint) => paint.shift));
  const nodes = Math.max(...loads.map((paint) => paint.nodes));
  return [
    medianMs(loads.map(firstPaintMs)).toFixed(0),
    medianMs(loads.map(largestPaintMs)).toFixed(0),
    shift.toFixed(4),
    String(nodes),
  ];
}

const row = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(22) : cell.padStart(11))).join("");
