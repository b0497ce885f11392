import { basePath } from "../site/base-path.ts";
import { budgetLines } from "../site/budget.ts";
import { builtPages } from "../site/built-page.ts";
import { pageKind } from "../site/page-kind.ts";
import type { PageWeight } from "../site/page-weight.ts";
import { percentile, weighPages } from "../site/page-weight.ts";

const COLUMNS = ["kind", "pages", "html p50", "html p90", "html max", "all at once p90", "later max"];

/** Prints what the pages of a build weigh on the wire, brotli, kind by kind. */
export async function printWeights(dist: string): Promise<void> {
  const weights = await weighPages(dist, builtPages(dist), basePath());
  const rows = [...Map.groupBy(weights, ({ path }) => pageKind(path))].map(([kind, of]) => {
    const html = of.map(({ htmlBytes }) => htmlBytes);
    const atOnce = of.map(({ htmlBytes, loadedBytes }) => htmlBytes + loadedBytes);
    const later = of.map(({ laterBytes }) => laterBytes);
    return [
      kind,
      of.length,
      ...[0.5, 0.9, 1].map((share) => percentile(html, share)),
      percentile(atOnce, 0.9),
      percentile(later, 1),
    ];
  });
  for (const row of [COLUMNS, ...rows])
    console.log(row.map((cell, at) => (at === 0 ? String(cell).padEnd(22) : String(cell).padStart(16))).join(""));
  console.log(`heaviest: ${heaviest(weights)}`);
  for (const { what, bytes, limitBytes } of budgetLines(weights)) console.log(`${what}: ${bytes} of ${limitBytes} bytes`);
}

function heaviest(all: readonly PageWeight[]): string {
  const sorted = all.toSorted((a, b) => b.htmlBytes - a.htmlBytes || (a.path < b.path ? -1 : 1));
  return sorted
    .slice(0, 5)
    .map(({ path, htmlBytes }) => `${path} ${htmlBytes}`)
    .join(", ");
}
