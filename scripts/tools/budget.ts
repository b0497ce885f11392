import { readFileSync } from "node:fs";
import { join } from "node:path";
import { basePath } from "./site/base-path.ts";
import { budgetLines, hasBudget, nodeLine } from "./site/budget.ts";
import { builtPages } from "./site/built-page.ts";
import { htmlFaults } from "./site/html-validity.ts";
import { PAGE_RULES, type PageRule, sharedNames } from "./site/page-faults.ts";
import { onePageOfEveryKind } from "./site/page-kind.ts";
import { brotliBytes, type PageWeight, weighPages } from "./site/page-weight.ts";
import { scriptLines } from "./site/script-budget.ts";

/** Holds every page of dist against the rules and the budgets of the site. */
const folder = process.env["OUT_DIR"] ?? "dist";
const pages = builtPages(folder);
const faultsOf = (rules: Readonly<Record<string, PageRule>>) =>
  Object.entries(rules).flatMap(([rule, find]) =>
    pages.flatMap((page) => [...new Set(find(page))].map((fault) => `${page.path} ${rule}: ${fault}`)),
  );
const { noRetiredWords, ...strict } = PAGE_RULES;
const faults = faultsOf(strict);
/** A page takes a hundredth of a second or more: one of every kind for every change, all of them every week (`ci.yml`). */
const validated = process.env["VALIDATE_EVERY_PAGE"] === "1" ? pages : onePageOfEveryKind(pages);
const invalid: string[] = [];
for (const page of validated) invalid.push(...(await htmlFaults(page)).map((fault) => `${page.path} ${fault}`));
/** No budget turns on the lighter pages of a kind: one on the largest, one on the first of the model pages that may not be over, a tenth may. */
const HEAVIEST = 0.1;
const weights: PageWeight[] = [];
for (const ofKind of Map.groupBy(pages.filter(hasBudget), ({ path }) => path.split("/")[1]).values())
  weights.push(...(await weighPages(folder, ofKind, basePath(), Math.floor(ofKind.length * HEAVIEST) + 1)));
const lines = [
  ...budgetLines(weights, await brotliBytes(readFileSync(join(folder, "api/search.json")))),
  ...(await scriptLines(folder, basePath())),
];
const nodeLines = [nodeLine(pages), nodeLine(pages, "off")];
for (const [at, { path, nodes, limit }] of nodeLines.entries())
  console.log(`the page of most elements${at === 0 ? "" : " without scripts"}, ${path}: ${nodes} of ${limit}`);
const crowded = nodeLines.flatMap(({ over, limit }) =>
  over.map(({ path, nodes }) => `${path} has ${nodes} elements, more than ${limit}`),
);
const over = lines.filter(({ bytes, limitBytes }) => bytes > limitBytes).map(({ what }) => `${what} is over its budget`);
for (const { what, bytes, limitBytes } of lines) console.log(`${what}: ${bytes} of ${limitBytes} bytes`);

/**
 * Pages grow with what upstream lists, and a model may be called by a word we do not use: that is for CI to stop, and no reason to leave a night
 * undeployed.
 */
const isNight = process.env["DEPLOY_GATE"] !== undefined;
const ofUpstream = [...over, ...crowded, ...faultsOf({ noRetiredWords })];
if (isNight) for (const line of ofUpstream) console.log(`::warning::${line}`);
const allFaults = [
  ...faults,
  ...invalid,
  ...sharedNames(pages).map((shared) => `pages ${shared}`),
  ...(isNight ? [] : ofUpstream),
];
for (const line of allFaults.slice(0, 50)) console.error(line);
console.log(`${pages.length} pages, ${validated.length} of them validated, ${allFaults.length} faults`);
process.exitCode = allFaults.length === 0 ? 0 : 1;
