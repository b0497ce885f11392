import type { BuiltPage } from "./built-page.ts";
import type { PageWeight } from "./page-weight.ts";
import { percentile } from "./page-weight.ts";

/** Nine model pages in ten, in all. */
export const MODEL_PAGE_BYTES = 10_000;
/** Every model page: ten segments of 1,460 bytes, the first flight of a TCP connection. */
export const FIRST_FLIGHT_BYTES = 14_600;
/** Every ranking page of a workload and a need, its style with it: what a reader gets before the first touch. */
export const RANKING_PAGE_BYTES = 30_000;
/** `/` with its finder. */
export const HOME_BYTES = 60_000;

/** Any page: past so many elements a phone lays out and a screen reader lists for seconds. */
export const PAGE_NODES = 8_000;
/** Any page without scripts, where the later rows of its tables are rows from the start. */
export const PLAIN_PAGE_NODES = 10_000;

/** What the search of every page reads at the first letter. */
export const SEARCH_INDEX_BYTES = 16_000;

export interface BudgetLine {
  readonly what: string;
  readonly bytes: number;
  readonly limitBytes: number;
}

/** The budgets of the site beside what it weighs. */
export function budgetLines(weights: readonly PageWeight[], searchIndexBytes = 0): readonly BudgetLine[] {
  const models = weights.filter(({ path }) => isModelPage(path)).map(firstLoadBytes);
  const rankings = weights.filter(({ path }) => isRankingPage(path)).map(firstLoadBytes);
  const home = weights.find(({ path }) => path === "/");
  return [
    { what: "nine model pages in ten", bytes: percentile(models, 0.9), limitBytes: MODEL_PAGE_BYTES },
    { what: "the largest model page", bytes: percentile(models, 1), limitBytes: FIRST_FLIGHT_BYTES },
    { what: "the largest ranking page", bytes: percentile(rankings, 1), limitBytes: RANKING_PAGE_BYTES },
    { what: "/ with its finder", bytes: home === undefined ? 0 : firstLoadBytes(home) + home.laterBytes, limitBytes: HOME_BYTES },
    { what: "the index of the search", bytes: searchIndexBytes, limitBytes: SEARCH_INDEX_BYTES },
  ];
}

/** Whether a page has a budget: the others are as heavy as they are, and to weigh one takes a hundredth of a second. */
export const hasBudget = ({ path }: Pick<PageWeight, "path">): boolean =>
  path === "/" || isModelPage(path) || isRankingPage(path);

/** `/models/<maker>/<slug>/`, not a maker's own page. */
const isModelPage = (path: string): boolean => /^\/models\/[^/]+\/[^/]+\/$/.test(path);

/** `/best/<workload>/` and `/best/<workload>/<need>/`, no kept day. */
const isRankingPage = (path: string): boolean => /^\/best\/(?!free\/)[^/]+\/([^/]+\/)?$/.test(path);

/** What a page loads before anybody touches it. */
export const firstLoadBytes = ({ htmlBytes, loadedBytes }: PageWeight): number => htmlBytes + loadedBytes;

/** Whether a reader's browser runs scripts. */
type ScriptsOnPage = "on" | "off";

/** The elements of a page: `<main><p>a</p></main>` has two. What is in scripts and styles is text, and with scripts so is a `noscript`. */
export function nodeCount({ html }: BuiltPage, scripts: ScriptsOnPage = "on"): number {
  const text = scripts === "on" ? "script|style|noscript" : "script|style";
  return (html.replace(new RegExp(`(<(${text})\\b[^>]*>).*?</\\2>`, "gs"), "$1").match(/<[a-z]/gi) ?? []).length;
}

/** The page with the most elements, and those with more than any page may have. */
export function nodeLine(pages: readonly BuiltPage[], scripts: ScriptsOnPage = "on"): NodeLine {
  const limit = scripts === "on" ? PAGE_NODES : PLAIN_PAGE_NODES;
  const counted = pages.map((page) => ({ path: page.path, nodes: nodeCount(page, scripts) }));
  const most = counted.reduce((a, b) => (b.nodes > a.nodes ? b : a), { path: "", nodes: 0 });
  return { ...most, limit, over: counted.filter(({ nodes }) => nodes > limit) };
}

interface PageNodes {
  readonly path: string;
  readonly nodes: number;
}

export interface NodeLine extends PageNodes {
  readonly limit: number;
  readonly over: readonly PageNodes[];
}
