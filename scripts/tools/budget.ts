import { basePath } from "./site/base-path.ts";
import { budgetLines, hasBudget } from "./site/budget.ts";
import { builtPages } from "./site/built-page.ts";
import { PAGE_RULES, sharedNames } from "./site/page-faults.ts";
import { weighPages } from "./site/page-weight.ts";

/** Holds every page of dist against the rules and the budgets of the site. */
const folder = process.env["OUT_DIR"] ?? "dist";
const pages = builtPages(folder);
const faults = Object.entries(PAGE_RULES).flatMap(([rule, find]) =>
  pages.flatMap((page) => [...new Set(find(page))].map((found) => `${page.path} ${rule}: ${found}`)),
);
const lines = budgetLines(await weighPages(folder, pages.filter(hasBudget), basePath()));
const over = lines.filter(({ bytes, limitBytes }) => bytes > limitBytes).map(({ what }) => `${what} is over its budget`);
for (const { what, bytes, limitBytes } of lines) console.log(`${what}: ${bytes} of ${limitBytes} bytes`);

const bad = [...faults, ...sharedNames(pages).map((shared) => `pages ${shared}`), ...over];
for (const line of bad.slice(0, 50)) console.error(line);
console.log(`${pages.length} pages, ${bad.length} faults`);
process.exitCode = bad.length === 0 ? 0 : 1;
