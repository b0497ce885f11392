/** A page or another file that a route makes, as Astro names it. */
export interface SiteFile {
  /** `/models/a/b` for a page, `/models/a/b.md` for another file. */
  readonly pathname: string;
  readonly type: "page" | "endpoint";
}

/** A file and whose route makes it. */
export interface RoutedFile extends SiteFile {
  readonly component: string;
}

/** Where it is below the site's folder: `/models/a/b` → `models/a/b/index.html`, `/404` → `404.html`, `/models/a/b.md` → `models/a/b.md`. */
export function outputPath({ pathname, type }: SiteFile): string {
  const name = trimmed(pathname);
  if (type === "endpoint") return name;
  if (name === "404") return "404.html";
  return name === "" ? "index.html" : `${name}/index.html`;
}

/** Its address below the base, `/` or `/below/`, as the page itself reads it: a page's ends in a slash, as does that of a file without an ending. */
export function addressOf({ pathname, type }: SiteFile, base: string): string {
  const name = trimmed(pathname);
  const isFile = type === "endpoint" && /\.[^/]+$/.test(name);
  return `${base}${name}${isFile || name === "" ? "" : "/"}`;
}

/** As the sitemap wants it: `/models/a/b` → `models/a/b/`. */
export const pageName = (pathname: string): string => `${trimmed(pathname)}/`.replace(/^\/$/, "");

/**
 * What a file is about: a model's page, its twin, feed, JSON, badge and embed are about one thing and are made one after the other, so that what
 * is computed for one is at hand for the next. `/api/v1/models/a/b.json` → `models/a/b`.
 */
export function subjectOf(pathname: string): string {
  return trimmed(pathname)
    .replace(/\.[a-z.]+$/, "")
    .replace(/^(api\/v1\/history|badge|embed\/models)\//, "models/")
    .replace(/^(api\/v1|api|embed)\//, "");
}

const trimmed = (pathname: string): string => pathname.replace(/^\/+|\/+$/g, "");
