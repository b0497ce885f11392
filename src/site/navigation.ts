import { existsSync } from "node:fs";
import * as paths from "./paths.ts";

export interface Destination {
  readonly label: string;
  readonly path: string;
  /** Pages below this path belong to the destination too. */
  readonly section: string;
}

/** The header's links, in order. */
const HEADER = [
  { label: "Models", path: paths.home(), section: `${paths.home()}models/`, page: "index" },
  { label: "Platforms", path: paths.platforms(), section: paths.platforms(), page: "platforms" },
  { label: "Best value", path: paths.best(), section: paths.best(), page: "best" },
  { label: "Price deltas", path: paths.deltas(), section: paths.deltas(), page: "deltas" },
  { label: "Compare", path: paths.compare(), section: paths.compare(), page: "compare" },
  { label: "Calculator", path: paths.calculator(), section: paths.calculator(), page: "calculator" },
  { label: "Changes", path: paths.changes(), section: paths.changes(), page: "changes" },
];
const FOOTER = [
  { label: "Guides", path: paths.guides(), section: paths.guides(), page: "guides" },
  { label: "Claims", path: paths.claims(), section: paths.claims(), page: "claims" },
  { label: "Methodology", path: paths.methodology(), section: paths.methodology(), page: "methodology" },
  { label: "Data and sources", path: paths.data(), section: paths.data(), page: "data" },
  { label: "API", path: paths.apiPage(), section: paths.apiPage(), page: "api" },
  { label: "About", path: paths.about(), section: paths.about(), page: "about" },
];

/** A page that is not written yet is left out: the site has no dead links. */
export const headerLinks: readonly Destination[] = HEADER.filter(isWritten);
export const footerLinks: readonly Destination[] = FOOTER.filter(isWritten);

/** `page` for the destination itself, `true` for a page below it: what `aria-current` wants. */
export function ariaCurrent(destination: Destination, path: string): "page" | "true" | undefined {
  if (path === destination.path) return "page";
  return path.startsWith(destination.section) ? "true" : undefined;
}

function isWritten({ page }: { readonly page: string }): boolean {
  return [`${page}.astro`, `${page}/index.astro`].some((file) => existsSync(`src/pages/${file}`));
}
