import { builtPages } from "../../scripts/tools/site/built-page.ts";
import { pageKind } from "../../scripts/tools/site/page-kind.ts";

export interface PageKind {
  readonly kind: string;
  readonly path: string;
}

/** The largest page axe can read in a second or two. */
const LARGEST_BYTES = 120_000;

/**
 * One page of every kind the site has: a kind is the first word of the path and its depth. Of each kind the largest page that is not
 * huge, because it shows the most; where all are huge, the smallest.
 */
export function onePageOfEveryKind(folder = "dist"): readonly PageKind[] {
  const kinds = Map.groupBy(builtPages(folder), ({ path }) => pageKind(path));
  return [...kinds].map(([kind, pages]) => {
    const bySize = pages.toSorted((a, b) => a.html.length - b.html.length || (a.path < b.path ? -1 : 1));
    const shown = bySize.findLast(({ html }) => html.length <= LARGEST_BYTES) ?? bySize[0];
    return { kind, path: shown?.path ?? "/" };
  });
}
