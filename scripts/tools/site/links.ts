import type { BuiltPage } from "./built-page.ts";
import { attributes } from "./built-page.ts";

/**
 * The links of a site that lead nowhere, as `"/from/ → /to/"`. `files` are its files as a browser names them (`/index.html`,
 * `/api/v1/index.json`); a page links by its directory. Addresses elsewhere are not followed.
 */
export function brokenLinks(pages: readonly BuiltPage[], files: ReadonlySet<string>, base = "/"): readonly string[] {
  const anchors = new Map(pages.map(({ path, html }) => [path, new Set(attributes(html, "id"))]));
  const verdicts = new Map<string, boolean>();
  const holds = (target: string) => {
    const verdict = verdicts.get(target) ?? leadsSomewhere(target, anchors, files);
    verdicts.set(target, verdict);
    return verdict;
  };
  return pages.flatMap(({ path, html }) =>
    [...new Set(targetsOf(path, html, base))].filter((target) => !holds(target)).map((target) => `${path} → ${target}`),
  );
}

const ATTRIBUTES = ["href", "src", "action", "data-module"];

/** Where a page's links lead, as paths below the base with their fragment. */
function targetsOf(path: string, html: string, base: string): readonly string[] {
  const page = new URL(`${base.slice(0, -1)}${path}`, "http://site");
  const body = html.replace(/<script\b.*?<\/script>/gs, "");
  return [...ATTRIBUTES.flatMap((name) => attributes(body, name)), ...socialImages(html)].flatMap((link) => {
    const url = new URL(link, page);
    if (url.origin !== page.origin) return [];
    return url.pathname.startsWith(base) ? [`/${url.pathname.slice(base.length)}${url.hash}`] : [`outside the base: ${link}`];
  });
}

/** The image a page is shared with is named in full, with a host this build does not run on. */
const socialImages = (html: string): readonly string[] =>
  [...html.matchAll(/<meta property="og:image" content="([^"]*)"/g)].map(([, url = ""]) => new URL(url).pathname);

function leadsSomewhere(target: string, anchors: ReadonlyMap<string, ReadonlySet<string>>, files: ReadonlySet<string>): boolean {
  const [, path = "", fragment = ""] = /^([^#]*)#?(.*)$/s.exec(target) ?? [];
  const decoded = decodeURIComponent(path);
  if (!files.has(decoded.endsWith("/") ? `${decoded}index.html` : decoded)) return false;
  return fragment === "" || (anchors.get(decoded)?.has(decodeURIComponent(fragment)) ?? true);
}
