import { basePath } from "./site/base-path.ts";
import { budgetLines } from "./site/budget.ts";
import { builtPages } from "./site/built-page.ts";
import { pageKind } from "./site/page-kind.ts";
import type { PageWeight } from "./site/page-weight.ts";
import { percentile, weighPages } from "./site/page-weight.ts";

/** Prints what the pages of dist weigh on the wire, brotli, kind by kind. */
const pages = builtPages("dist");
const weights = await weighPages("dist", pages, basePath());
const columns = ["kind", "pages", "html p50", "html p90", "html max", "all at once p90", "later max"];
const rows = [...Map.groupBy(weights, ({ path }) => pageKind(path))].map(([kind, of]) => [
  kind,
  of.length,
  ...[0.5, 0.9, 1].map((share) =>
    percentile(
      of.map(({ htmlBytes }) => htmlBytes),
      share,
    ),
  ),
  percentile(
    of.map(({ htmlBytes, loadedBytes }) => htmlBytes + loadedBytes),
    0.9,
  ),
  percentile(
    of.map(({ laterBytes }) => laterBytes),
    1,
  ),
]);
for (const row of [columns, ...rows])
  console.log(row.map((cell, at) => (at === 0 ? String(cell).padEnd(22) : String(cell).padStart(16))).join(""));
console.log(`heaviest: ${heaviest(weights)}`);
for (const { what, bytes, limitBytes } of budgetLines(weights)) console.log(`${what}: ${bytes} of ${limitBytes} bytes`);

function heaviest(all: readonly PageWeight[]): string {
  const sorted = all.toSorted((a, b) => b.htmlBytes - a.htmlBytes || (a.path < b.path ? -1 : 1));
  return sorted
    .slice(0, 5)
    .map(({ path, htmlBytes }) => `${path} ${htmlBytes}`)
    .join(", ");
}
