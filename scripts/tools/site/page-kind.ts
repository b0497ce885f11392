import type { BuiltPage } from "./built-page.ts";
import { isForward } from "./page-faults.ts";

/** Pages of one template: the first word of the path and its depth. `/models/a/b/` → `/models/…/…`. */
export function pageKind(path: string): string {
  const words = path.split("/").filter((word) => word !== "");
  return words.length < 2 ? `/${words.join("")}` : `/${words[0]}${"/…".repeat(words.length - 1)}`;
}

/** The largest page that a program reads in a second or two. */
const LARGEST_BYTES = 120_000;

/** One page of every kind, without those that send a browser on before it is drawn: the largest that is not huge, because it shows the most; where all are huge, the smallest. */
export function onePageOfEveryKind(pages: readonly BuiltPage[]): readonly (BuiltPage & { readonly kind: string })[] {
  const stays = pages.filter(({ html }) => !isForward(html));
  const kinds = Map.groupBy(stays, ({ path }) => pageKind(path));
  return [...kinds].flatMap(([kind, alike]) => {
    const bySize = alike.toSorted((a, b) => a.html.length - b.html.length || (a.path < b.path ? -1 : 1));
    const shown = bySize.findLast(({ html }) => html.length <= LARGEST_BYTES) ?? bySize[0];
    return shown === undefined ? [] : [{ ...shown, kind }];
  });
}
